package id.go.setneg.dumas.complaint;

import id.go.setneg.dumas.complaint.CaseEvent.AgendaNumberAssigned;
import id.go.setneg.dumas.complaint.CaseEvent.CaseCompleted;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionGiven;
import id.go.setneg.dumas.complaint.CaseEvent.ItemsMissing;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.CaseEvent.StatusReported;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionCorrected;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionDeleted;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionMoved;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case: the facts so far, and which facts may follow. Deciding changes nothing; applying is the only change, and
 * applying the journal from the first fact gives the same case again. Not safe for use by several threads.
 */
public final class CaseFile {

    private final Set<RequiredItem> required = EnumSet.noneOf(RequiredItem.class);
    private final Set<RequiredItem> provided = EnumSet.noneOf(RequiredItem.class);
    private final Set<RequiredItem> missing = EnumSet.noneOf(RequiredItem.class);
    private final Referrals referrals = new Referrals();
    private final JoinedCases joined = new JoinedCases();
    private final Set<UUID> submissions = new LinkedHashSet<>();
    private boolean isMoved;
    private Complaint.@Nullable Archive archive;
    private boolean copyOnly;
    private @Nullable OffsetDateTime lastArrival;
    private Complaint.@Nullable Agenda agenda;
    private Complaint.@Nullable Direction direction;
    private @Nullable OffsetDateTime completeSince;

    /** The case that a journal tells. */
    public static CaseFile of(List<CaseEvent> journal) {
        var file = new CaseFile();
        journal.forEach(file::apply);
        return file;
    }

    /**
     * The facts that follow from a command, none when it says nothing new.
     *
     * @throws UnknownReferral when the command names a referral that is not one of this case, or not this agency's
     */
    public List<CaseEvent> decide(CaseCommand command) {
        return switch (command) {
            case CaseCommand.Receive receive -> receive(receive);
            case CaseCommand.NoteRepetition again ->
                List.of(new CaseEvent.SubmissionRepeated(again.source(), again.feed()));
            case CaseCommand.Withdraw withdraw ->
                submissions.contains(withdraw.submission()) || joined.holds(withdraw.submission())
                        ? List.of(new SubmissionDeleted(withdraw.submission()))
                        : List.of();
            case CaseCommand.Move moved ->
                submissions.contains(moved.submission())
                        ? List.of(new SubmissionMoved(moved.submission(), moved.to()))
                        : List.of();
            case CaseCommand.FileCorrespondence filed ->
                List.of(new CaseEvent.CorrespondenceFiled(
                        filed.correspondence(), filed.kind(), filed.delivery(), filed.detail()));
            case CaseCommand.Refer refer -> refer(refer);
            case CaseCommand.ConfirmDelivery confirm -> referrals.confirmDelivery(confirm.referral());
            case CaseCommand.Hold hold -> referrals.hold(hold.referral(), hold.reason());
            case CaseCommand.Report report -> referrals.report(report.agency(), report.update());
        };
    }

    /** Adds a fact. */
    public void apply(CaseEvent event) {
        switch (event) {
            case SubmissionReceived received -> {
                copyOnly = required.isEmpty() ? received.copyOnly() : copyOnly && received.copyOnly();
                if (required.isEmpty()) {
                    required.addAll(received.required());
                }
                provided.addAll(received.provided());
                lastArrival = received.receivedAt();
                submissions.add(received.submission());
            }
            case SubmissionCorrected corrected -> {
                provided.addAll(corrected.provided());
                lastArrival = corrected.at();
                submissions.remove(corrected.former());
                joined.remove(corrected.former());
                submissions.add(corrected.submission());
            }
            case SubmissionDeleted deleted -> {
                submissions.remove(deleted.submission());
                joined.remove(deleted.submission());
            }
            case CaseEvent.CaseArchived decided -> archive = decided.archive();
            case CaseEvent.CaseReopened reopened -> archive = null;
            case SubmissionMoved moved -> move(moved);
            case CaseEvent.DirectionWithdrawn withdrawn -> direction = null;
            case CaseEvent.Told told -> {}
            case AgendaNumberAssigned assigned -> agenda = assigned.agenda();
            case ItemsMissing items -> {
                missing.clear();
                missing.addAll(items.items());
            }
            case CaseCompleted completed -> {
                missing.clear();
                completeSince = completed.since();
            }
            case DirectionGiven given -> direction = given.direction();
            case ReferralIssued issued -> referrals.add(issued);
            case CaseEvent.ReferralDelivered delivered -> referrals.move(delivered.referral(), ReferralState.DELIVERED);
            case CaseEvent.ReferralHeld held -> referrals.move(held.referral(), ReferralState.HELD);
            case StatusReported reported ->
                referrals.move(reported.referral(), reported.status().state());
            case CaseEvent.Joining about -> {
                joined.apply(about);
                if (about instanceof CaseEvent.CaseParted parted) {
                    agenda = parted.agenda();
                    direction = parted.direction();
                }
            }
            case CaseEvent.Shared referral -> referrals.apply(referral);
        }
    }

