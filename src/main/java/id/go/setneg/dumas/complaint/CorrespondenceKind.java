package id.go.setneg.dumas.complaint;

/** What a message to the office is. */
public enum CorrespondenceKind {
    /** A new matter. */
    COMPLAINT,
    /** More on a case that there is. */
    SUPPLEMENT,
    /** The complainant asks how the case stands. */
    QUESTION,
    /** Somebody whom the case does not know, if there is one, asks how it stands: he is told nothing. */
    INQUIRY,
    /** An agency writes. */
    AGENCY_ANSWER,
    /** A message of ours could not be handed over, or was delayed (RFC 3464). */
    BOUNCE,
    /** Written by a machine: never answered, never a case (RFC 3834, RFC 8098, RFC 5545). */
    AUTOMATIC,
    /** Written to many: newsletters and lists (RFC 2369, RFC 8058). */
    BULK,
    /** The same as before, sent again. */
    REPETITION,
    /** No rule can tell: waits for a person. */
    UNCLEAR;

    /** Whether somebody asks how a case stands. */
    public boolean isQuestion() {
        return this == QUESTION || this == INQUIRY;
    }

    /** Whether it says what a complaint says. */
    public boolean isSubmission() {
        return this == COMPLAINT || this == SUPPLEMENT;
    }
}
