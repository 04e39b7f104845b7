package id.go.setneg.dumas.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.Complaints;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One case that another one is part of: what counts of either, and what becomes of it when they part. */
class JoinedCaseTest {

    private static final CaseNumber PART = new CaseNumber(2026, 2);
    private static final CaseNumber WHOLE = new CaseNumber(2026, 1);
    private static final UUID OWN = new UUID(1, 1);
    private static final UUID THEIRS = new UUID(1, 2);
    private static final UUID NEWER = new UUID(1, 3);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-24T08:00:00+07:00");
    private static final Complaint.Agenda AGENDA =
            new Complaint.Agenda("PRES", 2026, "000002", LocalDate.parse("2026-11-20"));
    private static final Complaint.Direction DIRECTION =
            new Complaint.Direction("Deputi", LocalDate.parse("2026-11-21"), "Telaah", "ND-2/2026");

    private final CaseFile file = new CaseFile();
    private final CaseTimeline timeline = new CaseTimeline();

    @Test
    void agendaNumberDirectionAndCompletenessOfThePartCountForTheWhole() {
        tell(received(OWN, false), joined(AT, false));
        assertThat(file.hasJoined()).isTrue();
        assertThat(file.isMerged()).isFalse();
        assertThat(file.agenda()).contains(AGENDA);
        assertThat(file.direction()).contains(DIRECTION);
        assertThat(file.completeSince()).contains(AT);
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
    }

    @Test
    void whatTheWholeSaysOfItselfComesFirst() {
        Complaint letter = Complaints.letter("PRES/2026/000009").complaint();
        tell(
                received(OWN, false),
                new CaseEvent.AgendaNumberAssigned(letter.letter().agenda()),
                new CaseEvent.DirectionGiven(letter.direction()),
                new CaseEvent.CaseCompleted(AT.plusDays(1)),
                joined(AT, false));
        assertThat(file.agenda()).contains(letter.letter().agenda());
        assertThat(file.direction()).contains(letter.direction());
        assertThat(file.completeSince()).as("the earliest").contains(AT);
    }

    @Test
    void afterPartingTheWholeHasWhatIsLeftToIt() {
        Complaint letter = Complaints.letter("PRES/2026/000009").complaint();
        tell(
                received(OWN, false),
                joined(AT, false),
                new CaseEvent.CaseParted(PART, letter.letter().agenda(), letter.direction(), "Dua perkara."));
        assertThat(file.hasJoined()).isFalse();
        assertThat(file.agenda()).contains(letter.letter().agenda());
        assertThat(file.direction()).contains(letter.direction());
        assertThat(file.completeSince()).isEmpty();

        tell(joined(AT, false), new CaseEvent.CaseParted(PART, null, null, "Dua perkara."));
        assertThat(file.agenda()).isEmpty();
        assertThat(file.direction()).isEmpty();
    }

    @Test
    void aMereCopyWithAPartThatIsNoneIsNone() {
        tell(received(OWN, true), joined(null, true));
        assertThat(file.own().copyOnly()).isTrue();
        assertThat(file.isToBeAssessed()).isFalse();

        tell(joined(null, false));
        assertThat(file.own().copyOnly()).isFalse();
        assertThat(file.isToBeAssessed()).isTrue();
    }

    @Test
    void aDirectionOfThePartThatIsTakenBackHoldsTheWholeBack() {
        tell(received(OWN, false), joined(AT, false));
        assertThat(decide(new CaseCommand.WithdrawDirection()))
                .containsExactly(new CaseEvent.DirectionWithdrawn(DIRECTION));
        assertThat(file.direction()).isEmpty();
        assertThat(file.state()).isEqualTo(CaseState.AWAITING_DIRECTION);
        assertThat(decide(new CaseCommand.WithdrawDirection())).isEmpty();
    }

    @Test
    void aDirectionThatTheWholeTakesBackLeavesThatOfThePart() {
        Complaint.Direction own =
                Complaints.letter("PRES/2026/000009").complaint().direction();
        tell(received(OWN, false), new CaseEvent.DirectionGiven(own), joined(AT, false));
        decide(new CaseCommand.WithdrawDirection());
        assertThat(file.direction()).contains(DIRECTION);
    }

    @Test
    void theDayOfADirectionThatNobodyNotedHereIsItsOwn() {
        tell(received(OWN, false), joined(AT, false));
        assertThat(timeline.directedAt()).contains(OffsetDateTime.parse("2026-11-21T00:00:00+07:00"));
        Complaint.Direction own =
                Complaints.letter("PRES/2026/000009").complaint().direction();
        tell(new CaseEvent.DirectionGiven(own));
        assertThat(timeline.directedAt()).contains(AT);
        tell(new CaseEvent.CaseParted(PART, null, own, "Dua perkara."));
        assertThat(timeline.directedAt()).as("noted here").contains(AT);
    }

    @Test
    void aDirectionThatOnlyThePartsPapersGaveGoesWithIt() {
        Complaint.Direction left =
                Complaints.letter("PRES/2026/000009").complaint().direction();
        tell(received(OWN, false), joined(AT, false), new CaseEvent.DirectionGiven(DIRECTION));
        tell(new CaseEvent.CaseParted(PART, null, left, "Dua perkara."));
        assertThat(timeline.directedAt()).contains(OffsetDateTime.parse("2026-11-21T00:00:00+07:00"));
        tell(joined(AT, false), new CaseEvent.CaseParted(PART, null, null, "Dua perkara."));
        assertThat(timeline.directedAt()).isEmpty();
        assertThat(timeline.undirectedAt()).as("nobody took it back").isEmpty();
    }

