package id.go.setneg.dumas.sandbox;

/** What is special about a made-up record, and so what the hub is expected to do with it. */
enum Nature {
    /** Complete and directed, as far as its channel can be. */
    ORDINARY,
    /** A letter that the Deputy has not directed yet: it waits, visibly. */
    UNDIRECTED,
    /** A letter without signature; a mail without address and files. */
    INCOMPLETE,
    /** A letter of the class Rahasia. */
    CONFIDENTIAL,
    /** A letter of which the office only got a copy. */
    COPY_ONLY,
    /** A letter for an agency that no directory knows. */
    UNKNOWN_AGENCY,
    /** A LAPOR! report whose author hides (anonim). */
    ANONYMOUS,
    /** A LAPOR! report that is hidden itself (rahasia). */
    SECRET,
    /** A LAPOR! report that is both. */
    ANONYMOUS_AND_SECRET,
    /** The same mail to two mailboxes: one record. */
    TWICE,
    /** A machine's answer (RFC 3834): no complaint, and never answered. */
    AUTO_REPLY,
    /** Cannot be understood: it must be parked and must not stop its feed. */
    HOSTILE
}
