package id.go.setneg.dumas.complaint;

import id.go.setneg.dumas.complaint.CaseEvent.SubmissionMoved;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One case: the facts so far, and which facts may follow. Deciding changes nothing; applying is the only change, and
 * applying the journal from the first fact gives the same case again. Not safe for use by several threads.
 */
public final class CaseFile {

    private final Items items;
    private final Standing standing;
    private final Referrals referrals = new Referrals();
    private final JoinedCases joined = new JoinedCases();
    private final Arrivals submissions = new Arrivals();
    private final OpenAlarms alarms = new OpenAlarms();

    public CaseFile() {
        this(new Items(), new Standing());
    }

    private CaseFile(Items items, Standing standing) {
        this.items = items;
        this.standing = standing;
    }

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
        return new Draft(copy()).decide(command);
    }

    /** Adds a fact. */
    public void apply(CaseEvent event) {
        switch (event) {
            case SubmissionReceived received -> receive(received);
            case CaseEvent.SubmissionCorrected corrected -> {
                items.corrected(corrected);
                submissions.correct(corrected);
                joined.remove(corrected.former());
            }
            case CaseEvent.SubmissionDeleted deleted -> {
                submissions.delete(deleted.submission());
                joined.remove(deleted.submission());
            }
            case SubmissionMoved moved -> {
                submissions.move(moved);
                items.leave(moved.submission());
            }
            case CaseEvent.EligibilityDecided decided -> standing.judge(decided.verdict());
            case CaseEvent.Alarming about -> alarms.apply(about);
            case CaseEvent.CaseArchived archived -> standing.archive(archived);
            case CaseEvent.CaseReopened reopened -> standing.reopen();
            case CaseEvent.CaseClosed closed -> standing.close();
            case CaseEvent.DirectionGiven given -> standing.direct(given.direction());
            case CaseEvent.DirectionWithdrawn withdrawn -> {
                standing.withdrawDirection();
                joined.withdraw(withdrawn.direction());
            }
            case CaseEvent.FieldCheckOrdered ordered -> referrals.checkField(ordered.referral());
            case CaseEvent.Told told -> {}
            case CaseEvent.AgendaNumberAssigned assigned -> submissions.register(assigned.agenda());
            case CaseEvent.ItemsConfirmed confirmed -> {
                items.found(confirmed.items(), confirmed.since());
                joined.confirm(confirmed.items());
            }
            case CaseEvent.ItemsRejected rejected -> {
                items.reject(rejected.items());
                joined.reject(rejected.items());
            }
            case CaseEvent.ItemsMissing lacking -> items.miss(lacking.items());
            case CaseEvent.CompletionAsked asked -> items.asked();
            case CaseEvent.CaseCompleted completed -> items.complete(completed.since());
            case CaseEvent.ReferralIssued issued -> referrals.add(issued);
            case CaseEvent.ReferralLeftToPerson left -> referrals.add(left);
            case CaseEvent.ReferralDelivered delivered -> referrals.move(delivered.referral(), ReferralState.DELIVERED);
            case CaseEvent.ReferralHeld held -> referrals.move(held.referral(), ReferralState.HELD);
            case CaseEvent.StatusReported reported ->
                referrals.move(reported.referral(), reported.status().state());
            case CaseEvent.Joining about -> {
                joined.apply(about);
                if (about instanceof CaseEvent.CaseParted parted) {
                    submissions.register(parted.agenda());
                    standing.leave(parted.direction());
                }
            }
            case CaseEvent.Shared referral -> referrals.apply(referral);
        }
    }

    public CaseState state() {
        if (joined.isMerged()) {
            return CaseState.MERGED;
        }
        if (standing.isClosed()) {
            return CaseState.CLOSED;
        }
        Optional<CaseState> withAgencies = referrals.state();
        if (withAgencies.isPresent()) {
            return withAgencies.get();
        }
        if (standing.isArchived()) {
            return CaseState.ARCHIVED;
        }
        if (submissions.areGone() && !joined.holdsAny()) {
            return submissions.areMoved() ? CaseState.MERGED : CaseState.WITHDRAWN;
        }
        return standing.awaitsDecision() ? CaseState.AWAITING_DECISION : stateOfPapers();
    }

    private CaseState stateOfPapers() {
        if (isMereCopy()) {
            return agenda().isEmpty() ? CaseState.RECEIVED : CaseState.REGISTERED;
        }
        if (completeSince().isEmpty()) {
            return missing().isEmpty() ? CaseState.RECEIVED : CaseState.AWAITING_COMPLETION;
        }
        return direction().isEmpty() ? CaseState.AWAITING_DIRECTION : CaseState.COMPLETE;
    }

    /** Whether its papers count: not those of a mere copy, unless it is found that it is to be followed up. */
    boolean isToBeAssessed() {
        return items.isAsked() && !isMereCopy();
    }

    private boolean isMereCopy() {
        return joined.copyOnly(submissions.copyOnly()) && !standing.proceeds();
    }

    /** Complete, directed, not a mere copy, and with no agency yet: the rules may name one. */
    public boolean awaitsReferral() {
        return state() == CaseState.COMPLETE;
    }

    /** Whether agencies may be asked: it is complete and directed, and neither archived, withdrawn nor closed. */
    public boolean isReferable() {
        return switch (state()) {
            case COMPLETE, REFERRED, IN_PROGRESS, ANSWERED -> true;
            default -> false;
        };
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
        return joined.agenda(submissions.agenda());
    }

    public Optional<Complaint.Direction> direction() {
        return joined.direction(standing.direction().orElse(null));
    }

    /** From when the 14 working days count. */
    public Optional<OffsetDateTime> completeSince() {
        return joined.completeSince(items.completeSince().orElse(null));
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
        return submissions.present().contains(submission);
    }

    /** Whether a submission was one of its own, or of a case that is part of it, and is no more. */
    public boolean hasLost(UUID submission) {
        return !holds(submission)
                && !joins(submission)
                && (submissions.hasLost(submission) || joined.hasLost(submission));
    }

    /** Whether a submission is one of a case that is part of it. */
    boolean joins(UUID submission) {
        return joined.holds(submission);
    }

    /** What another case has to know of it before both are joined, or parted. */
    Own own() {
        Set<UUID> all = new LinkedHashSet<>(submissions.present());
        all.addAll(joined.submissions());
        return new Own(
                all, isMereCopy(), submissions.agenda(), standing.direction().orElse(null), referrals.given());
    }

    /** Where a referral stands, or the one that stands for it. */
    public Optional<ReferralState> stateOf(UUID referral) {
        return referrals.stateOf(referral);
    }

    public Collection<Referral> referrals() {
        return referrals.all();
    }

    /** What counts of what may be asked: its own items, and those of its parts that speak for it. */
    public Set<RequiredItem> held() {
        return held(true).arrivals().keySet();
    }

    /** What is missing now. */
    public Set<RequiredItem> missing() {
        return joined.missing(items);
    }

    /** Whether what a case brings that is part of this one speaks for the complainant of this one. */
    public boolean isOfSamePerson(CaseNumber part) {
        return joined.isOfSamePerson(part);
    }

    /** The fact that follows from what its cases hold together, none when it says nothing new. */
    Optional<CaseEvent> assessTogether() {
        return joined.assess(items, isToBeAssessed());
    }

    /** What it asks and holds, for the case that it becomes part of. */
    HeldItems held(boolean isSamePerson) {
        return joined.held(items, isToBeAssessed(), isSamePerson);
    }

    /** How often who complained was asked for what is missing. */
    public int roundsOfAsking() {
        return items.rounds();
    }

    /** What the rules or a person say on whether it is followed up. */
    public Optional<Verdict> verdict() {
        return standing.verdict();
    }

    /** What people have to see to. */
    public Set<Alarm> alarms() {
        return alarms.all();
    }

    private void receive(SubmissionReceived received) {
        items.require(received.required());
        items.arrived(received.submission(), received.provided(), received.receivedAt());
        submissions.receive(received);
    }

    Items items() {
        return items;
    }

    Standing standing() {
        return standing;
    }

    Referrals known() {
        return referrals;
    }

    private CaseFile copy() {
        var copy = new CaseFile(items.copy(), standing.copy());
        copy.referrals.addAll(referrals);
        copy.joined.addAll(joined);
        copy.submissions.addAll(submissions);
        copy.alarms.addAll(alarms);
        return copy;
    }
}
