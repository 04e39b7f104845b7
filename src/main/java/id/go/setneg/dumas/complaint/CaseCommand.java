package id.go.setneg.dumas.complaint;

import java.util.Set;
import java.util.UUID;

/** Something that happened outside, or that a rule decided, for a case to turn into facts. */
public sealed interface CaseCommand {

    /** Take in one submission, whose channel requires these items. */
    record Receive(UUID submission, Complaint complaint, Set<RequiredItem> required) implements CaseCommand {}

    /** Ask an agency to follow up. */
    record Refer(UUID referral, AgencyCode agency, Referral.Kind kind, Basis basis) implements CaseCommand {}

    /** The agency's system took the referral. */
    record ConfirmDelivery(UUID referral) implements CaseCommand {}

    /** The referral cannot go out without a person. */
    record Hold(UUID referral, String reason) implements CaseCommand {}

    /** An agency's word about one of its own referrals. */
    record Report(AgencyCode agency, StatusUpdate update) implements CaseCommand {}
}
