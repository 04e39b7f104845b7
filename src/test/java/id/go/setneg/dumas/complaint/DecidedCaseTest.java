package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.Complaints;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    void anAlarmOfEachKindIsRaisedOnceUntilSomebodySeesToIt() {
        receive(Complaints.letter("PRES/2026/000001"));
        assertThat(decide(raise(Alarm.THREAT))).hasSize(1);
        assertThat(decide(raise(Alarm.THREAT))).isEmpty();
        assertThat(decide(raise(Alarm.EMERGENCY))).hasSize(1);
        assertThat(file.alarms()).containsExactlyInAnyOrder(Alarm.THREAT, Alarm.EMERGENCY);

        assertThat(decide(new CaseCommand.SeeToAlarms(Set.of(Alarm.THREAT, Alarm.SELF_HARM))))
                .containsExactly(new CaseEvent.AlarmsSeenTo(Set.of(Alarm.THREAT)));
        assertThat(decide(new CaseCommand.SeeToAlarms(Set.of(Alarm.THREAT)))).isEmpty();
        assertThat(file.alarms()).containsExactly(Alarm.EMERGENCY);
        assertThat(decide(raise(Alarm.THREAT))).hasSize(1);
    }

    private static CaseCommand raise(Alarm alarm) {
        return new CaseCommand.RaiseAlarm(alarm, BASIS, "officer", null);
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

    @Test
    void theDayOfAnArchiveIsTheDayInJakarta() {
        receive(Complaints.letter("PRES/2026/000001"));
        Verdict out = new Verdict(Eligibility.ARCHIVE, Ground.BEFORE_COURT, false, BASIS);
        assertThat(decide(new CaseCommand.Judge(out, OffsetDateTime.parse("2026-11-23T18:30:00Z"))))
                .contains(new CaseEvent.CaseArchived(Ground.BEFORE_COURT, "hub", DAY, null));
    }

    @Test
    void aRuleTakesOutOnlyWhatARulePutIntoTheArchive() {
        receive(Complaints.letter("PRES/2026/000001"));
        decide(new CaseCommand.Archive(Ground.OFFICE, "Asdep", DAY, "alasan"));
        Verdict out = new Verdict(Eligibility.ARCHIVE, Ground.BEFORE_COURT, false, BASIS);
        assertThat(judge(out)).as("it is there already").containsExactly(new CaseEvent.EligibilityDecided(out));
        Verdict in = new Verdict(Eligibility.PROCEED, Ground.NONE, false, BASIS);
        assertThat(judge(in)).containsExactly(new CaseEvent.EligibilityDecided(in));
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(file.verdict()).contains(in);
    }

    @Test
    void whatNoRuleCanTellWaitsForAPersonOutsideTheArchive() {
        receive(Complaints.letter("PRES/2026/000001"));
        Verdict out = new Verdict(Eligibility.INFORM, Ground.INFORMATION_REQUEST, false, BASIS);
        Verdict look = new Verdict(Eligibility.LOOK, Ground.NONE, false, BASIS);
        judge(out);
        assertThat(judge(look)).containsExactly(new CaseEvent.EligibilityDecided(look), new CaseEvent.CaseReopened(AT));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DECISION);
        assertThat(file.isReferable()).isFalse();
    }

    @Test
    void aMereCopyThatIsToBeFollowedUpNeedsItsPapers() {
        receive(Complaints.letter("PRES/2026/000001").copyOnly().signed(false));
        assertThat(file.state()).isEqualTo(CaseState.REGISTERED);
        Verdict in = new Verdict(Eligibility.PROCEED, Ground.NONE, true, BASIS);
        assertThat(judge(in))
                .containsExactly(
                        new CaseEvent.EligibilityDecided(in),
                        new CaseEvent.ItemsMissing(EnumSet.of(RequiredItem.SIGNATURE)));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_COMPLETION);
    }

    @Test
    void aMereCopyThatARuleIsUnsureOfStaysOne() {
        receive(Complaints.letter("PRES/2026/000001").copyOnly());
        assertThat(judge(new Verdict(Eligibility.LOOK, Ground.COPY_ONLY, false, BASIS)))
                .hasSize(1);
        assertThat(file.completeSince()).isEmpty();
    }

    @Test
    void onlyWhatBringsSomethingOpensWhatWasNotCompletedInTime() {
        Complaints letter = Complaints.letter("PRES/2026/000001").signed(false);
        UUID first = received(letter);
        decide(new CaseCommand.Lapse(DAY));
        var hidden = new Complaint.Origin(null, List.of(), List.of(), null, null, null, true, null);
        assertThat(decide(newer(first, letter, letter.origin(hidden))))
                .hasSize(2)
                .contains(new CaseEvent.VisibilityChanged("spde", true));
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);

        assertThat(decide(newer(first, letter, letter.signed(true))))
                .contains(new CaseEvent.CaseReopened(AT), new CaseEvent.CaseCompleted(AT));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    @Test
    void whatTheOfficeArchivedIsNotOpenedByASupplement() {
        UUID first = received(Complaints.letter("PRES/2026/000001"));
        decide(new CaseCommand.Archive(Ground.OFFICE, "Asdep", DAY, "alasan"));
        assertThat(receive(Complaints.letter("PRES/2026/000002"))).noneMatch(CaseEvent.CaseReopened.class::isInstance);
        assertThat(file.holds(first)).isTrue();
    }

    @Test
    void anItemCountsFromItsFirstArrivalWhicheverIsToldFirst() {
        receive(Complaints.letter("PRES/2026/000001").signed(false));
        Set<RequiredItem> signature = EnumSet.of(RequiredItem.SIGNATURE);
        assertThat(decide(new CaseCommand.ConfirmItems(signature, AT))).contains(new CaseEvent.CaseCompleted(AT));
        decide(new CaseCommand.ConfirmItems(signature, AT.minusDays(1)));
        decide(new CaseCommand.ConfirmItems(signature, AT.plusDays(1)));
        decide(new CaseCommand.RejectItems(EnumSet.of(RequiredItem.EVIDENCE)));
        assertThat(decide(new CaseCommand.ConfirmItems(EnumSet.of(RequiredItem.EVIDENCE), AT.minusDays(2))))
                .contains(new CaseEvent.CaseCompleted(AT.minusDays(1)));
    }

    @Test
    void whatIsNotAskedDoesNotMoveTheDayOfCompleteness() {
        receive(Complaints.letter("PRES/2026/000001").signed(false));
        decide(new CaseCommand.ConfirmItems(EnumSet.of(RequiredItem.POWER_OF_ATTORNEY), AT.plusDays(5)));
        assertThat(decide(new CaseCommand.ConfirmItems(EnumSet.of(RequiredItem.SIGNATURE), AT)))
                .contains(new CaseEvent.CaseCompleted(AT));
        assertThat(file.missing()).isEmpty();
    }

    @Test
    void whatIsMissingIsWhatIsMissingNow() {
        receive(Complaints.letter("PRES/2026/000001").signed(false).name(null));
        decide(new CaseCommand.ConfirmItems(EnumSet.of(RequiredItem.NAME), AT));
        assertThat(file.missing()).containsExactly(RequiredItem.SIGNATURE);
        assertThat(decide(new CaseCommand.AskForItems()))
                .containsExactly(new CaseEvent.CompletionAsked(EnumSet.of(RequiredItem.SIGNATURE), 1));
    }

    @Test
    void ofWhomNothingIsAskedNothingIsMissing() {
        assertThat(decide(new CaseCommand.Receive(
                        UUID.randomUUID(), Complaints.letter("PRES/2026/000001").complaint(), Set.of())))
                .noneMatch(fact -> fact instanceof CaseEvent.CaseCompleted || fact instanceof CaseEvent.ItemsMissing);
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(decide(new CaseCommand.AskForItems())).isEmpty();
        assertThat(decide(new CaseCommand.Lapse(DAY))).isEmpty();
    }

    @Test
    void aStandingDirectionIsForWhatWaitsForOne() {
        var standing = new Complaint.Direction("Deputi", DAY, "Arahan tetap", "ND-9/2026");
        assertThat(decide(new CaseCommand.Direct(standing, true)))
                .as("nothing waits")
                .isEmpty();
        receive(Complaints.letter("PRES/2026/000001").direction(null).signed(false));
        assertThat(decide(new CaseCommand.Direct(standing, true)))
                .as("incomplete")
                .isEmpty();
        decide(new CaseCommand.ConfirmItems(EnumSet.of(RequiredItem.SIGNATURE), AT));
        assertThat(decide(new CaseCommand.Direct(standing, true)))
                .containsExactly(new CaseEvent.DirectionGiven(standing));
        assertThat(decide(new CaseCommand.Direct(standing, true))).isEmpty();
    }

    @Test
    void aStandingDirectionDoesNotReplaceOneThatWasTakenBackUntilAnotherIsGiven() {
        receive(Complaints.letter("PRES/2026/000001"));
        var standing = new Complaint.Direction("Deputi", DAY, "Arahan tetap", "ND-9/2026");
        decide(new CaseCommand.WithdrawDirection());
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
        assertThat(decide(new CaseCommand.Direct(standing, true))).isEmpty();
        assertThat(decide(new CaseCommand.Direct(standing, false)))
                .containsExactly(new CaseEvent.DirectionGiven(standing));
    }

    @Test
    void aCorrectedLetterRegistersAndDirectsWhatItNewlySays() {
        Complaints mail = Complaints.mail("<satu@contoh.invalid>");
        Complaints letter = Complaints.letter("PRES/2026/000001");
        UUID first = received(mail);
        assertThat(decide(newer(
                        first,
                        mail,
                        mail.agenda(letter.complaint().letter().agenda())
                                .direction(letter.complaint().direction()))))
                .contains(
                        new CaseEvent.AgendaNumberAssigned(
                                letter.complaint().letter().agenda()),
                        new CaseEvent.DirectionGiven(letter.complaint().direction()));
    }

    @Test
    void whatIsSentAgainAndWhatIsWrittenAboutACaseIsNoted() {
        receive(Complaints.letter("PRES/2026/000001"));
        CaseState before = file.state();
        var id = new UUID(3, 3);
        assertThat(decide(new CaseCommand.NoteRepetition("mail", "dumas-mailbox")))
                .containsExactly(new CaseEvent.SubmissionRepeated("mail", "dumas-mailbox"));
        assertThat(decide(new CaseCommand.FileCorrespondence(id, CorrespondenceKind.BOUNCE, id, "5.1.1")))
                .containsExactly(new CaseEvent.CorrespondenceFiled(id, CorrespondenceKind.BOUNCE, id, "5.1.1"));
        assertThat(file.state()).isEqualTo(before);
    }

    @Test
    void aCaseWhoseSourceTookEverythingBackIsWithdrawn() {
        UUID first = received(Complaints.letter("PRES/2026/000001"));
        UUID second = received(Complaints.lapor("100045"));
        assertThat(decide(new CaseCommand.Withdraw(first))).containsExactly(new CaseEvent.SubmissionDeleted(first));
        assertThat(decide(new CaseCommand.Withdraw(first))).isEmpty();
        assertThat(file.state()).isNotEqualTo(CaseState.WITHDRAWN);
        decide(new CaseCommand.Withdraw(second));
        assertThat(file.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(file.isReferable()).isFalse();
    }

    @Test
    void aCaseWhoseRecordsAreAllAboutAnotherOneIsMerged() {
        UUID first = received(Complaints.letter("PRES/2026/000001"));
        UUID second = received(Complaints.lapor("100045"));
        var other = new CaseNumber(2026, 7);
        assertThat(decide(new CaseCommand.Move(first, other, null, null)))
                .containsExactly(new CaseEvent.SubmissionMoved(first, other, null));
        assertThat(decide(new CaseCommand.Move(first, other, null, null))).isEmpty();
        assertThat(file.state()).isNotEqualTo(CaseState.MERGED);
        decide(new CaseCommand.Move(second, other, null, null));
        assertThat(file.state()).isEqualTo(CaseState.MERGED);
    }

    @Test
    void aCaseThatStillHeldSomethingWhenARecordMovedIsWithdrawnWithTheRest() {
        UUID first = received(Complaints.letter("PRES/2026/000001"));
        UUID second = received(Complaints.lapor("100045"));
        decide(new CaseCommand.Move(first, new CaseNumber(2026, 7), null, null));
        decide(new CaseCommand.Withdraw(second));
        assertThat(file.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void noAgencyIsAskedAndNobodyToldToFindOneWhileItIsNotCompleteAndDirected() {
        var refer = new CaseCommand.Refer(UUID.randomUUID(), new AgencyCode("kpk"), Referral.Kind.ACTION, BASIS, null);
        var left = new CaseCommand.LeaveToPerson(BASIS, new Explanation(false, Map.of(), List.of(), "Petugas."));
        receive(Complaints.letter("PRES/2026/000001").direction(null));
        assertThat(decide(new CaseCommand.ReferTogether(List.of(refer)))).isEmpty();
        assertThat(decide(left)).isEmpty();
        decide(new CaseCommand.Close(DAY));
        assertThat(decide(new CaseCommand.ReferTogether(List.of(refer)))).isEmpty();
    }

    private UUID received(Complaints what) {
        UUID id = UUID.randomUUID();
        decide(new CaseCommand.Receive(id, what.complaint(), REQUIRED));
        return id;
    }

    private static CaseCommand newer(UUID former, Complaints before, Complaints now) {
        return new CaseCommand.Receive(
                UUID.randomUUID(),
                now.complaint(),
                REQUIRED,
                new CaseCommand.Receive.Former(former, before.complaint()),
                AT);
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
