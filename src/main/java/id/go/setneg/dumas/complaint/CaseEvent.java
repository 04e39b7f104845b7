package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact about a case, written once to its journal and never changed. */
public sealed interface CaseEvent {

    /** A fact that leaves the state of the case as it is. */
    sealed interface Told extends CaseEvent {}

    /** A fact about which cases are part of which. */
    sealed interface Joining extends CaseEvent {}

    /** A fact about the referrals of cases that are joined. */
    sealed interface Shared extends CaseEvent {}

    /** A fact about what people have to hear of at once. */
    sealed interface Alarming extends CaseEvent {}

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

    /**
     * The source changed what its record says.
     *
     * @param former the submission that it replaces
     * @param fields the parts that differ, such as {@code matter}; none when only the source's own handling went on
     * @param at when the new version arrived
     * @param provided the items that the new version brings
     */
    record SubmissionCorrected(
            UUID submission, UUID former, Set<String> fields, OffsetDateTime at, Set<RequiredItem> provided)
            implements CaseEvent {

        public SubmissionCorrected {
            fields = Set.copyOf(fields);
            provided = Set.copyOf(provided);
        }
    }

    /**
     * A file came in a new version, such as a rescan.
     *
     * @param name the file's name
     */
    record AttachmentReplaced(UUID submission, String name) implements Told {

        @Override
        public String toString() {
            return "AttachmentReplaced[" + submission + "]";
        }
    }

    /** The same was sent again under another name; it is one submission. */
    record SubmissionRepeated(String source, String feed) implements Told {}

    /**
     * The record turned out to be about another case, where it now is.
     *
     * @param to the number of that case
     * @param agenda the agenda number that goes with it, absent when it has none
     */
    record SubmissionMoved(UUID submission, CaseNumber to, Complaint.@Nullable Agenda agenda) implements CaseEvent {}

    /** The source no longer has the record, such as a report that LAPOR! deleted. */
    record SubmissionDeleted(UUID submission) implements CaseEvent {}

    /**
     * The source's own handling moved on.
     *
     * @param word the source's own word
     */
    record SourceStatusChanged(
            String source,
            Complaint.Origin.Status status,
            @Nullable String word) implements Told {

        @Override
        public String toString() {
            return "SourceStatusChanged[" + source + ", " + status + "]";
        }
    }

    /** The source opened again what it had closed. */
    record SubmissionReopened(String source) implements Told {}

    /** The source hid the record from its public, or showed it again. */
    record VisibilityChanged(String source, boolean hidden) implements Told {}

    /** The record became secret or anonymous, or is so no longer. */
    record SecrecyChanged(String source, boolean confidential, boolean anonymous) implements Told {}

    /** An official forwarded it with an instruction. */
    record DispositionGiven(Complaint.Disposition disposition) implements Told {}

    /** Who was asked has opened the disposition. */
    record DispositionRead(Complaint.Disposition disposition) implements Told {}

    /** The disposition was taken back. */
    record DispositionCancelled(Complaint.Disposition disposition) implements Told {}

    /**
     * The case was archived.
     *
     * @param by who decided: the office as its record names it, {@code hub} for a rule, {@code officer}
     * @param reason in the words of who decided, absent when none were given
     */
    record CaseArchived(
            Ground ground,
            String by,
            LocalDate date,
            @Nullable String reason) implements CaseEvent {

        static CaseArchived of(Complaint.Archive archive) {
            return new CaseArchived(Ground.OFFICE, archive.by(), archive.date(), archive.reason());
        }

        @Override
        public String toString() {
            return "CaseArchived[" + ground + "]";
        }
    }

    /** The case was taken out of the archive, or opened again after it was closed. */
    record CaseReopened(OffsetDateTime at) implements CaseEvent {}

    /** The office has done what it had to do. */
    record CaseClosed(LocalDate date) implements CaseEvent {}

    /** The direction is no longer in the record. */
    record DirectionWithdrawn(Complaint.Direction direction) implements CaseEvent {}

