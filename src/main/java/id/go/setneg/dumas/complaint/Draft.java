package id.go.setneg.dumas.complaint;

import id.go.setneg.dumas.complaint.CaseEvent.AgendaNumberAssigned;
import id.go.setneg.dumas.complaint.CaseEvent.AlarmRaised;
import id.go.setneg.dumas.complaint.CaseEvent.AlarmsSeenTo;
import id.go.setneg.dumas.complaint.CaseEvent.CaseArchived;
import id.go.setneg.dumas.complaint.CaseEvent.CaseClosed;
import id.go.setneg.dumas.complaint.CaseEvent.CaseReopened;
import id.go.setneg.dumas.complaint.CaseEvent.CompletionAsked;
import id.go.setneg.dumas.complaint.CaseEvent.CorrespondenceFiled;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionGiven;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionWithdrawn;
import id.go.setneg.dumas.complaint.CaseEvent.EligibilityDecided;
import id.go.setneg.dumas.complaint.CaseEvent.ItemsConfirmed;
import id.go.setneg.dumas.complaint.CaseEvent.ItemsRejected;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionCorrected;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionDeleted;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionMoved;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionRepeated;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts that a command decides, and the case as it would stand with them. */
final class Draft {

    /** The office's day is that of Jakarta. */
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final CaseFile then;
    private final List<CaseEvent> events = new ArrayList<>();

    Draft(CaseFile then) {
        this.then = then;
    }

    List<CaseEvent> decide(CaseCommand command) {
        switch (command) {
            case CaseCommand.Receive receive -> receive(receive);
            case CaseCommand.NoteRepetition again -> add(new SubmissionRepeated(again.source(), again.feed()));
            case CaseCommand.Withdraw withdraw ->
                addIf(
                        then.holds(withdraw.submission()) || then.joins(withdraw.submission()),
                        new SubmissionDeleted(withdraw.submission()));
            case CaseCommand.Move moved -> move(moved);
            case CaseCommand.FileCorrespondence filed ->
                add(new CorrespondenceFiled(filed.correspondence(), filed.kind(), filed.delivery(), filed.detail()));
            case CaseCommand.Judge judge -> {
                judge(judge.verdict(), judge.at());
                assess();
            }
            case CaseCommand.RaiseAlarm raise ->
                addIf(
                        !then.alarms().contains(raise.alarm()),
                        new AlarmRaised(raise.alarm(), raise.basis(), raise.role(), raise.delivery()));
            case CaseCommand.SeeToAlarms seen -> {
                Set<Alarm> open = new HashSet<>(then.alarms());
                open.retainAll(seen.alarms());
                addIf(!open.isEmpty(), new AlarmsSeenTo(open));
            }
            case CaseCommand.ConfirmItems found -> {
                add(new ItemsConfirmed(found.items(), found.since()));
                assess();
            }
            case CaseCommand.RejectItems rejected -> {
                add(new ItemsRejected(rejected.items()));
                assess();
            }
            case CaseCommand.AssessAnew anew -> assess();
            case CaseCommand.AskForItems ask ->
                addIf(
                        then.state() == CaseState.AWAITING_COMPLETION,
                        new CompletionAsked(then.missing(), then.roundsOfAsking() + 1));
            case CaseCommand.Direct direct -> direct(direct);
            case CaseCommand.WithdrawDirection withdraw ->
                then.direction().map(DirectionWithdrawn::new).ifPresent(this::add);
            case CaseCommand.Archive archive ->
                archive(new CaseArchived(archive.ground(), archive.by(), archive.date(), archive.reason()));
            case CaseCommand.Lapse lapse -> {
                if (then.state() == CaseState.AWAITING_COMPLETION) {
                    archive(new CaseArchived(Ground.NOT_COMPLETED, "hub", lapse.date(), null));
                }
            }
            case CaseCommand.Reopen reopen ->
                addIf(then.standing().isArchived() || then.standing().isClosed(), new CaseReopened(reopen.at()));
            case CaseCommand.Close close -> addIf(!then.standing().isClosed(), new CaseClosed(close.date()));
            case CaseCommand.Refer refer -> refer(then.awaitsReferral(), List.of(refer));
            case CaseCommand.ReferTogether together -> refer(then.isReferable(), together.referrals());
            case CaseCommand.LeaveToPerson left -> {
                if (then.isReferable()) {
                    then.known().leave(left).forEach(this::add);
                }
            }
            case CaseCommand.OrderFieldCheck order ->
                then.known().orderFieldCheck(order.referral()).forEach(this::add);
            case CaseCommand.ConfirmDelivery confirm ->
                then.known().confirmDelivery(confirm.referral()).forEach(this::add);
            case CaseCommand.Hold hold ->
                then.known().hold(hold.referral(), hold.reason()).forEach(this::add);
            case CaseCommand.Report report ->
                then.known().report(report.agency(), report.update()).forEach(this::add);
        }
        return events;
    }

