package id.go.setneg.dumas.complaint;

/** What people have to hear of at once. */
public enum Alarm {
    /** A life is in danger. */
    EMERGENCY,
    /** The writer may harm himself. */
    SELF_HARM,
    /** Somebody is threatened, or the writer threatens. */
    THREAT,
    /** Who complained seems to take it back, while the case is under way. */
    WITHDRAWAL
}