    /**
     * A message about the case came that is no submission.
     *
     * @param delivery the message of ours that it is about, absent when none
     * @param detail a code without personal data, such as {@code 5.1.1}
     */
    record CorrespondenceFiled(
            UUID correspondence,
            CorrespondenceKind kind,
            @Nullable UUID delivery,
            @Nullable String detail) implements Told {

        @Override
        public String toString() {
            return "CorrespondenceFiled[" + correspondence + ", " + kind + "]";
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

    /**
     * Whether the case is followed up was decided; again when another answer is due.
     *
     * @param verdict the outcome, its ground, and the row of the table or the person behind it
     */
    record EligibilityDecided(Verdict verdict) implements CaseEvent {}

    /**
     * People have to hear of it at once.
     *
     * @param role who is told, absent in facts of before anybody was
     * @param delivery the message, absent where the role has no address: it is only shown
     */
    record AlarmRaised(
            Alarm alarm,
            Basis basis,
            @Nullable String role,
            @Nullable UUID delivery) implements Alarming {}

    /** A person has seen to these alarms; the decision before it says why. */
    record AlarmsSeenTo(Set<Alarm> alarms) implements Alarming {

        public AlarmsSeenTo {
            alarms = Set.copyOf(alarms);
        }
    }

    /** A person found items that no rule could find, such as a signature on a scan. */
    record ItemsConfirmed(Set<RequiredItem> items, OffsetDateTime since) implements CaseEvent {

        public ItemsConfirmed {
            items = Set.copyOf(items);
        }
    }

    /** A person found that what looked like these items is none. */
    record ItemsRejected(Set<RequiredItem> items) implements CaseEvent {

        public ItemsRejected {
            items = Set.copyOf(items);
        }
    }

    /**
     * Who complained was asked for what is missing; from then on the supplement clock runs.
     *
     * @param round 1 for the first time
     */
    record CompletionAsked(Set<RequiredItem> items, int round) implements CaseEvent {

        public CompletionAsked {
            items = Set.copyOf(items);
        }
    }

    /**
     * A person decided; the facts that follow stand behind it.
     *
     * @param decision what was decided, such as {@code archive}
     * @param reason in the person's words
     */
    record OfficerDecided(String decision, String reason) implements Told {

        @Override
        public String toString() {
            return "OfficerDecided[" + decision + "]";
        }
    }

    /** The Deputy or the Minister directed that the case be followed up. */
    record DirectionGiven(Complaint.Direction direction) implements CaseEvent {}

    /**
     * A follow-up request to an agency was written.
     *
     * @param explanation what led there; absent in facts of before it was kept
     */
    record ReferralIssued(
            UUID referral,
            AgencyCode agency,
            Referral.Kind kind,
            Basis basis,
            @Nullable Explanation explanation) implements CaseEvent {

        public ReferralIssued(UUID referral, AgencyCode agency, Referral.Kind kind, Basis basis) {
            this(referral, agency, kind, basis, null);
        }
    }

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

    /** No rule names an agency: the case waits for a person, who is told why. */
    record ReferralLeftToPerson(Basis basis, Explanation explanation) implements CaseEvent {}

    /**
     * Another case may be about the same matter; a person has to say.
     *
     * @param reasons what speaks for it, by the names of {@link Match.Reason}
     */
    record MatchProposed(UUID match, CaseNumber with, int score, List<String> reasons) implements Told {

        public MatchProposed {
            reasons = List.copyOf(reasons);
        }
    }

    /** A person has said whether both cases are about the same matter. */
    record MatchDecided(UUID match, CaseNumber with, boolean confirmed, String reason) implements Told {

        @Override
        public String toString() {
            return "MatchDecided[" + with + ", " + confirmed + "]";
        }
    }

    /** The same text came from many people; each of them keeps a case. */
    record MassLetterRecognised(UUID massLetter) implements Told {}

    /** The same person sent the same again; it is a further submission on the case. */
    record ReminderReceived(UUID submission) implements Told {}

    /** A person has said that the case is about the same matter as another one, of which it is part from now on. */
    record CaseMerged(CaseNumber into, String reason) implements Joining {

        @Override
        public String toString() {
            return "CaseMerged[" + into + "]";
        }
    }

    /** The case is no part of the other one any more. */
    record CaseUnmerged(CaseNumber from, String reason) implements Joining {

        @Override
        public String toString() {
            return "CaseUnmerged[" + from + "]";
        }
    }

    /**
     * Another case became part of this one.
     *
     * @param submissions what it holds
     * @param completeSince from when its 14 working days count, absent when it is not complete
     * @param held what it asks and holds, absent in journals of before it was told
     */
    record CaseJoined(
            CaseNumber from,
            Set<UUID> submissions,
            @Nullable OffsetDateTime completeSince,
            boolean copyOnly,
            Complaint.@Nullable Agenda agenda,
            Complaint.@Nullable Direction direction,
            String reason,
            @Nullable HeldItems held)
            implements Joining {

        public CaseJoined {
            submissions = Set.copyOf(submissions);
        }

        @Override
        public String toString() {
            return "CaseJoined[" + from + "]";
        }
    }

    /**
     * A case that was part of this one is so no longer.
     *
     * @param agenda the agenda number that is left to this one, absent when none
     * @param direction the direction that is left to this one, absent when none
     */
    record CaseParted(
            CaseNumber to, Complaint.@Nullable Agenda agenda, Complaint.@Nullable Direction direction, String reason)
            implements Joining {

        @Override
        public String toString() {
            return "CaseParted[" + to + "]";
        }
    }

    /**
     * What the cases of one matter hold together, none of which is complete by itself. It counts until a case joins or
     * parts.
     *
     * @param missing what they lack, empty when the matter is complete
     * @param since when the last item that was needed arrived, absent while one is missing
     */
    record ItemsTogether(
            Set<RequiredItem> missing, @Nullable OffsetDateTime since) implements Joining {

        public ItemsTogether {
            missing = Set.copyOf(missing);
        }
    }

    /** A referral is one of another case from now on. */
    record ReferralGiven(UUID referral, CaseNumber to) implements Shared {}

    /**
     * A referral of another case is one of this case from now on.
     *
     * @param state where it stands
     * @param times when what happened to it: its clocks go on
     */
    record ReferralTaken(
            UUID referral,
            AgencyCode agency,
            Referral.Kind kind,
            ReferralState state,
            CaseNumber from,
            ReferralTimeline.Times times)
            implements Shared {}

    /** The referral will not be sent, for the agency is asked already. */
    record ReferralRecalled(UUID referral) implements Shared {}

    /** The agency has two referrals on one matter; what it says of this one counts for the other one. */
    record ReferralCoordinated(UUID referral, UUID with) implements Shared {}

    /** Somebody has to look on the spot before the agency can answer: the longer term counts from delivery. */
    record FieldCheckOrdered(UUID referral) implements CaseEvent {}

    /**
     * The calendar or the table of terms changed, and with it due days that were still open.
     *
     * @param instrument the decree or regulation whose wish it is
     */
    record DeadlineMoved(List<Move> moves, String instrument) implements Told {

        public DeadlineMoved {
            moves = List.copyOf(moves);
        }

        /**
         * One due day.
         *
         * @param referral absent when the term is for the case as a whole
         */
        public record Move(Deadline.Kind clock, @Nullable UUID referral, LocalDate from, LocalDate to) {}
    }

    /**
     * A named role was reminded of a due day.
     *
     * @param due the day
     * @param stage which reminder it was, such as {@code OVERDUE}
     * @param delivery the message, absent where the role has no address: it was only shown
     */
    record ReminderSent(
            Deadline.Kind clock,
            @Nullable UUID referral,
            LocalDate due,
            String stage,
            String role,
            @Nullable UUID delivery)
            implements Told {}
}
