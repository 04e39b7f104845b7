package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about a case, written once to its journal and never changed. */
public sealed interface CaseEvent {

    /**
     * A submission on this matter was stored.
     *
     * @param required the items that the rules ask of this channel
     * @param provided the items that it brings
     */
    record SubmissionReceived(
            UUID submission,
            String source,
            Channel channel,
            OffsetDateTime receivedAt,
            boolean copyOnly,
            Set<RequiredItem> required,
            Set<RequiredItem> provided)
            implements CaseEvent {

        public SubmissionReceived {
            required = Set.copyOf(required);
            provided = Set.copyOf(provided);
        }
    }

    /** SPDE gave the case its agenda number. */
    record AgendaNumberAssigned(Complaint.Agenda agenda) implements CaseEvent {}

    /** Required items are missing; the whole set, each time that it changes. */
    record ItemsMissing(Set<RequiredItem> items) implements CaseEvent {

        public ItemsMissing {
            items = Set.copyOf(items);
        }
    }

    /**
     * The file is complete.
     *
     * @param since the arrival of the last needed item, from which the 14 working days count
     */
    record CaseCompleted(OffsetDateTime since) implements CaseEvent {}

    /** The Deputy or the Minister directed that the case be followed up. */
    record DirectionGiven(Complaint.Direction direction) implements CaseEvent {}

    /** A follow-up request to an agency was written. */
    record ReferralIssued(UUID referral, AgencyCode agency, Referral.Kind kind, Basis basis) implements CaseEvent {}

    /** The agency's system took the referral. */
    record ReferralDelivered(UUID referral) implements CaseEvent {}

    /**
     * The referral cannot go out without a person.
     *
     * @param reason a code without personal data, such as {@code HTTP 422}
     */
    record ReferralHeld(UUID referral, String reason) implements CaseEvent {}

    /** An agency said what happened. */
    record StatusReported(
            UUID referral,
            AgencyCode agency,
            String update,
            StatusUpdate.Status status,
            OffsetDateTime at,
            @Nullable String note,
            @Nullable String letterNumber)
            implements CaseEvent {

        @Override
        public String toString() {
            return "StatusReported[" + referral + ", " + status + "]";
        }
    }
}
