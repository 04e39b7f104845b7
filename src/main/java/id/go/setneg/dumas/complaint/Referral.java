package id.go.setneg.dumas.complaint;

import java.util.UUID;

/** A follow-up request to one agency, as the case knows it. */
public record Referral(UUID id, AgencyCode agency, Kind kind, ReferralState state) {

    /** What the agency is asked to do. */
    public enum Kind {
        /** Act and answer. */
        ACTION,
        /** Know of it (tembusan); no answer is expected. */
        COPY,
        /** Follow up what LAPOR! gave the agency already (koordinasi); not a second request. */
        COORDINATION
    }

    Referral now(ReferralState reported) {
        return new Referral(id, agency, kind, state.after(reported));
    }

    /** Whether the agency has it and is to answer. */
    boolean isAsked() {
        return isLive() && kind != Kind.COPY;
    }

    boolean isLive() {
        return state != ReferralState.RETURNED && state != ReferralState.RECALLED;
    }
}
