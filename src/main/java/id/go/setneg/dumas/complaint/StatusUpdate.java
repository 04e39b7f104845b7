package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agency says happened to a referral (JSON: {@code mappings/canonical/status-update.schema.json}).
 *
 * @param id the agency's own id of this update, unique within the agency
 * @param referral the referral it is about
 * @param at when it happened, by the agency's clock
 * @param note at most 4,000 characters, Indonesian
 */
public record StatusUpdate(
        String id,
        UUID referral,
        Status status,
        OffsetDateTime at,
        @Nullable String note,
        @Nullable String letterNumber) {

    /** Whether the agency says more than the state. */
    public boolean hasWords() {
        return note != null || letterNumber != null;
    }

    /** That something happened, without what the agency writes about it: for plain mail on a secret matter. */
    public StatusUpdate withoutWords() {
        return new StatusUpdate(id, referral, status, at, null, null);
    }

    /** An agency's word. */
    public enum Status {
        ACKNOWLEDGED(ReferralState.ACKNOWLEDGED),
        IN_PROGRESS(ReferralState.IN_PROGRESS),
        ANSWERED(ReferralState.ANSWERED),
        RETURNED(ReferralState.RETURNED);

        private final ReferralState state;

        Status(ReferralState state) {
            this.state = state;
        }

        ReferralState state() {
            return state;
        }
    }

    @Override
    public String toString() {
        return "StatusUpdate[" + referral + ", " + status + "]";
    }
}
