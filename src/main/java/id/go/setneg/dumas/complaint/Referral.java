package id.go.setneg.dumas.complaint;

import java.util.UUID;

/** A follow-up request to one agency, as the case knows it. */
public record Referral(UUID id, AgencyCode agency, Kind kind, ReferralState state) {

    /** What the agency is asked to do. */
    public enum Kind {
        /** Act and answer. */
        ACTION,
        /** Know of it (tembusan); no answer is expected. */
        COPY
    }

    Referral now(ReferralState reported) {
        return new Referral(id, agency, kind, state.after(reported));
    }

    boolean isLive() {
        return state != ReferralState.RETURNED && state != ReferralState.RECALLED;
    }
}