    /** With a letter goes what it alone brought: its items, its agenda number, its direction. */
    private void move(CaseCommand.Move moved) {
        if (!then.holds(moved.submission())) {
            return;
        }
        add(new SubmissionMoved(moved.submission(), moved.to(), moved.agenda()));
        if (moved.direction() != null
                && moved.direction().equals(then.direction().orElse(null))) {
            add(new DirectionWithdrawn(moved.direction()));
        }
    }

    private void refer(boolean isAllowed, List<CaseCommand.Refer> wanted) {
        if (isAllowed) {
            then.known().issue(wanted).forEach(this::add);
        }
    }

    private void add(CaseEvent event) {
        events.add(event);
        then.apply(event);
    }

    private void addIf(boolean isNews, CaseEvent event) {
        if (isNews) {
            add(event);
        }
    }

    private void receive(CaseCommand.Receive receive) {
        Complaint complaint = receive.complaint();
        if (receive.former() == null) {
            add(new SubmissionReceived(
                    receive.submission(),
                    complaint.source(),
                    complaint.channel(),
                    complaint.receivedAt(),
                    complaint.copyOnly(),
                    receive.required(),
                    receive.provided()));
        }
        Changes.of(receive).stream().filter(this::isNews).forEach(this::add);
        if (bringsSomething() && then.standing().isArchivedFor(Ground.NOT_COMPLETED)) {
            add(new CaseReopened(receive.at()));
        }
        registration(
                complaint, receive.former() == null ? null : receive.former().complaint());
        assess();
    }

    private boolean bringsSomething() {
        return events.stream()
                .anyMatch(event -> event instanceof SubmissionReceived
                        || (event instanceof SubmissionCorrected corrected
                                && !corrected.fields().isEmpty()));
    }

    private void registration(Complaint complaint, @Nullable Complaint before) {
        Complaint.Agenda given = complaint.letter().agenda();
        if (given != null
                && !given.equals(then.agenda().orElse(null))
                && (before == null || !given.equals(before.letter().agenda()))) {
            add(new AgendaNumberAssigned(given));
        }
        Complaint.Direction direction = complaint.direction();
        if (direction != null
                && !direction.equals(then.direction().orElse(null))
                && (before == null || !direction.equals(before.direction()))) {
            add(new DirectionGiven(direction));
        }
    }

    /** What one of several letters takes back counts when it is what the case stands on. */
    private boolean isNews(CaseEvent event) {
        return switch (event) {
            case DirectionWithdrawn withdrawn ->
                withdrawn.direction().equals(then.direction().orElse(null));
            case CaseReopened reopened -> then.standing().isArchived();
            case CaseArchived decided -> then.standing().isNews(decided);
            default -> true;
        };
    }

    /** The verdict, and what follows: an ineligible case is archived, one that turns out eligible is taken out again. */
    private void judge(Verdict verdict, OffsetDateTime at) {
        Standing now = then.standing();
        if (!now.isNews(verdict)) {
            return;
        }
        boolean wasArchivedByVerdict = now.isArchivedByVerdict();
        add(new EligibilityDecided(verdict));
        boolean isOut = verdict.outcome() == Eligibility.ARCHIVE || verdict.outcome() == Eligibility.INFORM;
        if (isOut && !now.isArchived()) {
            String by = verdict.byPerson() ? "officer" : "hub";
            add(new CaseArchived(verdict.ground(), by, at.atZoneSameInstant(WIB).toLocalDate(), null));
        } else if (!isOut && wasArchivedByVerdict) {
            add(new CaseReopened(at));
        }
    }

    private void assess() {
        if (then.isToBeAssessed()) {
            then.items().assess().ifPresent(this::add);
        }
        then.assessTogether().ifPresent(this::add);
    }

    private void direct(CaseCommand.Direct direct) {
        boolean isNews = direct.inAdvance()
                ? then.state() == CaseState.AWAITING_DIRECTION
                        && then.standing().mayBeDirectedInAdvance()
                : !direct.direction().equals(then.direction().orElse(null));
        addIf(isNews, new DirectionGiven(direct.direction()));
    }

    private void archive(CaseArchived archived) {
        addIf(then.standing().isNews(archived), archived);
    }
}