    @Test
    void aRecordOfThePartMayBeDeletedAndTheWholeLivesOnWithItsOwn() {
        tell(received(OWN, false), joined(AT, false));
        assertThat(file.holds(THEIRS)).isFalse();
        assertThat(file.joins(THEIRS)).isTrue();
        assertThat(file.joins(OWN)).isFalse();
        assertThat(decide(new CaseCommand.Withdraw(THEIRS))).containsExactly(new CaseEvent.SubmissionDeleted(THEIRS));
        assertThat(decide(new CaseCommand.Withdraw(THEIRS))).isEmpty();
        assertThat(file.state()).isNotEqualTo(CaseState.WITHDRAWN);
        assertThat(file.own().submissions()).containsExactly(OWN);
    }

    @Test
    void theWholeLivesOnWithTheRecordsOfItsPart() {
        tell(received(OWN, false), joined(AT, false));
        decide(new CaseCommand.Withdraw(OWN));
        assertThat(file.state()).isEqualTo(CaseState.COMPLETE);
        decide(new CaseCommand.Withdraw(THEIRS));
        assertThat(file.state()).isEqualTo(CaseState.WITHDRAWN);
    }

    @Test
    void aRecordOfThePartThatIsCorrectedIsOneOfTheWhole() {
        tell(received(OWN, false), joined(AT, false));
        tell(new CaseEvent.SubmissionCorrected(NEWER, THEIRS, Set.of("matter"), AT, Set.of()));
        assertThat(file.joins(THEIRS)).isFalse();
        assertThat(file.holds(NEWER)).isTrue();
        assertThat(file.own().submissions()).containsExactlyInAnyOrder(OWN, NEWER);
    }

    @Test
    void whatJoinsAgainIsThereAgain() {
        tell(received(OWN, false), joined(AT, false));
        decide(new CaseCommand.Withdraw(THEIRS));
        tell(new CaseEvent.CaseParted(PART, null, null, "Dua perkara."), joined(AT, false));
        assertThat(file.joins(THEIRS)).isTrue();
    }

    @Test
    void aMergedCaseIsMergedUntilItLeaves() {
        tell(received(OWN, false), new CaseEvent.CaseMerged(WHOLE, "Satu perkara."));
        assertThat(file.isMerged()).isTrue();
        assertThat(file.state()).isEqualTo(CaseState.MERGED);
        assertThat(timeline.goneAt()).contains(AT);
        tell(new CaseEvent.CaseUnmerged(WHOLE, "Dua perkara."));
        assertThat(file.isMerged()).isFalse();
        assertThat(file.state()).isNotEqualTo(CaseState.MERGED);
        assertThat(timeline.goneAt()).isEmpty();
    }

    @Test
    void aCaseIsGoneWhenItsLastRecordHasMovedAndNothingIsPartOfIt() {
        tell(received(OWN, false));
        tell(new CaseEvent.SubmissionMoved(NEWER, PART));
        assertThat(timeline.goneAt()).as("not one of its own").isEmpty();
        tell(new CaseEvent.SubmissionMoved(OWN, PART));
        assertThat(timeline.goneAt()).contains(AT);
        tell(joined(AT, false));
        assertThat(timeline.goneAt()).isEmpty();
        tell(new CaseEvent.CaseParted(PART, null, null, "Dua perkara."));
        assertThat(timeline.goneAt()).contains(AT);
    }

    @Test
    void aCaseIsGoneWhenItsLastRecordIsDeletedUntilItIsThereAgain() {
        tell(received(OWN, false), new CaseEvent.SubmissionDeleted(OWN));
        assertThat(timeline.goneAt()).contains(AT);
        tell(received(OWN, false));
        assertThat(timeline.goneAt()).isEmpty();
    }

    @Test
    void aCaseWithRecordsIsNotGoneWhenItsPartLeaves() {
        tell(received(OWN, false), joined(AT, false), new CaseEvent.CaseParted(PART, null, null, "Dua perkara."));
        assertThat(timeline.goneAt()).isEmpty();
    }

    @Test
    void aCaseWithAnotherPartIsNotGoneWhenOneLeaves() {
        var third = new CaseNumber(2026, 3);
        tell(
                joined(AT, false),
                new CaseEvent.CaseJoined(third, Set.of(NEWER), null, false, null, null, "Satu perkara.", null),
                new CaseEvent.CaseParted(PART, null, null, "Dua perkara."));
        assertThat(timeline.goneAt()).isEmpty();
        assertThat(file.hasJoined()).isTrue();
    }

    private static CaseEvent received(UUID submission, boolean copyOnly) {
        return new CaseEvent.SubmissionReceived(
                submission, "spde", Channel.LETTER, AT, copyOnly, Set.of(RequiredItem.NAME), Set.of());
    }

    private static CaseEvent joined(@Nullable OffsetDateTime completeSince, boolean copyOnly) {
        return new CaseEvent.CaseJoined(
                PART, Set.of(THEIRS), completeSince, copyOnly, AGENDA, DIRECTION, "Satu perkara.", null);
    }

    private void tell(CaseEvent... facts) {
        for (CaseEvent fact : facts) {
            file.apply(fact);
            timeline.apply(fact, AT);
            assertThat(timeline.directedOn()).isEqualTo(file.direction().map(Complaint.Direction::date));
        }
    }

    private List<CaseEvent> decide(CaseCommand command) {
        List<CaseEvent> facts = file.decide(command);
        tell(facts.toArray(CaseEvent[]::new));
        return facts;
    }
}
