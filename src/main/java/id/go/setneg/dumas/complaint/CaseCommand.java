package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened outside, or that a rule decided, for a case to turn into facts. */
public sealed interface CaseCommand {

    /**
     * Take in one submission, or a newer version of one.
     *
     * @param required the items that the rules ask of such a submission
     * @param former what the record said before, absent when it is new
     * @param at when it arrived: of a newer version, when that did
     * @param isOfAnother whether it came for a part of the case that is another person's: only what speaks for the matter
     *     then counts
     */
    record Receive(
            UUID submission,
            Complaint complaint,
            Set<RequiredItem> required,
            @Nullable Former former,
            OffsetDateTime at,
            boolean isOfAnother)
            implements CaseCommand {

        /** What came for the case itself. */
        public Receive(
                UUID submission,
                Complaint complaint,
                Set<RequiredItem> required,
                @Nullable Former former,
                OffsetDateTime at) {
            this(submission, complaint, required, former, at, false);
        }

        /** A submission that is new. */
        public Receive(UUID submission, Complaint complaint, Set<RequiredItem> required) {
            this(submission, complaint, required, null, complaint.receivedAt());
        }

        /** The items that it brings to the case. */
        Set<RequiredItem> provided() {
            Set<RequiredItem> items = RequiredItem.in(complaint);
            items.removeIf(item -> isOfAnother && !item.isOfMatter());
            return items;
        }

        /** The version of a record before this one. */
        public record Former(UUID submission, Complaint complaint) {}
    }

    /** Say what is complete, or missing, by what is there now. */
    record AssessAnew() implements CaseCommand {}

    /** The same was sent again, under another name. */
    record NoteRepetition(String source, String feed) implements CaseCommand {}

    /**
     * The record is about another case.
     *
     * @param agenda what it said of the agenda, absent when nothing
     * @param direction what it said of the direction, absent when nothing
     */
    record Move(
            UUID submission, CaseNumber to, Complaint.@Nullable Agenda agenda, Complaint.@Nullable Direction direction)
            implements CaseCommand {}

    /** The source no longer has the record. */
    record Withdraw(UUID submission) implements CaseCommand {}

    /**
     * A message about the case came that is no submission.
     *
     * @param delivery the message of ours that it is about, absent when none
     * @param detail a code without personal data, such as {@code 5.1.1}
     */
    record FileCorrespondence(
            UUID correspondence,
            CorrespondenceKind kind,
            @Nullable UUID delivery,
            @Nullable String detail) implements CaseCommand {

        @Override
        public String toString() {
            return "FileCorrespondence[" + correspondence + ", " + kind + "]";
        }
    }

    /**
     * Ask an agency to follow up.
     *
     * @param explanation what led there, absent when nobody asked for it
     */
    record Refer(
            UUID referral,
            AgencyCode agency,
            Referral.Kind kind,
            Basis basis,
            @Nullable Explanation explanation) implements CaseCommand {

        public Refer(UUID referral, AgencyCode agency, Referral.Kind kind, Basis basis) {
            this(referral, agency, kind, basis, null);
        }
    }

    /** Ask several agencies at once, or further ones later; an agency that has the case is not asked again. */
    record ReferTogether(List<Refer> referrals) implements CaseCommand {

        public ReferTogether {
            referrals = List.copyOf(referrals);
        }
    }

    /** No rule names an agency: a person has to. */
    record LeaveToPerson(Basis basis, Explanation explanation) implements CaseCommand {}
    /** Decide whether the case is followed up. */
    record Judge(Verdict verdict, OffsetDateTime at) implements CaseCommand {}

    /**
     * People have to hear of it at once, unless they were told and nobody has seen to it yet.
     *
     * @param role who is told
     * @param delivery the message, absent where the role has no address
     */
    record RaiseAlarm(
            Alarm alarm, Basis basis, String role, @Nullable UUID delivery) implements CaseCommand {}

    /** A person has seen to alarms. */
    record SeeToAlarms(Set<Alarm> alarms) implements CaseCommand {}

    /** A person found items. */
    record ConfirmItems(Set<RequiredItem> items, OffsetDateTime since) implements CaseCommand {}

    /** A person found that what looked like these items is none. */
    record RejectItems(Set<RequiredItem> items) implements CaseCommand {}

    /** Who complained is asked for what is missing. */
    record AskForItems() implements CaseCommand {}

    /** The Deputy or the Minister directs, in advance for a kind of cases, or for this one. */
    record Direct(Complaint.Direction direction, boolean inAdvance) implements CaseCommand {}

    /** The direction is taken back. */
    record WithdrawDirection() implements CaseCommand {}

    /** Put the case into the archive. */
    record Archive(
            Ground ground,
            String by,
            LocalDate date,
            @Nullable String reason) implements CaseCommand {

        @Override
        public String toString() {
            return "Archive[" + ground + "]";
        }
    }

    /** What was missing did not come in time. */
    record Lapse(LocalDate date) implements CaseCommand {}

    /** Take the case out of the archive, or open it again. */
    record Reopen(OffsetDateTime at) implements CaseCommand {}

    /** The office has done what it had to do. */
    record Close(LocalDate date) implements CaseCommand {}

    /** Somebody has to look on the spot before an agency can answer. */
    record OrderFieldCheck(UUID referral) implements CaseCommand {}

    /** The agency's system took the referral. */
    record ConfirmDelivery(UUID referral) implements CaseCommand {}

    /** The referral cannot go out without a person. */
    record Hold(UUID referral, String reason) implements CaseCommand {}

    /** An agency's word about one of its own referrals. */
    record Report(AgencyCode agency, StatusUpdate update) implements CaseCommand {}
}