    public CaseState state() {
        if (joined.isMerged()) {
            return CaseState.MERGED;
        }
        Optional<CaseState> withAgencies = referrals.state();
        if (withAgencies.isPresent()) {
            return withAgencies.get();
        }
        if (archive != null) {
            return CaseState.ARCHIVED;
        }
        if (submissions.isEmpty() && !joined.holdsAny() && lastArrival != null) {
            return isMoved ? CaseState.MERGED : CaseState.WITHDRAWN;
        }
        if (joined.copyOnly(copyOnly)) {
            return agenda().isEmpty() ? CaseState.RECEIVED : CaseState.REGISTERED;
        }
        if (completeSince().isEmpty()) {
            return missing.isEmpty() ? CaseState.RECEIVED : CaseState.AWAITING_COMPLETION;
        }
        return direction().isEmpty() ? CaseState.AWAITING_DIRECTION : CaseState.COMPLETE;
    }

    /** Complete, directed, not a mere copy, and with no agency yet: the rules may name one. */
    public boolean awaitsReferral() {
        return state() == CaseState.COMPLETE;
    }

    /** Agencies that sent it back, and are not asked again. */
    public Collection<AgencyCode> refusedBy() {
        return referrals.refusedBy();
    }

    public Optional<Complaint.Agenda> agenda() {
        return joined.agenda(agenda);
    }

    public Optional<Complaint.Direction> direction() {
        return joined.direction(direction);
    }

    /** From when the 14 working days count. */
    public Optional<OffsetDateTime> completeSince() {
        return joined.completeSince(completeSince);
    }

    /** Whether it is part of another case. */
    public boolean isMerged() {
        return joined.isMerged();
    }

    /** Whether other cases are part of it. */
    public boolean hasJoined() {
        return !joined.isEmpty();
    }

    /** Whether a submission is one of its own: not one of a case that is part of it. */
    public boolean holds(UUID submission) {
        return submissions.contains(submission);
    }

    /** What another case has to know of it before both are joined, or parted. */
    Own own() {
        Set<UUID> all = new LinkedHashSet<>(submissions);
        all.addAll(joined.submissions());
        return new Own(all, joined.copyOnly(copyOnly), agenda, direction, referrals.given());
    }

    /** @param given referrals that the case has given to the one that it is part of */
    record Own(
            Set<UUID> submissions,
            boolean copyOnly,
            Complaint.@Nullable Agenda agenda,
            Complaint.@Nullable Direction direction,
            Set<UUID> given) {}

    public Collection<Referral> referrals() {
        return referrals.all();
    }

    private List<CaseEvent> receive(CaseCommand.Receive receive) {
        Complaint complaint = receive.complaint();
        var draft = new Draft();
        if (receive.former() == null) {
            draft.add(new SubmissionReceived(
                    receive.submission(),
                    complaint.source(),
                    complaint.channel(),
                    complaint.receivedAt(),
                    complaint.copyOnly(),
                    receive.required(),
                    RequiredItem.in(complaint)));
        }
        Changes.of(receive).stream()
                .filter(event -> Changes.areNews(event, direction, archive))
                .forEach(draft::add);
        Complaint before = receive.former() == null ? null : receive.former().complaint();
        Complaint.Agenda given = complaint.letter().agenda();
        if (given != null
                && !given.equals(agenda)
                && (before == null || !given.equals(before.letter().agenda()))) {
            draft.add(new AgendaNumberAssigned(given));
        }
        if (complaint.direction() != null
                && !complaint.direction().equals(direction)
                && (before == null || !complaint.direction().equals(before.direction()))) {
            draft.add(new DirectionGiven(complaint.direction()));
        }
        assess(draft);
        return draft.events;
    }

    private void move(SubmissionMoved moved) {
        submissions.remove(moved.submission());
        isMoved = submissions.isEmpty();
    }

    private void assess(Draft draft) {
        CaseFile then = draft.then;
        if (then.completeSince().isPresent() || then.copyOnly || then.lastArrival == null) {
            return;
        }
        Set<RequiredItem> stillMissing = EnumSet.noneOf(RequiredItem.class);
        stillMissing.addAll(then.required);
        stillMissing.removeAll(then.provided);
        if (stillMissing.isEmpty()) {
            draft.add(new CaseCompleted(then.lastArrival));
        } else if (!stillMissing.equals(then.missing)) {
            draft.add(new ItemsMissing(stillMissing));
        }
    }

    private List<CaseEvent> refer(CaseCommand.Refer refer) {
        return awaitsReferral()
                ? List.of(new ReferralIssued(refer.referral(), refer.agency(), refer.kind(), refer.basis()))
                : List.of();
    }

    /** Facts decided so far, and the case as it would stand with them. */
    private final class Draft {
        private final List<CaseEvent> events = new ArrayList<>();
        private final CaseFile then = copy();

        void add(CaseEvent event) {
            events.add(event);
            then.apply(event);
        }
    }

    private CaseFile copy() {
        var copy = new CaseFile();
        copy.required.addAll(required);
        copy.provided.addAll(provided);
        copy.missing.addAll(missing);
        copy.referrals.addAll(referrals);
        copy.joined.addAll(joined);
        copy.submissions.addAll(submissions);
        copy.archive = archive;
        copy.isMoved = isMoved;
        copy.copyOnly = copyOnly;
        copy.lastArrival = lastArrival;
        copy.agenda = agenda;
        copy.direction = direction;
        copy.completeSince = completeSince;
        return copy;
    }
}
