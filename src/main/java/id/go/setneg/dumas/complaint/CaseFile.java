package id.go.setneg.dumas.complaint;

import id.go.setneg.dumas.complaint.CaseEvent.AgendaNumberAssigned;
import id.go.setneg.dumas.complaint.CaseEvent.CaseArchived;
import id.go.setneg.dumas.complaint.CaseEvent.CaseCompleted;
import id.go.setneg.dumas.complaint.CaseEvent.CaseReopened;
import id.go.setneg.dumas.complaint.CaseEvent.CorrespondenceFiled;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionGiven;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionWithdrawn;
import id.go.setneg.dumas.complaint.CaseEvent.ItemsMissing;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralDelivered;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralHeld;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.CaseEvent.StatusReported;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionCorrected;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionDeleted;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionMoved;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionRepeated;
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
            case CaseCommand.NoteRepetition again -> List.of(new SubmissionRepeated(again.source(), again.feed()));
            case CaseCommand.Withdraw withdraw ->
                submissions.contains(withdraw.submission())
                        ? List.of(new SubmissionDeleted(withdraw.submission()))
                        : List.of();
            case CaseCommand.Move moved ->
                submissions.contains(moved.submission())
                        ? List.of(new SubmissionMoved(moved.submission(), moved.to()))
                        : List.of();
            case CaseCommand.FileCorrespondence filed ->
                List.of(new CorrespondenceFiled(
                        filed.correspondence(), filed.kind(), filed.delivery(), filed.detail()));
            case CaseCommand.Refer refer -> awaitsReferral() ? referrals.issue(List.of(refer)) : List.of();
            case CaseCommand.ReferTogether together ->
                isReferable() ? referrals.issue(together.referrals()) : List.of();
            case CaseCommand.LeaveToPerson left -> isReferable() ? referrals.leave(left) : List.of();
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
                submissions.add(corrected.submission());
            }
            case SubmissionDeleted deleted -> submissions.remove(deleted.submission());
            case CaseArchived decided -> archive = decided.archive();
            case CaseReopened reopened -> archive = null;
            case SubmissionMoved moved -> move(moved);
            case DirectionWithdrawn withdrawn -> direction = null;
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
            case CaseEvent.ReferralLeftToPerson left -> referrals.add(left);
            case ReferralDelivered delivered -> referrals.move(delivered.referral(), ReferralState.DELIVERED);
            case ReferralHeld held -> referrals.move(held.referral(), ReferralState.HELD);
            case StatusReported reported ->
                referrals.move(reported.referral(), reported.status().state());
        }
    }

    public CaseState state() {
        Optional<CaseState> withAgencies = referrals.state();
        if (withAgencies.isPresent()) {
            return withAgencies.get();
        }
        if (archive != null) {
            return CaseState.ARCHIVED;
        }
        if (submissions.isEmpty() && lastArrival != null) {
            return isMoved ? CaseState.MERGED : CaseState.WITHDRAWN;
        }
        if (copyOnly) {
            return agenda == null ? CaseState.RECEIVED : CaseState.REGISTERED;
        }
        if (completeSince == null) {
            return missing.isEmpty() ? CaseState.RECEIVED : CaseState.AWAITING_COMPLETION;
        }
        return direction == null ? CaseState.AWAITING_DIRECTION : CaseState.COMPLETE;
    }

    /** Complete, directed, not a mere copy, and with no agency yet: the rules may name one. */
    public boolean awaitsReferral() {
        return state() == CaseState.COMPLETE;
    }

    /** How often it was sent back. */
    public int returns() {
        return referrals.returns();
    }

    /** Agencies that sent it back, and are not asked again. */
    public Collection<AgencyCode> refusedBy() {
        return referrals.refusedBy();
    }

    public Optional<Complaint.Agenda> agenda() {
        return Optional.ofNullable(agenda);
    }

    public Optional<Complaint.Direction> direction() {
        return Optional.ofNullable(direction);
    }

    /** From when the 14 working days count. */
    public Optional<OffsetDateTime> completeSince() {
        return Optional.ofNullable(completeSince);
    }

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
        Changes.of(receive).stream().filter(this::isNews).forEach(draft::add);
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

    /** What one of several letters takes back counts when it is what the case stands on. */
    private boolean isNews(CaseEvent event) {
        return switch (event) {
            case DirectionWithdrawn withdrawn -> withdrawn.direction().equals(direction);
            case CaseReopened reopened -> archive != null;
            case CaseArchived decided -> !decided.archive().equals(archive);
            default -> true;
        };
    }

    private void move(SubmissionMoved moved) {
        submissions.remove(moved.submission());
        isMoved = submissions.isEmpty();
    }

    private void assess(Draft draft) {
        CaseFile then = draft.then;
        if (then.completeSince != null || then.copyOnly || then.lastArrival == null) {
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

    /** Whether agencies may be asked: it is complete, directed and neither archived nor withdrawn. */
    public boolean isReferable() {
        return switch (state()) {
            case COMPLETE, REFERRED, IN_PROGRESS, ANSWERED -> true;
            default -> false;
        };
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
