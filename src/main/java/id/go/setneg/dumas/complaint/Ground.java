package id.go.setneg.dumas.complaint;

/** Why a case is not, or not yet, followed up. */
public enum Ground {
    /** Nothing stands against it. */
    NONE,
    /** The office is only among the copies (tembusan). */
    COPY_ONLY,
    /** It asks for information, which the Ministry's information office (PPID) gives. */
    INFORMATION_REQUEST,
    /** It lies before a court, or a court has decided. */
    BEFORE_COURT,
    /** It is outside the authority of the government, such as a matter between private people. */
    OUTSIDE_AUTHORITY,
    /** It is not the writer's own matter, and nobody gave a power of attorney. */
    NOT_REPRESENTED,
    /** Who complained takes it back. */
    WITHDRAWAL,
    /** What was missing did not come in time. */
    NOT_COMPLETED,
    /** A person of the office says why. */
    OFFICE
}
