package id.go.setneg.dumas.complaint;

/** Where a referral stands. */
public enum ReferralState {
    /** Written, waiting for its delivery. */
    PREPARED,
    /** Cannot be delivered without a person. */
    HELD,
    /** Taken by the agency's system. */
    DELIVERED,
    ACKNOWLEDGED,
    IN_PROGRESS,
    ANSWERED,
    /** Sent back: not the agency's authority (bukan kewenangan). */
    RETURNED,
    /** Never sent, because the agency is asked already about the same matter. */
    RECALLED;

    /** What an agency's word makes of it: a late or repeated word never moves a referral backwards. */
    ReferralState after(ReferralState reported) {
        return reported.compareTo(this) > 0 ? reported : this;
    }
}
