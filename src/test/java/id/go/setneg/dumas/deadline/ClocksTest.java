package id.go.setneg.dumas.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Deadline.Kind;
import id.go.setneg.dumas.complaint.Deadline.Owner;
import id.go.setneg.dumas.complaint.Deadline.State;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate.Status;
import id.go.setneg.dumas.deadline.Term.Unit;
import id.go.setneg.dumas.deadline.Term.WhileMissing;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClocksTest {

    private static final UUID LETTER = new UUID(1, 1);
    private static final UUID REFERRAL = new UUID(2, 1);
    private static final UUID OTHER = new UUID(2, 2);
    private static final CaseNumber PART = new CaseNumber(2026, 2);
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final AgencyCode EAST = new AgencyCode("pemprov-papua");
    private static final OfficeHours HOURS = new OfficeHours(day -> LocalTime.of(16, 0));

    private final CaseTimeline timeline = new CaseTimeline();
    private WhileMissing whileMissing = WhileMissing.PAUSE;
    private Unit unit = Unit.WORKING_DAYS;

    private Optional<Deadline> find(Kind kind, String now) {
        var clocks = new Clocks(
                Calendars.real(),
                HOURS,
                (clock, start) -> term(clock),
                agency -> ZoneId.of(agency.equals(EAST) ? "Asia/Jayapura" : "Asia/Jakarta"));
        return clocks.of(timeline, at(now)).stream()
                .filter(deadline -> deadline.kind() == kind)
                .findFirst();
    }

    private Deadline get(Kind kind, String now) {
        return find(kind, now).orElseThrow();
    }

    private Term term(Kind clock) {
        Integer days = switch (clock) {
            case ISSUE, RESOLVE -> 14;
            case SUPPLEMENT, CLOSE -> 10;
            case DIRECTION -> null;
            case PASS_ON -> 3;
            case ANSWER -> 5;
            case RESOLVE_CHECKED -> 60;
        };
        Owner owner = switch (clock) {
            case ISSUE -> Owner.OFFICE;
            case SUPPLEMENT -> Owner.COMPLAINANT;
            case DIRECTION -> Owner.DEPUTY;
            default -> Owner.AGENCY;
        };
        return new Term(days, unit, owner, whileMissing, "test");
    }

    private static OffsetDateTime at(String text) {
        return OffsetDateTime.parse(text.length() == 10 ? text + "T09:00:00+07:00" : text);
    }

    private void tell(String at, CaseEvent event) {
        timeline.apply(event, at(at));
    }

    private void received(String at, UUID id) {
        tell(at, new CaseEvent.SubmissionReceived(id, "spde", Channel.LETTER, at(at), false, Set.of(), Set.of()));
    }

    private void missing(String at) {
        tell(at, new CaseEvent.ItemsMissing(Set.of(RequiredItem.EVIDENCE)));
        tell(at, new CaseEvent.CompletionAsked(Set.of(RequiredItem.EVIDENCE), 1));
    }

    private void complete(String noted, String since) {
        tell(noted, new CaseEvent.CaseCompleted(at(since)));
    }

    private void direct(String at, String date) {
        tell(at, new CaseEvent.DirectionGiven(new Complaint.Direction("Deputi", LocalDate.parse(date), null, null)));
    }

    private void issue(String at, UUID referral, AgencyCode agency, Referral.Kind kind) {
        tell(at, new CaseEvent.ReferralIssued(referral, agency, kind, new Basis("disposition", "-", 0, "test")));
    }

    private void report(String at, UUID referral, Status status) {
        tell(at, new CaseEvent.StatusReported(referral, LAND, "u", status, at("2020-01-01"), null, null));
    }

    /** Another case becomes part of this one. */
    private void join(String at, @Nullable String completeSince, @Nullable String directedOn) {
        Complaint.Direction direction =
                directedOn == null ? null : new Complaint.Direction("Deputi", LocalDate.parse(directedOn), null, null);
        OffsetDateTime since = completeSince == null ? null : at(completeSince);
        tell(at, new CaseEvent.CaseJoined(PART, Set.of(OTHER), since, false, null, direction, "test", null));
    }

    private void part(String at) {
        tell(at, new CaseEvent.CaseParted(PART, null, null, "test"));
    }

    private void archive(String at) {
        tell(at, new CaseEvent.CaseArchived(Ground.OFFICE, "Biro", at(at).toLocalDate(), null));
    }

    private static void check(Deadline found, State state, @Nullable String due) {
        assertThat(found.state()).isEqualTo(state);
        assertThat(found.due()).isEqualTo(due == null ? null : LocalDate.parse(due));
    }

    @Test
    void nothingRunsBeforeSomethingBegins() {
        received("2026-11-20", LETTER);

        for (Kind kind : Kind.values()) {
            assertThat(find(kind, "2026-11-23")).isEmpty();
        }
    }

    @Test
    void theIssueClockCountsFromTheArrivalOfTheLastItemAndNotFromTheClick() {
        complete("2026-11-27", "2026-11-23");

        Deadline issue = get(Kind.ISSUE, "2026-11-27");
        check(issue, State.RUNNING, "2026-12-11");
        assertThat(issue.owner()).isEqualTo(Owner.OFFICE);
        assertThat(issue.startedAt()).isEqualTo(at("2026-11-23"));
        assertThat(issue.referral()).isNull();
        assertThat(issue.endedAt()).isNull();
        assertThat(issue.provisional()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T16:00:00+07:00,2026-12-11",
        "2026-11-23T16:00:01+07:00,2026-12-14",
        "2026-11-23T18:30:00+09:00,2026-12-14",
        "2026-11-27T17:00:00+07:00,2026-12-18",
        "2026-11-28T09:00:00+07:00,2026-12-18",
        "2026-11-30T05:00:00+07:00,2026-12-18"
    })
    void whatArrivesAfterOfficeHoursArrivesOnTheNextWorkingDay(String since, LocalDate due) {
        tell("2026-11-30", new CaseEvent.CaseCompleted(OffsetDateTime.parse(since)));

        assertThat(get(Kind.ISSUE, "2026-11-30").due()).isEqualTo(due);
    }

    @Test
    void theFollowUpLetterKeepsTheIssueClock() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-12-11T23:00:00+07:00", REFERRAL, LAND, Referral.Kind.ACTION);

        Deadline issue = get(Kind.ISSUE, "2027-02-01");
        check(issue, State.MET, "2026-12-11");
        assertThat(issue.endedAt()).isEqualTo(at("2026-12-11T23:00:00+07:00"));
    }

    @Test
    void aLateLetterMissesIt() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-12-12T00:01:00+07:00", REFERRAL, LAND, Referral.Kind.ACTION);

        check(get(Kind.ISSUE, "2026-12-12"), State.MISSED, "2026-12-11");
    }

    @Test
    void aCopyKeepsNothingAndHasNoClock() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-11-24", REFERRAL, LAND, Referral.Kind.COPY);
        tell("2026-11-24", new CaseEvent.ReferralDelivered(REFERRAL));

        check(get(Kind.ISSUE, "2026-11-25"), State.RUNNING, "2026-12-11");
        assertThat(find(Kind.PASS_ON, "2026-11-25")).isEmpty();
    }

    @Test
    void aCoordinationKeepsTheIssueClockAndHasNoClockOfAnAgency() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-11-24", REFERRAL, LAND, Referral.Kind.COORDINATION);
        tell("2026-11-24", new CaseEvent.ReferralDelivered(REFERRAL));

        check(get(Kind.ISSUE, "2027-02-01"), State.MET, "2026-12-11");
        assertThat(find(Kind.PASS_ON, "2027-02-01")).isEmpty();

        report("2026-11-26", REFERRAL, Status.RETURNED);
        check(get(Kind.ISSUE, "2026-11-27"), State.RUNNING, "2026-12-11");
    }

    @Test
    void aReferralThatIsHeldHasNotLeftTheOffice() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-11-24", REFERRAL, LAND, Referral.Kind.ACTION);
        tell("2026-11-24", new CaseEvent.ReferralHeld(REFERRAL, "WAY none configured"));
        check(get(Kind.ISSUE, "2026-11-25"), State.RUNNING, "2026-12-11");

        tell("2026-12-14", new CaseEvent.ReferralDelivered(REFERRAL));
        check(get(Kind.ISSUE, "2026-12-14"), State.MISSED, "2026-12-11");
    }

    @Test
    void afterAReturnTheOriginalClockGoesOn() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-11-24", REFERRAL, LAND, Referral.Kind.ACTION);
        tell("2026-11-24", new CaseEvent.ReferralDelivered(REFERRAL));
        report("2026-11-26", REFERRAL, Status.RETURNED);

        check(get(Kind.ISSUE, "2026-11-27"), State.RUNNING, "2026-12-11");
        check(get(Kind.PASS_ON, "2026-11-27"), State.MET, "2026-11-27");
        check(get(Kind.ANSWER, "2026-11-27"), State.STOPPED, "2026-12-01");
        check(get(Kind.RESOLVE, "2026-11-27"), State.STOPPED, "2026-12-14");

        issue("2026-11-30", OTHER, LAND, Referral.Kind.ACTION);
        check(get(Kind.ISSUE, "2026-11-30"), State.MET, "2026-12-11");
    }

    @Test
    void whatHappensAfterAReturnIsNotHeard() {
        issue("2026-11-24", REFERRAL, LAND, Referral.Kind.ACTION);
        report("2026-11-24", REFERRAL, Status.RETURNED);
        report("2026-11-25", REFERRAL, Status.ANSWERED);

        assertThat(find(Kind.CLOSE, "2026-11-26")).isEmpty();
        check(get(Kind.ANSWER, "2026-11-26"), State.STOPPED, "2026-12-01");
    }

    @Test
    void theIssueClockStandsStillWhileAnItemIsMissingAgain() {
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26");
        check(get(Kind.ISSUE, "2026-12-20"), State.PAUSED, null);

        complete("2026-12-02", "2026-12-01");
        check(get(Kind.ISSUE, "2026-12-02"), State.RUNNING, "2026-12-16");
    }

    @Test
    void aPauseWithinADayChangesNothing() {
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26");
        complete("2026-11-26", "2026-11-26");

        check(get(Kind.ISSUE, "2026-11-26"), State.RUNNING, "2026-12-11");
    }

    @Test
    void aPauseDoesNotHealWhatIsLate() {
        complete("2026-11-23", "2026-11-23");
        missing("2026-12-14");
        check(get(Kind.ISSUE, "2026-12-14"), State.RUNNING, "2026-12-11");

        complete("2026-12-18", "2026-12-18");
        check(get(Kind.ISSUE, "2026-12-18"), State.RUNNING, "2026-12-11");
    }

    @Test
    void byTableAClockMayRunOnOrBeginAnew() {
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26");
        whileMissing = WhileMissing.RUN;
        check(get(Kind.ISSUE, "2026-11-27"), State.RUNNING, "2026-12-11");
        whileMissing = WhileMissing.RESTART;
        check(get(Kind.ISSUE, "2026-11-27"), State.PAUSED, null);

        complete("2026-12-11", "2026-12-11");
        check(get(Kind.ISSUE, "2026-12-11"), State.RUNNING, "2027-01-06");
        whileMissing = WhileMissing.RUN;
        check(get(Kind.ISSUE, "2026-12-11"), State.RUNNING, "2026-12-11");
    }

    @Test
    void aTermMayBeOfCalendarDays() {
        unit = Unit.CALENDAR_DAYS;
        complete("2026-11-21", "2026-11-21");
        check(get(Kind.ISSUE, "2026-11-21"), State.RUNNING, "2026-12-05");

        missing("2026-11-25");
        complete("2026-11-29", "2026-11-29");
        check(get(Kind.ISSUE, "2026-11-29"), State.RUNNING, "2026-12-09");
    }

    @Test
    void theComplainantHasTenWorkingDaysFromEachQuestion() {
        missing("2026-11-23");
        check(get(Kind.SUPPLEMENT, "2026-11-23"), State.RUNNING, "2026-12-07");
        assertThat(get(Kind.SUPPLEMENT, "2026-11-23").owner()).isEqualTo(Owner.COMPLAINANT);

        missing("2026-11-30");
        check(get(Kind.SUPPLEMENT, "2026-11-30"), State.RUNNING, "2026-12-14");

        complete("2026-12-15", "2026-12-14T15:00:00+07:00");
        check(get(Kind.SUPPLEMENT, "2026-12-15"), State.MET, "2026-12-14");
    }

    @Test
    void anArchiveStopsWhatWasInTimeAndTellsWhatWasLate() {
        missing("2026-11-23");
        archive("2026-12-07");
        check(get(Kind.SUPPLEMENT, "2026-12-20"), State.STOPPED, "2026-12-07");

        tell("2026-12-08", new CaseEvent.CaseReopened(at("2026-12-08")));
        check(get(Kind.SUPPLEMENT, "2026-12-08"), State.RUNNING, "2026-12-07");
        archive("2026-12-09");
        check(get(Kind.SUPPLEMENT, "2026-12-20"), State.MISSED, "2026-12-07");
    }

    @Test
    void aCaseThatIsClosedHasNoClockLeft() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        report("2026-11-23", REFERRAL, Status.ANSWERED);
        tell("2026-12-08", new CaseEvent.CaseClosed(LocalDate.parse("2026-12-08")));

        check(get(Kind.CLOSE, "2026-12-20"), State.MISSED, "2026-12-07");
    }

    @Test
    void whoWasNotAskedHasNoClock() {
        tell("2026-11-23", new CaseEvent.ItemsMissing(Set.of(RequiredItem.EVIDENCE)));

        assertThat(find(Kind.SUPPLEMENT, "2026-12-20")).isEmpty();
    }

    @Test
    void aCaseThatIsOpenedAgainGoesOnWithWhatWasLeft() {
        complete("2026-11-23", "2026-11-23");
        archive("2026-11-26");
        check(get(Kind.ISSUE, "2026-11-27"), State.STOPPED, "2026-12-11");

        tell("2026-12-01", new CaseEvent.CaseReopened(at("2026-12-01")));
        check(get(Kind.ISSUE, "2026-12-02"), State.RUNNING, "2026-12-16");
        issue("2026-12-03", REFERRAL, LAND, Referral.Kind.ACTION);
        archive("2026-12-20");
        tell("2026-12-28", new CaseEvent.CaseReopened(at("2026-12-28")));
        check(get(Kind.ISSUE, "2027-01-02"), State.MET, "2026-12-16");
    }

    @Test
    void aCaseWithoutSubmissionsStops() {
        received("2026-11-20", LETTER);
        complete("2026-11-23", "2026-11-23");
        tell("2026-11-24", new CaseEvent.SubmissionDeleted(OTHER));
        check(get(Kind.ISSUE, "2026-11-24"), State.RUNNING, "2026-12-11");

        tell("2026-11-24", new CaseEvent.SubmissionCorrected(OTHER, LETTER, Set.of(), at("2026-11-24"), Set.of()));
        tell("2026-11-24", new CaseEvent.SubmissionMoved(OTHER, new CaseNumber(2026, 2), null));
        check(get(Kind.ISSUE, "2026-11-25"), State.STOPPED, "2026-12-11");

        received("2026-11-26", LETTER);
        check(get(Kind.ISSUE, "2026-11-26"), State.RUNNING, "2026-12-11");
    }

    @Test
    void theWaitForADirectionIsVisibleWithoutLimit() {
        complete("2026-11-23", "2026-11-23");
        Deadline waiting = get(Kind.DIRECTION, "2027-06-01");
        check(waiting, State.RUNNING, null);
        assertThat(waiting.owner()).isEqualTo(Owner.DEPUTY);

        direct("2026-12-02", "2026-12-01");
        check(get(Kind.DIRECTION, "2026-12-02"), State.MET, null);

        tell(
                "2026-12-03",
                new CaseEvent.DirectionWithdrawn(
                        new Complaint.Direction("Deputi", LocalDate.parse("2026-12-01"), null, null)));
        check(get(Kind.DIRECTION, "2026-12-04"), State.RUNNING, null);
        assertThat(get(Kind.DIRECTION, "2026-12-04").startedAt()).isEqualTo(at("2026-12-03"));
    }

    @Test
    void whatWasDirectedBeforeItWasCompleteNeverWaited() {
        direct("2026-11-20", "2026-11-20");
        complete("2026-11-23", "2026-11-23");

        assertThat(find(Kind.DIRECTION, "2026-11-23")).isEmpty();
    }

    @Test
    void theClocksOfAnAgencyRunSideBySideFromDelivery() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        assertThat(find(Kind.PASS_ON, "2026-11-23")).isEmpty();
        tell("2026-11-23", new CaseEvent.ReferralDelivered(REFERRAL));

        check(get(Kind.PASS_ON, "2026-11-23"), State.RUNNING, "2026-11-26");
        check(get(Kind.ANSWER, "2026-11-23"), State.RUNNING, "2026-11-30");
        check(get(Kind.RESOLVE, "2026-11-23"), State.RUNNING, "2026-12-11");
        assertThat(find(Kind.RESOLVE_CHECKED, "2026-11-23")).isEmpty();
        assertThat(get(Kind.PASS_ON, "2026-11-23").referral()).isEqualTo(REFERRAL);
        assertThat(get(Kind.PASS_ON, "2026-11-23").owner()).isEqualTo(Owner.AGENCY);

        report("2026-11-27", REFERRAL, Status.ACKNOWLEDGED);
        report("2026-11-30", REFERRAL, Status.IN_PROGRESS);
        report("2026-12-11", REFERRAL, Status.ANSWERED);
        check(get(Kind.PASS_ON, "2026-12-11"), State.MISSED, "2026-11-26");
        check(get(Kind.ANSWER, "2026-12-11"), State.MET, "2026-11-30");
        check(get(Kind.RESOLVE, "2026-12-11"), State.MET, "2026-12-11");
        check(get(Kind.CLOSE, "2026-12-11"), State.RUNNING, "2026-12-29");
    }

    @Test
    void aFieldCheckGivesTheLongTerm() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        tell("2026-11-23", new CaseEvent.ReferralDelivered(REFERRAL));
        tell("2026-11-25", new CaseEvent.FieldCheckOrdered(REFERRAL));

        check(get(Kind.RESOLVE, "2026-12-20"), State.STOPPED, "2026-12-11");
        check(get(Kind.RESOLVE_CHECKED, "2026-11-25"), State.RUNNING, "2027-02-22");
        report("2026-12-20", REFERRAL, Status.ANSWERED);
        check(get(Kind.RESOLVE_CHECKED, "2026-12-20"), State.MET, "2027-02-22");
    }

    @Test
    void aReplyStopsTheEndAndANewAnswerBeginsItAnew() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        report("2026-11-23", REFERRAL, Status.ANSWERED);
        received("2026-11-24", LETTER);
        check(get(Kind.CLOSE, "2026-11-25"), State.STOPPED, "2026-12-07");

        report("2026-11-30", REFERRAL, Status.ANSWERED);
        check(get(Kind.CLOSE, "2026-11-30"), State.RUNNING, "2026-12-14");
        check(get(Kind.RESOLVE, "2026-11-30"), State.MET, "2026-12-11");
    }

    @Test
    void anAgencyInTheEastClosesTwoHoursEarlier() {
        issue("2026-11-20", REFERRAL, EAST, Referral.Kind.ACTION);
        tell("2026-11-23T14:30:00+07:00", new CaseEvent.ReferralDelivered(REFERRAL));

        check(get(Kind.PASS_ON, "2026-11-24"), State.RUNNING, "2026-11-27");
    }

    @Test
    void anOpenClockIsJudgedByTodaysKnowledgeAndAnEndedOneByThatOfItsEnd() {
        complete("2025-08-04", "2025-08-04");
        check(get(Kind.ISSUE, "2025-08-06"), State.RUNNING, "2025-08-22");
        check(get(Kind.ISSUE, "2025-08-07"), State.RUNNING, "2025-08-25");

        issue("2025-08-06", REFERRAL, LAND, Referral.Kind.ACTION);
        check(get(Kind.ISSUE, "2026-11-24"), State.MET, "2025-08-22");
    }

    @Test
    void aTermIntoAYearWithoutDecreeIsProvisional() {
        complete("2026-09-14", "2026-12-11");
        Deadline guessed = get(Kind.ISSUE, "2026-09-14");
        check(guessed, State.RUNNING, "2027-01-04");
        assertThat(guessed.provisional()).isTrue();

        Deadline sure = get(Kind.ISSUE, "2026-09-15");
        check(sure, State.RUNNING, "2027-01-06");
        assertThat(sure.provisional()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyClockHasAnOwner(Kind kind) {
        assertThat(term(kind).owner()).isNotNull();
    }

    @Test
    void itIsKnownOfWhatSomebodyWasReminded() {
        complete("2026-11-23", "2026-11-23");
        tell(
                "2026-12-10",
                new CaseEvent.ReminderSent(Kind.ISSUE, null, LocalDate.parse("2026-12-11"), "SOON", "officer", null));
        assertThat(get(Kind.ISSUE, "2026-12-10").reminded()).isEqualTo("SOON");

        missing("2026-11-24");
        complete("2026-11-26", "2026-11-26");
        assertThat(get(Kind.ISSUE, "2026-12-10").reminded()).isNull();
    }

    @Test
    void whatIsMissingAfterTheLetterWentOutDoesNotTouchTheIssueClock() {
        complete("2026-11-23", "2026-11-23");
        issue("2026-11-25", REFERRAL, LAND, Referral.Kind.ACTION);
        missing("2026-11-26");
        check(get(Kind.ISSUE, "2026-11-27"), State.MET, "2026-12-11");

        complete("2026-12-03", "2026-12-03");
        check(get(Kind.ISSUE, "2026-12-03"), State.MET, "2026-12-11");
    }

    @Test
    void whoWorkedOnItBeforeSendingItBackHadAnsweredInTime() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        tell("2026-11-23", new CaseEvent.ReferralDelivered(REFERRAL));
        report("2026-11-25", REFERRAL, Status.IN_PROGRESS);
        report("2026-11-27", REFERRAL, Status.RETURNED);

        Deadline answer = get(Kind.ANSWER, "2026-11-30");
        check(answer, State.MET, "2026-11-30");
        assertThat(answer.endedAt()).isEqualTo(at("2026-11-25"));
        check(get(Kind.RESOLVE, "2026-11-30"), State.STOPPED, "2026-12-11");
    }

    @Test
    void aDirectionThatWasTakenBackBeforeTheFileWasCompleteIsWaitedForFromThenOn() {
        direct("2026-11-18", "2026-11-18");
        tell(
                "2026-11-19",
                new CaseEvent.DirectionWithdrawn(
                        new Complaint.Direction("Deputi", LocalDate.parse("2026-11-18"), null, null)));
        complete("2026-11-23", "2026-11-23");

        assertThat(get(Kind.DIRECTION, "2026-11-24").startedAt()).isEqualTo(at("2026-11-23"));
        direct("2026-11-26", "2026-11-26");
        tell(
                "2026-11-27",
                new CaseEvent.DirectionWithdrawn(
                        new Complaint.Direction("Deputi", LocalDate.parse("2026-11-26"), null, null)));
        assertThat(get(Kind.DIRECTION, "2026-11-30").startedAt()).isEqualTo(at("2026-11-27"));
    }

    @Test
    void anItemThatHadArrivedBeforeItWasMissedChangesNothing() {
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26T17:00:00+07:00");
        complete("2026-11-27", "2026-11-25");
        check(get(Kind.ISSUE, "2026-11-27"), State.RUNNING, "2026-12-11");

        whileMissing = WhileMissing.RESTART;
        check(get(Kind.ISSUE, "2026-11-27"), State.RUNNING, "2026-12-15");
    }

    @Test
    void aLetterThatIsFoundLateIsNoReply() {
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        report("2026-11-23", REFERRAL, Status.ANSWERED);
        received("2026-11-18", LETTER);
        check(get(Kind.CLOSE, "2026-11-25"), State.RUNNING, "2026-12-07");
        received("2026-11-24", OTHER);
        check(get(Kind.CLOSE, "2026-11-25"), State.STOPPED, "2026-12-07");

        received("2026-11-19", new UUID(1, 3));
        check(get(Kind.CLOSE, "2026-11-25"), State.STOPPED, "2026-12-07");
    }

    @Test
    void aDirectionThatComesWithAPartEndsTheWaitOnItsDay() {
        received("2026-11-20", LETTER);
        complete("2026-11-23", "2026-11-23");
        join("2026-12-01", null, "2026-11-25");
        Deadline direction = get(Kind.DIRECTION, "2026-12-02");
        check(direction, State.MET, null);
        assertThat(direction.endedAt()).isEqualTo(at("2026-11-25T00:00:00+07:00"));

        part("2026-12-03");
        check(get(Kind.DIRECTION, "2026-12-04"), State.RUNNING, null);
    }

    @Test
    void aPartThatIsCompleteBringsWhatTheComplainantWasAskedFor() {
        received("2026-11-20", LETTER);
        missing("2026-11-23");
        join("2026-12-01", "2026-11-26", null);
        assertThat(get(Kind.SUPPLEMENT, "2026-12-20").endedAt()).isEqualTo(at("2026-11-26"));
        check(get(Kind.SUPPLEMENT, "2026-12-20"), State.MET, "2026-12-07");
        check(get(Kind.ISSUE, "2026-12-02"), State.RUNNING, "2026-12-16");

        part("2026-12-03");
        check(get(Kind.SUPPLEMENT, "2026-12-04"), State.RUNNING, "2026-12-07");
        assertThat(find(Kind.ISSUE, "2026-12-04")).isEmpty();
        join("2026-12-04", "2026-11-20", null);
        assertThat(get(Kind.SUPPLEMENT, "2026-12-04").endedAt())
                .as("nothing was missing when it was asked for")
                .isEqualTo(at("2026-11-23"));
    }

    @Test
    void aPartThatIsCompleteLetsTheIssueClockGoOn() {
        received("2026-11-20", LETTER);
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26");
        join("2026-12-01", "2026-12-01", null);
        check(get(Kind.ISSUE, "2026-12-02"), State.RUNNING, "2026-12-16");

        part("2026-12-03");
        check(get(Kind.ISSUE, "2026-12-04"), State.PAUSED, null);
    }

    @Test
    void aClockThatBeganAnewIsNotHeldUpByWhatWasMissingBefore() {
        whileMissing = WhileMissing.RESTART;
        complete("2026-11-23", "2026-11-23");
        missing("2026-11-26");
        complete("2026-12-02", "2026-12-01");
        missing("2026-12-03");
        complete("2026-12-04", "2026-11-30");
        check(get(Kind.ISSUE, "2026-12-04"), State.RUNNING, "2026-12-18");
    }

    @Test
    void aClockThatBeginsAnewBeginsWithThePartWhereOnlyThatIsComplete() {
        whileMissing = WhileMissing.RESTART;
        join("2026-11-25", "2026-11-23", null);
        check(get(Kind.ISSUE, "2026-11-25"), State.RUNNING, "2026-12-11");
    }

    @Property(tries = 300)
    void noLifeOfACaseBreaksItsClocks(@ForAll long seed, @ForAll WhileMissing rule, @ForAll Unit counted) {
        whileMissing = rule;
        unit = counted;
        var clocks = new Clocks(Calendars.real(), HOURS, (clock, start) -> term(clock), agency -> Clocks.WIB);
        var random = new Random(seed);
        OffsetDateTime now = at("2026-11-23");
        for (int i = 0; i < 12; i++) {
            now = now.plusHours(random.nextInt(200));
            timeline.apply(any(random, now), now);
            assertThat(clocks.of(timeline, now)).extracting(Deadline::state).doesNotContainNull();
        }
    }

    private static CaseEvent any(Random random, OffsetDateTime now) {
        OffsetDateTime before = now.minusHours(random.nextInt(400));
        return switch (random.nextInt(11)) {
            case 0, 1 -> new CaseEvent.CaseCompleted(before);
            case 2, 3 -> new CaseEvent.ItemsMissing(Set.of(RequiredItem.EVIDENCE));
            case 4 -> new CaseEvent.CompletionAsked(Set.of(RequiredItem.EVIDENCE), 1);
            case 5 -> new CaseEvent.CaseArchived(Ground.OFFICE, "Biro", now.toLocalDate(), null);
            case 6 -> new CaseEvent.CaseReopened(before);
            case 7 ->
                new CaseEvent.CaseJoined(
                        PART, Set.of(), random.nextBoolean() ? before : null, false, null, null, "test", null);
            case 8 -> new CaseEvent.CaseParted(PART, null, null, "test");
            case 9 ->
                new CaseEvent.ReferralIssued(
                        REFERRAL, LAND, Referral.Kind.ACTION, new Basis("routing", "-", 0, "test"));
            default -> {
                Status status = Status.values()[random.nextInt(Status.values().length)];
                yield new CaseEvent.StatusReported(REFERRAL, LAND, "u", status, before, null, null);
            }
        };
    }

    /** Whole life of a case: which clocks there were, and how they ended. */
    @Test
    void allClocksOfACaseStandSideBySide() {
        received("2026-11-16", LETTER);
        missing("2026-11-16");
        complete("2026-11-18", "2026-11-18");
        direct("2026-11-19", "2026-11-19");
        issue("2026-11-20", REFERRAL, LAND, Referral.Kind.ACTION);
        tell("2026-11-20", new CaseEvent.ReferralDelivered(REFERRAL));
        report("2026-11-23", REFERRAL, Status.ANSWERED);

        var clocks = new Clocks(Calendars.real(), HOURS, (clock, start) -> term(clock), agency -> Clocks.WIB);
        assertThat(clocks.of(timeline, at("2026-11-23")))
                .extracting(Deadline::kind, Deadline::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.SUPPLEMENT, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.DIRECTION, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.ISSUE, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.PASS_ON, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.ANSWER, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.RESOLVE, State.MET),
                        org.assertj.core.groups.Tuple.tuple(Kind.CLOSE, State.RUNNING));
    }
}
