package id.go.setneg.dumas.complaint;

/** Who complains, as far as the required items depend on it. */
public enum ComplainantKind {
    PERSON,
    /** Several people with one contact. */
    GROUP,
    ORGANISATION,
    /** Somebody for another one, who has to give a stamped power of attorney (surat kuasa bermeterai). */
    REPRESENTATIVE
}
