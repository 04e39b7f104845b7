package id.go.setneg.dumas.complaint;

/** Where a case stands; always computed from its facts, never set. */
public enum CaseState {
    /** Stored, not yet in the agenda of SPDE. */
    RECEIVED,
    /** In the agenda of SPDE; waits for a person because it is a mere copy (tembusan). */
    REGISTERED,
    /** A required item is missing. */
    AWAITING_COMPLETION,
    /** No rule can tell whether it is to be followed up: waits for a person. */
    AWAITING_DECISION,
    /** Complete, but nobody has directed that it be followed up (SK Asdep Dumas 4/2022, requirement 1c). */
    AWAITING_DIRECTION,
    /** Complete and directed, but no rule names an agency: waits for a person. */
    COMPLETE,
    /** A referral is on its way or with the agency. */
    REFERRED,
    /** An agency has acknowledged it or works on it. */
    IN_PROGRESS,
    /** Every agency that was asked has answered. */
    ANSWERED,
    /** The office has done what it had to do. */
    CLOSED,
    /** It was archived, with the ground (SK Asdep Dumas 4/2022, procedure 4). */
    ARCHIVED,
    /** Its source no longer has it, and no agency was asked. */
    WITHDRAWN,
    /** All that it held turned out to be about other cases, where it now is. */
    MERGED
}
