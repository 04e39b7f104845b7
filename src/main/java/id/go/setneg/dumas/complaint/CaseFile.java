package id.go.setneg.dumas.complaint;

import static java.util.function.Predicate.not;

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
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionRepeated;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    private final Map<UUID, Referral> referrals = new LinkedHashMap<>();
    private final Set<UUID> submissions = new LinkedHashSet<>();
    private boolean archived;
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
            case CaseCommand.FileCorrespondence filed ->
                List.of(new CorrespondenceFiled(
                        filed.correspondence(), filed.kind(), filed.delivery(), filed.detail()));
            case CaseCommand.Refer refer -> refer(refer);
            case CaseCommand.ConfirmDelivery confirm -> confirmDelivery(confirm.referral());
            case CaseCommand.Hold hold -> hold(hold.referral(), hold.reason());
            case CaseCommand.Report report -> report(report.agency(), report.update());
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
            case CaseArchived decided -> archived = true;
            case CaseReopened reopened -> archived = false;
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
            case ReferralIssued issued ->
                referrals.put(
                        issued.referral(),
                        new Referral(issued.referral(), issued.agency(), issued.kind(), ReferralState.PREPARED));
            case ReferralDelivered delivered -> move(delivered.referral(), ReferralState.DELIVERED);
            case ReferralHeld held -> move(held.referral(), ReferralState.HELD);
            case StatusReported reported ->
                move(reported.referral(), reported.status().state());
        }
    }

    public CaseState state() {
        List<Referral> live =
                referrals.values().stream().filter(Referral::isLive).toList();
        if (!live.isEmpty()) {
            return referred(live);
        }
        if (archived) {
            return CaseState.ARCHIVED;
        }
        if (submissions.isEmpty() && lastArrival != null) {
            return CaseState.WITHDRAWN;
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

    /** Agencies that sent it back, and are not asked again. */
    public Collection<AgencyCode> refusedBy() {
        return referrals.values().stream()
                .filter(not(Referral::isLive))
                .map(Referral::agency)
                .toList();
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
        return List.copyOf(referrals.values());
    }

    private static CaseState referred(List<Referral> live) {
        if (live.stream().allMatch(referral -> referral.state() == ReferralState.ANSWERED)) {
            return CaseState.ANSWERED;
        }
        return live.stream().anyMatch(referral -> referral.state().compareTo(ReferralState.ACKNOWLEDGED) >= 0)
                ? CaseState.IN_PROGRESS
                : CaseState.REFERRED;
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
        Changes.of(receive).forEach(draft::add);
        Complaint.Agenda given = complaint.letter().agenda();
        if (given != null && !given.equals(agenda)) {
            draft.add(new AgendaNumberAssigned(given));
        }
        if (complaint.direction() != null && !complaint.direction().equals(direction)) {
            draft.add(new DirectionGiven(complaint.direction()));
        }
        assess(draft);
        return draft.events;
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

    private List<CaseEvent> refer(CaseCommand.Refer refer) {
        return awaitsReferral()
                ? List.of(new ReferralIssued(refer.referral(), refer.agency(), refer.kind(), refer.basis()))
                : List.of();
    }

    private List<CaseEvent> confirmDelivery(UUID referral) {
        boolean isNews = known(referral).state().compareTo(ReferralState.DELIVERED) < 0;
        return isNews ? List.of(new ReferralDelivered(referral)) : List.of();
    }

    private List<CaseEvent> hold(UUID referral, String reason) {
        boolean isNews = known(referral).state() == ReferralState.PREPARED;
        return isNews ? List.of(new ReferralHeld(referral, reason)) : List.of();
    }

    private List<CaseEvent> report(AgencyCode agency, StatusUpdate update) {
        Referral referral = known(update.referral());
        if (!referral.agency().equals(agency)) {
            throw new UnknownReferral(update.referral());
        }
        return List.of(new StatusReported(
                referral.id(),
                agency,
                update.id(),
                update.status(),
                update.at(),
                update.note(),
                update.letterNumber()));
    }

    private Referral known(UUID id) {
        Referral referral = referrals.get(id);
        if (referral == null) {
            throw new UnknownReferral(id);
        }
        return referral;
    }

    private void move(UUID referral, ReferralState reported) {
        referrals.computeIfPresent(referral, (id, known) -> known.now(reported));
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
        copy.referrals.putAll(referrals);
        copy.submissions.addAll(submissions);
        copy.archived = archived;
        copy.copyOnly = copyOnly;
        copy.lastArrival = lastArrival;
        copy.agenda = agenda;
        copy.direction = direction;
        copy.completeSince = completeSince;
        return copy;
    }
}
