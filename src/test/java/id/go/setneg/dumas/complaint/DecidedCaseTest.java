package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.Complaints;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What rules and officers decide on a case: once, and with the facts that follow. */
class DecidedCaseTest {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T08:00:00+07:00");
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final Basis BASIS = new Basis("table", "1", 2, "because");
    private static final Set<RequiredItem> REQUIRED =
            EnumSet.of(RequiredItem.NAME, RequiredItem.ADDRESS, RequiredItem.SIGNATURE, RequiredItem.EVIDENCE);

    private final CaseFile file = new CaseFile();

    @Test
    void anAlarmIsRaisedOnceOfEachKind() {
        receive(Complaints.letter("PRES/2026/000001"));
        assertThat(decide(new CaseCommand.RaiseAlarm(Alarm.THREAT, BASIS))).hasSize(1);
        assertThat(decide(new CaseCommand.RaiseAlarm(Alarm.THREAT, BASIS))).isEmpty();
        assertThat(decide(new CaseCommand.RaiseAlarm(Alarm.EMERGENCY, BASIS))).hasSize(1);
        assertThat(file.alarms()).containsExactlyInAnyOrder(Alarm.THREAT, Alarm.EMERGENCY);
    }

    @Test
    void aCaseIsArchivedAndTakenOutOnce() {
        receive(Complaints.letter("PRES/2026/000001"));
        var archive = new CaseCommand.Archive(Ground.OUTSIDE_AUTHORITY, "officer", DAY, "alasan");
        assertThat(decide(new CaseCommand.Reopen(AT))).isEmpty();
        assertThat(decide(archive)).hasSize(1);
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(decide(archive)).isEmpty();
        assertThat(decide(new CaseCommand.Reopen(AT))).containsExactly(new CaseEvent.CaseReopened(AT));
        assertThat(file.state()).isNotEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void aCaseIsClosedOnceAndMayBeOpenedAgain() {
        receive(Complaints.letter("PRES/2026/000001"));
        assertThat(decide(new CaseCommand.Close(DAY))).containsExactly(new CaseEvent.CaseClosed(DAY));
        assertThat(file.state()).isEqualTo(CaseState.CLOSED);
        assertThat(decide(new CaseCommand.Close(DAY))).isEmpty();
        assertThat(decide(new CaseCommand.Reopen(AT))).hasSize(1);
        assertThat(file.state()).isNotEqualTo(CaseState.CLOSED);
    }

    @Test
    void aVerdictArchivesAndABetterOneTakesOutAgain() {
        receive(Complaints.letter("PRES/2026/000001"));
        Verdict out = new Verdict(Eligibility.ARCHIVE, Ground.BEFORE_COURT, false, BASIS);
        assertThat(judge(out))
                .containsExactly(
                        new CaseEvent.EligibilityDecided(out),
                        new CaseEvent.CaseArchived(Ground.BEFORE_COURT, "hub", DAY, null));
        assertThat(judge(out)).isEmpty();
        Verdict in = new Verdict(Eligibility.PROCEED, Ground.NONE, true, BASIS);
        assertThat(judge(in)).startsWith(new CaseEvent.EligibilityDecided(in), new CaseEvent.CaseReopened(AT));
        assertThat(judge(out)).as("a person said otherwise").isEmpty();
    }

    @Test
    void aPersonsVerdictArchivesInThePersonsName() {
        receive(Complaints.letter("PRES/2026/000001"));
        Verdict inform = new Verdict(Eligibility.INFORM, Ground.INFORMATION_REQUEST, true, BASIS);
        assertThat(judge(inform))
                .endsWith(new CaseEvent.CaseArchived(Ground.INFORMATION_REQUEST, "officer", DAY, null));
    }

    @Test
    void whoIsAskedIsAskedForWhatIsMissingRoundByRound() {
        receive(Complaints.letter("PRES/2026/000001").signed(false));
        judge(new Verdict(Eligibility.PROCEED, Ground.NONE, false, BASIS));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_COMPLETION);
        Set<RequiredItem> signature = EnumSet.of(RequiredItem.SIGNATURE);
        assertThat(decide(new CaseCommand.AskForItems())).containsExactly(new CaseEvent.CompletionAsked(signature, 1));
        assertThat(decide(new CaseCommand.AskForItems())).containsExactly(new CaseEvent.CompletionAsked(signature, 2));

        assertThat(decide(new CaseCommand.ConfirmItems(signature, AT)))
                .containsExactly(new CaseEvent.ItemsConfirmed(signature, AT), new CaseEvent.CaseCompleted(AT));
        assertThat(file.completeSince()).contains(AT);
        assertThat(decide(new CaseCommand.AskForItems())).isEmpty();
        assertThat(decide(new CaseCommand.Lapse(DAY))).isEmpty();
    }

    @Test
    void whatDoesNotComeIsArchivedAndALateSupplementOpensItAgain() {
        receive(Complaints.letter("PRES/2026/000001").signed(false));
        judge(new Verdict(Eligibility.PROCEED, Ground.NONE, false, BASIS));
        assertThat(decide(new CaseCommand.Lapse(DAY)))
                .containsExactly(new CaseEvent.CaseArchived(Ground.NOT_COMPLETED, "hub", DAY, null));
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(receive(Complaints.letter("PRES/2026/000002")))
                .hasAtLeastOneElementOfType(CaseEvent.CaseReopened.class);
        assertThat(file.state()).isNotEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void whatAPersonRejectsIsMissing() {
        receive(Complaints.letter("PRES/2026/000001").signed(false));
        assertThat(decide(new CaseCommand.RejectItems(EnumSet.of(RequiredItem.EVIDENCE))))
                .contains(new CaseEvent.ItemsMissing(EnumSet.of(RequiredItem.SIGNATURE, RequiredItem.EVIDENCE)));
    }

    @Test
    void aDirectionIsGivenAndWithdrawnOnce() {
        receive(Complaints.letter("PRES/2026/000001").direction(null));
        var direction = new Complaint.Direction("Deputi", DAY, "Tindak lanjuti", "ND-1/2026");
        assertThat(decide(new CaseCommand.WithdrawDirection())).isEmpty();
        assertThat(decide(new CaseCommand.Direct(direction, false)))
                .containsExactly(new CaseEvent.DirectionGiven(direction));
        assertThat(decide(new CaseCommand.Direct(direction, false))).isEmpty();
        assertThat(file.direction()).contains(direction);
        assertThat(decide(new CaseCommand.WithdrawDirection()))
                .containsExactly(new CaseEvent.DirectionWithdrawn(direction));
        assertThat(file.direction()).isEmpty();
        assertThat(decide(new CaseCommand.Withdraw(new UUID(9, 9)))).isEmpty();
    }

    private List<CaseEvent> judge(Verdict verdict) {
        return decide(new CaseCommand.Judge(verdict, AT));
    }

    private List<CaseEvent> receive(Complaints what) {
        return decide(new CaseCommand.Receive(UUID.randomUUID(), what.complaint(), REQUIRED));
    }

    private List<CaseEvent> decide(CaseCommand command) {
        List<CaseEvent> events = file.decide(command);
        events.forEach(file::apply);
        return events;
    }
}
