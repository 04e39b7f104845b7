package id.go.setneg.dumas.intake.scan;

/** Whether a PDF can be read as text. */
public enum TextLayer {
    /** It has text. */
    TEXT,
    /** It has pages, but only pictures on them: a person must read it. */
    NONE,
    /** It asks for a password. */
    ENCRYPTED,
    /** It cannot be read. */
    BROKEN,
    /** It is larger than what is read. */
    NOT_READ
}
