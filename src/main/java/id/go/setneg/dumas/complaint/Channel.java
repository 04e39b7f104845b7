package id.go.setneg.dumas.complaint;

/** How a submission reached the office (SK Asdep Dumas 4/2022, procedure 1). */
public enum Channel {
    /** A letter, registered by the correspondence office in SPDE. */
    LETTER,
    /** A message to one of the office's mailboxes. */
    EMAIL,
    /** A report on the national site SP4N-LAPOR!. */
    LAPOR
}
