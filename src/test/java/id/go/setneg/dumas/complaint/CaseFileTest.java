package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.go.setneg.dumas.complaint.CaseEvent.AgendaNumberAssigned;
import id.go.setneg.dumas.complaint.CaseEvent.CaseCompleted;
import id.go.setneg.dumas.complaint.CaseEvent.DirectionGiven;
import id.go.setneg.dumas.complaint.CaseEvent.ItemsMissing;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralDelivered;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralHeld;
import id.go.setneg.dumas.complaint.CaseEvent.ReferralIssued;
import id.go.setneg.dumas.complaint.CaseEvent.StatusReported;
import id.go.setneg.dumas.complaint.CaseEvent.SubmissionReceived;
import id.go.setneg.dumas.complaint.StatusUpdate.Status;
import id.go.setneg.dumas.fixture.Complaints;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaseFileTest {

    private static final Set<RequiredItem> ALL = EnumSet.range(RequiredItem.NAME, RequiredItem.EVIDENCE);
    private static final OffsetDateTime ARRIVED = OffsetDateTime.parse("2026-11-20T08:00:00+07:00");
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final AgencyCode LABOUR = new AgencyCode("kemnaker");
    private static final Basis BASIS = new Basis("desk/routing", "v1", 3, "contoh");

    private final CaseFile file = new CaseFile();
    private final List<CaseEvent> journal = new ArrayList<>();

    /** Holds for every case of this class: the journal alone tells the same case. */
    @AfterEach
    void replayingTheJournalGivesTheSameCase() {
        assertThat(CaseFile.of(journal)).usingRecursiveComparison().isEqualTo(file);
        assertThat(CaseFile.of(journal).state()).isEqualTo(file.state());
    }

    // taking in

    @Test
    void aCaseWithoutFactsIsReceived() {
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file.awaitsReferral()).isFalse();
        assertThat(file.agenda()).isEmpty();
        assertThat(file.direction()).isEmpty();
        assertThat(file.completeSince()).isEmpty();
        assertThat(file.referrals()).isEmpty();
    }

    @Test
    void aFullDirectedLetterIsCompleteAtOnce() {
        assertThat(receive(Complaints.letter("PRES/2026/004512")))
                .hasExactlyElementsOfTypes(
                        SubmissionReceived.class,
                        AgendaNumberAssigned.class,
                        DirectionGiven.class,
                        CaseCompleted.class);
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
        assertThat(file.awaitsReferral()).isTrue();
        assertThat(file.completeSince()).contains(ARRIVED);
        assertThat(file.agenda().orElseThrow().number()).isEqualTo("004512");
    }

    @Test
    void aReceivedSubmissionSaysWhatItBringsAndWhatIsAsked() {
        var received = (SubmissionReceived)
                receive(Complaints.mail("<satu@contoh.example>").signed(false)).getFirst();
        assertThat(received.required()).isEqualTo(ALL);
        assertThat(received.provided())
                .containsExactlyInAnyOrder(RequiredItem.NAME, RequiredItem.ADDRESS, RequiredItem.EVIDENCE);
        assertThat(received.channel()).isEqualTo(Channel.EMAIL);
        assertThat(received.source()).isEqualTo("mail");
    }

    @Test
    void anUndirectedCompleteFileWaitsForItsDirection() {
        receive(Complaints.letter("PRES/2026/004512").direction(null));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
        assertThat(file.awaitsReferral()).isFalse();
    }

    @Test
    void aDirectionAloneDoesNotReplaceWhatIsMissing() {
        assertThat(receive(Complaints.letter("PRES/2026/004512").address(" ")))
                .contains(new ItemsMissing(Set.of(RequiredItem.ADDRESS)))
                .contains(new DirectionGiven(direction("Tindak lanjuti")));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_COMPLETION);
        assertThat(file.completeSince()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = RequiredItem.class, mode = EnumSource.Mode.EXCLUDE, names = "POWER_OF_ATTORNEY")
    void eachRequiredItemIsMissedAlone(RequiredItem item) {
        Complaints whole = Complaints.letter("PRES/2026/004512");
        receive(
                switch (item) {
                    case NAME -> whole.name(null);
                    case ADDRESS -> whole.address("");
                    case SIGNATURE -> whole.signed(null);
                    case EVIDENCE, POWER_OF_ATTORNEY -> whole.attachments();
                });
        assertThat(journal).contains(new ItemsMissing(Set.of(item)));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_COMPLETION);
    }

    @Test
    void whatTheChannelDoesNotAskIsNotMissed() {
        receive(Complaints.lapor("100045").attachments(), EnumSet.of(RequiredItem.NAME));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
    }

    @Test
    void missingItemsAreSaidAgainOnlyWhenTheyChange() {
        Complaints bare = Complaints.letter("PRES/2026/004512").name(null).address(null);
        receive(bare);
        assertThat(receive(bare)).hasExactlyElementsOfTypes(SubmissionReceived.class);
        assertThat(receive(bare.name("Contoh Warga Satu")))
                .hasExactlyElementsOfTypes(SubmissionReceived.class, ItemsMissing.class)
                .last()
                .isEqualTo(new ItemsMissing(Set.of(RequiredItem.ADDRESS)));
    }

    // linking

    @Test
    void twoSubmissionsOnOneMatterCompleteItTogether() {
        receive(Complaints.mail("<satu@contoh.example>").signed(false));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_COMPLETION);
        receive(Complaints.letter("PRES/2026/004512").name(null).address(null).receivedAt("2026-11-23T10:00:00+07:00"));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
        assertThat(file.completeSince()).contains(OffsetDateTime.parse("2026-11-23T10:00:00+07:00"));
    }

    @Test
    void theFirstSubmissionSaysWhatIsRequired() {
        receive(Complaints.lapor("100045"), EnumSet.of(RequiredItem.NAME));
        receive(Complaints.letter("PRES/2026/004512").signed(null), ALL);
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    @Test
    void aCompleteCaseStaysCompleteSinceTheSameMoment() {
        receive(Complaints.letter("PRES/2026/004512"));
        assertThat(receive(Complaints.letter("PRES/2026/004512").name(null).receivedAt("2026-11-24T08:00:00+07:00")))
                .hasExactlyElementsOfTypes(SubmissionReceived.class);
        assertThat(file.completeSince()).contains(ARRIVED);
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    @Test
    void aNewDirectionOrAgendaNumberIsAFactAndTheSameOneIsNot() {
        Complaints letter = Complaints.letter("PRES/2026/004512");
        receive(letter);
        assertThat(receive(letter.direction(direction("Koordinasikan"))))
                .hasExactlyElementsOfTypes(SubmissionReceived.class, DirectionGiven.class);
        assertThat(receive(letter.direction(null).agenda(null))).hasExactlyElementsOfTypes(SubmissionReceived.class);
        assertThat(file.direction()).contains(direction("Koordinasikan"));
        assertThat(receive(Complaints.letter("PRES/2027/000001").direction(null)))
                .hasExactlyElementsOfTypes(SubmissionReceived.class, AgendaNumberAssigned.class);
        assertThat(file.agenda().orElseThrow().year()).isEqualTo(2027);
    }

    // copies

    @Test
    void aMereCopyIsOnlyRegistered() {
        receive(Complaints.mail("<satu@contoh.example>").copyOnly());
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        receive(Complaints.letter("PRES/2026/004512").copyOnly());
        assertThat(file.state()).isEqualTo(CaseState.REGISTERED);
        assertThat(journal).noneMatch(fact -> fact instanceof CaseCompleted || fact instanceof ItemsMissing);
        assertThat(file.decide(refer(UUID.randomUUID(), LAND))).isEmpty();
    }

    @Test
    void aLetterToTheOfficeItselfMakesACopyARealCase() {
        receive(Complaints.letter("PRES/2026/004512").copyOnly());
        receive(Complaints.mail("<satu@contoh.example>"));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    @Test
    void aLaterCopyDoesNotMakeARealCaseACopy() {
        receive(Complaints.letter("PRES/2026/004512"));
        receive(Complaints.letter("PRES/2026/004513").copyOnly());
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    // referring

    @Test
    void aReferralIsIssuedOnce() {
        receive(Complaints.letter("PRES/2026/004512"));
        UUID referral = referred(LAND);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
        assertThat(file.referrals())
                .containsExactly(new Referral(referral, LAND, Referral.Kind.ACTION, ReferralState.PREPARED));
        assertThat(file.awaitsReferral()).isFalse();
        assertThat(file.decide(refer(UUID.randomUUID(), LABOUR))).isEmpty();
    }

    @Test
    void nothingIsReferredBeforeItIsCompleteAndDirected() {
        assertThat(file.decide(refer(UUID.randomUUID(), LAND))).isEmpty();
        receive(Complaints.letter("PRES/2026/004512").direction(null));
        assertThat(file.decide(refer(UUID.randomUUID(), LAND))).isEmpty();
    }

    @Test
    void aDeliveryIsConfirmedOnce() {
        UUID referral = referredLetter();
        assertThat(run(new CaseCommand.ConfirmDelivery(referral))).containsExactly(new ReferralDelivered(referral));
        assertThat(run(new CaseCommand.ConfirmDelivery(referral))).isEmpty();
        assertThat(stateOf(referral)).isEqualTo(ReferralState.DELIVERED);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
    }

    @Test
    void aHeldReferralMayStillBeDelivered() {
        UUID referral = referredLetter();
        assertThat(run(new CaseCommand.Hold(referral, "HTTP 422")))
                .containsExactly(new ReferralHeld(referral, "HTTP 422"));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.HELD);
        assertThat(run(new CaseCommand.Hold(referral, "HTTP 410"))).isEmpty();
        run(new CaseCommand.ConfirmDelivery(referral));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.DELIVERED);
    }

    @Test
    void aDeliveredReferralIsNotHeld() {
        UUID referral = referredLetter();
        run(new CaseCommand.ConfirmDelivery(referral));
        assertThat(run(new CaseCommand.Hold(referral, "HTTP 422"))).isEmpty();
    }

    // statuses

    @Test
    void anAgencysWordMovesReferralAndCase() {
        UUID referral = referredLetter();
        run(report(LAND, referral, "u1", Status.ACKNOWLEDGED));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.ACKNOWLEDGED);
        assertThat(file.state()).isEqualTo(CaseState.IN_PROGRESS);
        run(report(LAND, referral, "u2", Status.IN_PROGRESS));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.IN_PROGRESS);
        run(report(LAND, referral, "u3", Status.ANSWERED));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.ANSWERED);
        assertThat(file.state()).isEqualTo(CaseState.ANSWERED);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void aLateOrRepeatedWordIsAFactButNeverMovesBackwards(Status late) {
        UUID referral = referredLetter();
        run(report(LAND, referral, "u3", Status.ANSWERED));
        assertThat(run(report(LAND, referral, "u1", late)))
                .singleElement()
                .isInstanceOfSatisfying(
                        StatusReported.class, fact -> assertThat(fact.status()).isEqualTo(late));
        assertThat(stateOf(referral))
                .isEqualTo(late == Status.RETURNED ? ReferralState.RETURNED : ReferralState.ANSWERED);
    }

    @Test
    void aWordThatOvertakesTheConfirmationCounts() {
        UUID referral = referredLetter();
        run(report(LAND, referral, "u1", Status.IN_PROGRESS));
        assertThat(run(new CaseCommand.ConfirmDelivery(referral))).isEmpty();
        assertThat(stateOf(referral)).isEqualTo(ReferralState.IN_PROGRESS);
    }

    @Test
    void aReturnedReferralMakesRoomForAnotherAgency() {
        UUID first = referredLetter();
        run(report(LAND, first, "u1", Status.RETURNED));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
        assertThat(file.awaitsReferral()).isTrue();
        assertThat(file.refusedBy()).containsExactly(LAND);

        UUID second = referred(LABOUR);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
        run(report(LAND, first, "u2", Status.ANSWERED));
        assertThat(stateOf(first)).isEqualTo(ReferralState.RETURNED);
        assertThat(file.state()).isEqualTo(CaseState.REFERRED);
        run(report(LABOUR, second, "u1", Status.ANSWERED));
        assertThat(file.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void aCaseIsAnsweredWhenEveryLiveReferralIs() {
        UUID first = referredLetter();
        UUID second = UUID.randomUUID();
        run(new CaseCommand.ReferTogether(List.of(
                new CaseCommand.Refer(UUID.randomUUID(), LAND, Referral.Kind.ACTION, BASIS),
                new CaseCommand.Refer(second, LABOUR, Referral.Kind.COORDINATION, BASIS))));
        assertThat(file.referrals()).hasSize(2);
        run(report(LAND, first, "u1", Status.ANSWERED));
        assertThat(file.state()).isEqualTo(CaseState.IN_PROGRESS);
        run(report(LABOUR, second, "u1", Status.ANSWERED));
        assertThat(file.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void anAgencyThatOnlyGotACopyOwesNoAnswerAndMayStillBeAsked() {
        receive(Complaints.letter("PRES/2026/004512"));
        run(new CaseCommand.ReferTogether(
                List.of(new CaseCommand.Refer(UUID.randomUUID(), LABOUR, Referral.Kind.COPY, BASIS))));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
        UUID asked = referred(LABOUR);
        run(report(LABOUR, asked, "u1", Status.ANSWERED));
        assertThat(file.state()).isEqualTo(CaseState.ANSWERED);
    }

    @Test
    void thatAPersonDecidesIsToldOnceForEachReason() {
        receive(Complaints.letter("PRES/2026/004512"));
        var why = new Explanation(false, Map.of(), List.of(), "Petugas menetapkan instansi.");
        assertThat(run(new CaseCommand.LeaveToPerson(BASIS, why))).hasSize(1);
        assertThat(run(new CaseCommand.LeaveToPerson(BASIS, why))).isEmpty();
        assertThat(run(new CaseCommand.LeaveToPerson(new Basis("hop limit", "-", 0, "3 times"), why)))
                .hasSize(1);
        assertThat(file.awaitsReferral()).isTrue();
        assertThat(file.returns()).isZero();
    }

    @Test
    void anotherAgencysReferralIsAsUnknownAsNone() {
        UUID referral = referredLetter();
        assertThatExceptionOfType(UnknownReferral.class)
                .isThrownBy(() -> file.decide(report(LABOUR, referral, "u1", Status.ANSWERED)));
        UUID none = UUID.randomUUID();
        assertThatExceptionOfType(UnknownReferral.class)
                .isThrownBy(() -> file.decide(report(LAND, none, "u1", Status.ANSWERED)));
        assertThatExceptionOfType(UnknownReferral.class)
                .isThrownBy(() -> file.decide(new CaseCommand.ConfirmDelivery(none)));
        assertThatExceptionOfType(UnknownReferral.class)
                .isThrownBy(() -> file.decide(new CaseCommand.Hold(none, "HTTP 422")));
        assertThat(stateOf(referral)).isEqualTo(ReferralState.PREPARED);
    }

    @Test
    void decidingChangesNothing() {
        var command = new CaseCommand.Receive(
                UUID.randomUUID(), Complaints.letter("PRES/2026/004512").complaint(), ALL);
        assertThat(file.decide(command)).isEqualTo(file.decide(command)).hasSize(4);
        assertThat(file.state()).isEqualTo(CaseState.RECEIVED);
        assertThat(file).usingRecursiveComparison().isEqualTo(new CaseFile());
    }

    @Test
    void aNewerVersionTellsWhatDiffersAndNothingElse() {
        Complaints before = Complaints.letter("PRES/2026/004512");
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, before.complaint(), ALL));

        UUID second = UUID.randomUUID();
        assertThat(run(again(second, before.text("Diketik ulang."), first, before)))
                .containsExactly(new CaseEvent.SubmissionCorrected(
                        second, first, Set.of("matter"), ARRIVED, RequiredItem.in(before.complaint())));
        assertThat(told(again(UUID.randomUUID(), before, second, before))).isEmpty();
    }

    /** What follows beside the fact that there is a new version at all. */
    private List<CaseEvent> told(CaseCommand command) {
        return run(command).stream()
                .filter(event -> !(event instanceof CaseEvent.SubmissionCorrected newer
                        && newer.fields().isEmpty()))
                .toList();
    }

    @Test
    void aDispositionIsGivenReadAndCancelledOnce() {
        Complaints none = Complaints.letter("PRES/2026/004512");
        Complaints given = none.dispositions(disposition(null, null));
        Complaints read = none.dispositions(disposition(ARRIVED, null));
        Complaints cancelled = none.dispositions(disposition(ARRIVED, ARRIVED));
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, none.complaint(), ALL));

        assertThat(told(again(first, given, first, none)))
                .containsExactly(new CaseEvent.DispositionGiven(disposition(null, null)));
        assertThat(told(again(first, read, first, given)))
                .containsExactly(new CaseEvent.DispositionRead(disposition(ARRIVED, null)));
        assertThat(told(again(first, cancelled, first, read)))
                .containsExactly(new CaseEvent.DispositionCancelled(disposition(ARRIVED, ARRIVED)));
        assertThat(told(again(first, cancelled, first, cancelled))).isEmpty();
    }

    @Test
    void anArchivedCaseIsArchivedUntilTheOfficeTakesItOut() {
        Complaints open = Complaints.letter("PRES/2026/004512").direction(null);
        var archive = new Complaint.Archive("Asisten Deputi", LocalDate.parse("2026-11-23"), "Bukan kewenangan");
        Complaints archived =
                open.origin(new Complaint.Origin(null, List.of(), List.of(), null, null, null, false, archive));
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, open.complaint(), ALL));

        assertThat(told(again(first, archived, first, open))).containsExactly(CaseEvent.CaseArchived.of(archive));
        assertThat(file.state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(file.awaitsReferral()).isFalse();
        assertThat(told(again(first, open, first, archived))).containsExactly(new CaseEvent.CaseReopened(ARRIVED));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
    }

    @Test
    void aReportThatTurnsSecretOrHiddenOrIsOpenedAgainSaysSo() {
        Complaints done = Complaints.lapor("1").origin(status(Complaint.Origin.Status.DONE, "Selesai", false));
        Complaints again = Complaints.lapor("1")
                .anonymous()
                .origin(status(Complaint.Origin.Status.IN_PROGRESS, "Dalam Proses", true));
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, done.complaint(), ALL));

        assertThat(run(again(first, again, first, done)))
                .contains(
                        new CaseEvent.SecrecyChanged("lapor", false, true),
                        new CaseEvent.SourceStatusChanged("lapor", Complaint.Origin.Status.IN_PROGRESS, "Dalam Proses"),
                        new CaseEvent.SubmissionReopened("lapor"),
                        new CaseEvent.VisibilityChanged("lapor", true));
    }

    @Test
    void aWithdrawnDirectionHoldsTheCaseBack() {
        Complaints directed = Complaints.letter("PRES/2026/004512");
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, directed.complaint(), ALL));
        assertThat(file.awaitsReferral()).isTrue();

        run(again(first, directed.direction(null), first, directed));
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
    }

    @Test
    void whatOneOfTwoLettersTakesBackLeavesTheOther() {
        Complaints first = Complaints.letter("PRES/2026/000001").direction(direction("Telaah"));
        Complaints second = Complaints.letter("WAPRES/2026/000002").direction(direction("Tindak lanjuti"));
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        run(new CaseCommand.Receive(one, first.complaint(), ALL));
        run(new CaseCommand.Receive(two, second.complaint(), ALL));

        assertThat(run(again(one, first.direction(null), one, first)))
                .noneMatch(CaseEvent.DirectionWithdrawn.class::isInstance);
        assertThat(run(again(two, second.text("Diketik ulang."), two, second)))
                .noneMatch(CaseEvent.AgendaNumberAssigned.class::isInstance);
        assertThat(file.direction()).contains(direction("Tindak lanjuti"));
    }

    @Test
    void aRescanReplacesTheFile() {
        Complaints before = Complaints.letter("PRES/2026/004512")
                .attachments(new Complaint.Attachment("scan.pdf", "application/pdf", 1L, "a.k"));
        Complaints after = before.attachments(new Complaint.Attachment("scan.pdf", "application/pdf", 2L, "b.k"));
        UUID first = UUID.randomUUID();
        run(new CaseCommand.Receive(first, before.complaint(), ALL));

        assertThat(run(again(first, after, first, before)))
                .contains(new CaseEvent.AttachmentReplaced(first, "scan.pdf"));
    }

    private static Complaint.Origin status(Complaint.Origin.Status status, String word, boolean hidden) {
        return new Complaint.Origin(null, List.of(), List.of(), null, status, word, hidden, null);
    }

    private static Complaint.Disposition disposition(
            @Nullable OffsetDateTime read, @Nullable OffsetDateTime cancelled) {
        return new Complaint.Disposition(
                "Deputi", List.of("Asdep"), LocalDate.parse("2026-11-21"), "Telaah", null, null, read, cancelled);
    }

    private static CaseCommand again(UUID submission, Complaints now, UUID former, Complaints before) {
        return new CaseCommand.Receive(
                submission, now.complaint(), ALL, new CaseCommand.Receive.Former(former, before.complaint()), ARRIVED);
    }

    private List<CaseEvent> receive(Complaints complaint) {
        return receive(complaint, ALL);
    }

    private List<CaseEvent> receive(Complaints complaint, Set<RequiredItem> required) {
        return run(new CaseCommand.Receive(UUID.randomUUID(), complaint.complaint(), required));
    }

    private UUID referredLetter() {
        receive(Complaints.letter("PRES/2026/004512"));
        return referred(LAND);
    }

    private UUID referred(AgencyCode agency) {
        UUID referral = UUID.randomUUID();
        assertThat(run(refer(referral, agency)))
                .containsExactly(new ReferralIssued(referral, agency, Referral.Kind.ACTION, BASIS));
        return referral;
    }

    private static CaseCommand refer(UUID referral, AgencyCode agency) {
        return new CaseCommand.Refer(referral, agency, Referral.Kind.ACTION, BASIS);
    }

    private static CaseCommand report(AgencyCode agency, UUID referral, String id, Status status) {
        return new CaseCommand.Report(agency, new StatusUpdate(id, referral, status, ARRIVED, null, null));
    }

    private static Complaint.Direction direction(String instruction) {
        return new Complaint.Direction(
                "Deputi Bidang Hubungan Kelembagaan dan Kemasyarakatan",
                LocalDate.parse("2026-11-21"),
                instruction,
                "ND-12/2026");
    }

    private List<CaseEvent> run(CaseCommand command) {
        return apply(file.decide(command));
    }

    private List<CaseEvent> apply(List<CaseEvent> facts) {
        facts.forEach(file::apply);
        journal.addAll(facts);
        return facts;
    }

    private ReferralState stateOf(UUID referral) {
        return file.referrals().stream()
                .filter(each -> each.id().equals(referral))
                .findFirst()
                .orElseThrow()
                .state();
    }
}
