package id.go.setneg.dumas.complaint;

/** Whether a complaint may be followed up (SK Asdep Dumas 4/2022, procedure 3 to 5). */
public enum Eligibility {
    /** It is followed up. */
    PROCEED,
    /** It is archived, with the ground. */
    ARCHIVE,
    /** Who wrote is informed; no agency is asked. */
    INFORM,
    /** No rule is sure enough: a person decides. */
    LOOK
}
