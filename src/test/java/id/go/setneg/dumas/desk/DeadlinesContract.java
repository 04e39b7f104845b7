package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline.Kind;
import id.go.setneg.dumas.complaint.Deadline.Owner;
import id.go.setneg.dumas.complaint.Deadline.State;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Deadlines.Filter;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.WorkCalendars;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The clocks of cases on every database, over the real tables and a copy of the real calendar. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeadlinesContract {

    private static final Path REAL = Path.of("mappings/calendar/hari_libur_2024_2027.csv");
    private static final String DECREE = "2026-12-01,CUTI_BERSAMA,Contoh,SKB 77 Tahun 2026,2026-11-24\n";
    private static final Filter ALL = new Filter(null, null, null, null);
    private static final Canonical CANONICAL = DeskFixture.canonical();
    private static final Desk DESK = DeskFixture.desk();
    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));
    private static final DecisionTable REMINDERS = DecisionTable.read(Path.of("mappings/desk/reminders.csv"));

    private HubLedger hub;
    private Path file;
    private Path tablesFolder;
    private Tables tables;
    private Deadlines deadlines;
    private Calendar calendar;
    private Ledger ledger;
    private DeadlineReview review;

    abstract HubLedger open(Path folder);

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        hub = open(folder);
        file = folder.resolve("calendar.csv");
        tablesFolder = Files.createDirectories(folder.resolve("desk"));
        deadlines = new Deadlines(hub.jdbc());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @BeforeEach
    void begin() throws IOException {
        hub.clear();
        hub.clock().set(HubLedger.START);
        Files.write(file, Files.readAllBytes(REAL));
        for (String name : List.of("terms", "office-hours", "time-zones")) {
            Path table = tablesFolder.resolve(name + ".csv");
            Files.write(table, Files.readAllBytes(Path.of("mappings/desk", name + ".csv")));
        }
        restart();
    }

    private void restart() {
        tables = new Tables();
        calendar = new Calendar(file, new WorkCalendars(hub.jdbc(), hub.clock()));
        tables.keep(calendar);
        var rules = new DeskClocks(calendar, new DeskTables(tablesFolder, tables, DIRECTORY).terms());
        ledger = new Ledger(hub.jdbc(), hub.transaction(), hub.masterKeys(), hub.clock(), hub.ids(), rules);
        review = new DeadlineReview(calendar, rules, deadlines, ledger, hub.clock());
    }

    private Reminders reminders(Map<String, String> addresses) {
        var roles = new java.util.HashMap<String, RoleSettings.Role>();
        addresses.forEach((role, address) -> roles.put(role, new RoleSettings.Role(address)));
        return new Reminders(
                REMINDERS, calendar, new RoleSettings(roles), new Messages(CANONICAL), deadlines, ledger, hub.clock());
    }

    private void take(Complaints what) {
        Complaint complaint = what.complaint();
        take(new Submission(
                hub.ids().get(), "feed", complaint, CANONICAL.bytes(complaint), "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private void take(Submission submission) {
        ledger.write(unit -> {
            unit.prepare(List.of(submission));
            return DESK.take(unit, submission);
        });
    }

    private void report(String id, StatusUpdate.Status status) {
        UUID referral = Objects.requireNonNull(hub.jdbc().queryForObject("select id from referral", UUID.class));
        ledger.write(unit -> {
            unit.prepareReferrals(Set.of(referral));
            return DESK.take(
                    unit,
                    new AgencyCode("atr-bpn"),
                    new StatusUpdate(id, referral, status, hub.clock().now(), null, null));
        });
    }

    /** A complete and directed letter of which no rule knows the agency; it came on 20 November. */
    private static Complaints waiting(int number) {
        return Complaints.letter("PRES/2026/00000" + number).namedAgency(null);
    }

    private List<String> moves() {
        return hub.jdbc().queryForList("select because from journal where event = 'DeadlineMoved'", String.class);
    }

    private LocalDate due() {
        return hub.jdbc().queryForObject("select due from deadline where clock = 'ISSUE'", LocalDate.class);
    }

    private void decree(String... lines) throws IOException {
        for (String line : lines) {
            Files.writeString(file, line, StandardOpenOption.APPEND);
        }
    }

    @Test
    void theClocksOfACaseAreInTheLedger() {
        take(waiting(1));

        assertThat(deadlines.page(ALL, null, 10))
                .extracting(Deadlines.Line::clock, Deadlines.Line::owner, Deadlines.Line::due, Deadlines.Line::state)
                .containsExactly(tuple(Kind.ISSUE, Owner.OFFICE, LocalDate.parse("2026-12-10"), State.RUNNING));
        assertThat(hub.jdbc().queryForList("select state from deadline where clock = 'DIRECTION'", String.class))
                .containsExactly("MET");
        assertThat(hub.jdbc().queryForObject("select clocked_by from case_file", String.class))
                .startsWith(calendar.present().version());
    }

    @Test
    void aReferralEndsTheIssueClockAndItsAgencyHasItsOwn() {
        take(Complaints.letter("PRES/2026/000001"));
        assertThat(deadlines.page(ALL, null, 10)).isEmpty();
        assertThat(hub.jdbc().queryForObject("select clocked_by from case_file", String.class))
                .isEqualTo("-");

        report("u1", StatusUpdate.Status.ACKNOWLEDGED);
        assertThat(deadlines.page(ALL, null, 10))
                .extracting(Deadlines.Line::clock, Deadlines.Line::agency, Deadlines.Line::due)
                .containsExactly(
                        tuple(Kind.ANSWER, "atr-bpn", LocalDate.parse("2026-12-01")),
                        tuple(Kind.RESOLVE, "atr-bpn", LocalDate.parse("2026-12-14")));

        report("u2", StatusUpdate.Status.ANSWERED);
        assertThat(deadlines.page(ALL, null, 10))
                .extracting(Deadlines.Line::clock)
                .containsExactly(Kind.CLOSE);
    }

    @Test
    void aCopyHasNoClock() {
        take(waiting(1).copyOnly());

        assertThat(hub.jdbc().queryForObject("select count(*) from deadline", Integer.class))
                .isZero();
    }

    @Test
    void aNewDecreeMovesEachOpenDeadlineOnceAndSaysSoInTheJournal() throws IOException {
        take(waiting(1));
        take(waiting(2));
        take(Complaints.letter("PRES/2026/000003"));
        assertThat(review.review().cases()).isZero();

        decree(DECREE);
        DeadlineReview.Reviewed first = review.review();

        assertThat(first.calendar().isNew()).isTrue();
        assertThat(first.cases()).isEqualTo(2);
        assertThat(moves())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).isEqualTo("Tenggat dihitung ulang menurut SKB 77 Tahun 2026."));
        assertThat(deadlines.page(ALL, null, 10))
                .extracting(Deadlines.Line::due)
                .containsOnly(LocalDate.parse("2026-12-11"));

        assertThat(review.review().cases()).isZero();
        restart();
        assertThat(review.review().cases()).isZero();
        assertThat(moves()).hasSize(2);
    }

    @Test
    void aDecreeThatTouchesNoTermMovesNothing() throws IOException {
        take(waiting(1));
        decree("2027-07-01,CUTI_BERSAMA,Contoh,SKB 78 Tahun 2026,2026-11-24\n");

        assertThat(review.review().cases()).isEqualTo(1);
        assertThat(moves()).isEmpty();
        assertThat(review.review().cases()).isZero();
    }

    @Test
    void aCaseThatChangesBeforeItIsReviewedSaysFirstWhatMoved() throws IOException {
        take(waiting(1));
        decree(DECREE);
        calendar.reload();
        take(waiting(1).text("Diketik ulang."));

        assertThat(hub.jdbc().queryForList("select event from journal order by seq", String.class))
                .containsSubsequence("CaseCompleted", "DeadlineMoved", "SubmissionCorrected");
        assertThat(review.review().cases()).isZero();
        assertThat(moves()).hasSize(1);
        assertThat(due()).isEqualTo("2026-12-11");
    }

    @Test
    void aFileThatIsBrokenOrLostADayIsRefusedAndTheOldCalendarStays() throws IOException {
        take(waiting(1));
        String before = calendar.present().version();
        List<String> lines = Files.readAllLines(file);

        Files.write(file, lines.subList(0, lines.size() - 1));
        assertThat(review.review().calendar().problems())
                .singleElement()
                .asString()
                .contains("2027-12-26");
        Files.writeString(file, "tanggal;nama\n");
        assertThat(review.review().calendar().problems()).hasSize(1);
        restart();
        Files.delete(file);
        assertThat(review.review().calendar().problems()).containsExactly("cannot be read");
        restart();

        assertThat(calendar.present().version()).isEqualTo(before);
        assertThat(hub.jdbc()
                        .queryForObject("select count(*) from work_calendar where state = 'REFUSED'", Integer.class))
                .isEqualTo(2);
        assertThat(moves()).isEmpty();

        hub.jdbc().update("delete from work_calendar");
        assertThatThrownBy(this::restart).isInstanceOf(MappingBroken.class).hasMessageContaining("calendar.csv");
    }

    @Test
    void whatAnotherNodeTookIsTakenToo() throws IOException {
        take(waiting(1));
        DeadlineReview other = review;
        Calendar stale = calendar;
        restart();
        decree(DECREE);
        review.review();
        Files.write(file, Files.readAllBytes(REAL));

        assertThat(other.review().cases()).isZero();
        assertThat(stale.present().version()).isEqualTo(calendar.present().version());
    }

    @Test
    void aChangedTermMovesEachOpenDeadlineOnceAndSaysWhy() throws IOException {
        take(waiting(1));
        change("terms", "ISSUE,,,14,", "ISSUE,,,12,");
        assertThat(review.computeAgain()).isZero();

        assertThat(reload().changed()).extracting(Tables.InUse::table).containsExactly("terms");
        assertThat(review.computeAgain()).isEqualTo(1);

        assertThat(due()).isEqualTo("2026-12-08");
        assertThat(moves())
                .singleElement()
                .asString()
                .startsWith("Tenggat dihitung ulang menurut SK Asdep Dumas 4/2022, service time");
        assertThat(review.computeAgain()).isZero();
    }

    @Test
    void changedOfficeHoursMoveTheDeadlineOfWhatCameAfterThem() throws IOException {
        take(waiting(1).receivedAt("2026-11-20T15:45:00+07:00"));
        assertThat(due()).isEqualTo("2026-12-10");
        change("office-hours", "friday,2026-03-21,,16:30,", "friday,2026-03-21,,15:30,");
        assertThat(reload().problems()).isEmpty();

        assertThat(review.review().cases()).isEqualTo(1);
        assertThat(due()).isEqualTo("2026-12-11");
        assertThat(moves()).singleElement().asString().contains("Perpres 21/2023");
    }

    @Test
    void changedTimeZonesMoveTheDeadlinesOfTheirAgencies() throws IOException {
        hub.clock().set("2026-11-24T14:30:00+07:00");
        take(Complaints.letter("PRES/2026/000001"));
        report("u1", StatusUpdate.Status.ACKNOWLEDGED);
        LocalDate before = deadlines.page(ALL, null, 10).getFirst().due();
        change("time-zones", "*,,Asia/Jakarta,", "*,,Asia/Jayapura,");
        assertThat(reload().problems()).isEmpty();

        assertThat(review.review().cases()).isEqualTo(1);
        assertThat(deadlines.page(ALL, null, 10).getFirst().due()).isEqualTo(before.plusDays(1));
        assertThat(moves()).singleElement().asString().contains("time-zones");
    }

    @Test
    void aBadCalendarOrTableKeepsAllFormerOnes() throws IOException {
        take(waiting(1));
        String calendarBefore = calendar.present().version();
        change("terms", "ISSUE,,,14,", "ISSUE,,,12,");
        decree("2026-12-01,BOLOS,Contoh,SKB 77 Tahun 2026,2026-11-24\n");
        int last = Files.readAllLines(file).size();

        assertThat(reload().problems()).singleElement().asString().startsWith(file + ":" + last + ": kind is none of");
        assertThat(review.computeAgain()).isZero();

        Files.write(file, Files.readAllBytes(REAL));
        decree(DECREE);
        change("office-hours", "\n*,,,16:00,", "\n*,,,16.00,");
        assertThat(reload().problems()).singleElement().asString().contains("office-hours.csv:19: closes", "'16.00'");
        assertThat(calendar.present().version()).isEqualTo(calendarBefore);

        change("office-hours", ",,16.00,", ",,16:00,");
        assertThat(reload().changed()).extracting(Tables.InUse::table).containsExactly("calendar", "terms");
        assertThat(review.computeAgain()).isEqualTo(1);
        assertThat(due()).isEqualTo("2026-12-09");
        assertThat(moves()).singleElement().asString().contains("SK Asdep Dumas 4/2022", "SKB 77 Tahun 2026");
    }

    private Tables.Reload reload() {
        return tables.reload(change -> {
            change.run();
            return true;
        });
    }

    private void change(String table, String from, String to) throws IOException {
        Path path = tablesFolder.resolve(table + ".csv");
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    @Test
    void casesOfTheTimeBeforeClocksGetTheirs() {
        take(waiting(1));
        take(waiting(2));
        hub.jdbc().update("delete from deadline");
        hub.jdbc().update("update case_file set clocked_by = null");

        assertThat(review.review().cases()).isEqualTo(2);
        assertThat(deadlines.page(ALL, null, 10)).hasSize(2);
        assertThat(moves()).isEmpty();
    }

    @Test
    void aCaseThatWasErasedOrCannotBeReadKeepsNoOtherFromIt() throws IOException {
        take(waiting(1));
        take(waiting(2));
        take(waiting(3));
        hub.jdbc()
                .update(
                        "delete from case_key where case_id = (select id from case_file where number like '%-000001-%')");
        hub.jdbc()
                .update("update journal set event = 'Nonsense' where case_id ="
                        + " (select id from case_file where number like '%-000002-%')");
        decree(DECREE);

        assertThat(review.review().cases()).isEqualTo(1);
        assertThat(moves()).hasSize(1);
    }

    @Test
    void aProvisionalTermBecomesSureWithItsDecree() throws IOException {
        Files.write(
                file,
                Files.readAllLines(REAL).stream()
                        .filter(line -> !line.startsWith("2027"))
                        .toList());
        hub.jdbc().update("delete from work_calendar");
        restart();
        hub.clock().set("2026-12-21T08:00:00+07:00");
        take(waiting(1).receivedAt("2026-12-11T08:00:00+07:00"));
        assertThat(deadlines.page(ALL, null, 1).getFirst().provisional()).isTrue();
        assertThat(due()).isEqualTo("2027-01-04");

        Files.write(file, Files.readAllBytes(REAL));
        review.review();

        assertThat(due()).isEqualTo("2027-01-06");
        assertThat(deadlines.page(ALL, null, 1).getFirst().provisional()).isFalse();
        assertThat(moves()).singleElement().asString().contains("SKB 1205/3/2 Tahun 2026");
    }

    @Test
    void whatWasNotCompletedInTimeIsArchivedOnceAndALateSupplementOpensItAgain() {
        take(Complaints.letter("PRES/2026/000001").attachments());
        assertThat(deadlines.page(ALL, null, 10))
                .extracting(Deadlines.Line::clock, Deadlines.Line::owner, Deadlines.Line::due)
                .containsExactly(tuple(Kind.SUPPLEMENT, Owner.COMPLAINANT, LocalDate.parse("2026-12-08")));
        var lapses = new Lapses(new Telling(new Messages(CANONICAL)), deadlines, ledger, hub.clock());

        hub.clock().set("2026-12-08T23:59:00+07:00");
        assertThat(lapses.lapse()).isZero();
        hub.clock().set("2026-12-09T00:01:00+07:00");
        assertThat(lapses.lapse()).isEqualTo(1);
        assertThat(lapses.lapse()).isZero();

        assertThat(hub.jdbc().queryForObject("select state from case_file", String.class))
                .isEqualTo("ARCHIVED");
        assertThat(hub.jdbc().queryForList("select state from deadline", String.class))
                .containsExactly("MISSED");
        assertThat(Outbox.of(hub, "STATUS").getLast().payload().path("status").asText())
                .isEqualTo("LAPSED");

        take(Complaints.letter("PRES/2026/000001"));
        assertThat(hub.jdbc().queryForObject("select state from case_file", String.class))
                .isEqualTo("REFERRED");
    }

    @Test
    void nothingLapsesWhileSomebodyIsToBeAskedAnew() {
        take(Complaints.mail("<satu@contoh.invalid>").address(null).attachments());
        var lapses = new Lapses(new Telling(new Messages(CANONICAL)), deadlines, ledger, hub.clock());
        hub.clock().set("2026-12-08T23:00:00+07:00");
        take(Complaints.mail("<dua@contoh.invalid>").text("Perkara lain, tentang hal lain sama sekali."));
        take(Complaints.mail("<tiga@contoh.invalid>")
                .caseReference(new CaseNumber(2026, 1).toString())
                .attachments());

        hub.clock().set("2026-12-09T00:01:00+07:00");
        assertThat(lapses.lapse())
                .as("evidence is still missing, and was not asked for")
                .isZero();
        assertThat(new Completions(DESK, LedgerFixture.postponedNotices(hub.jdbc()), ledger, hub.clock()).ask())
                .isEqualTo(1);
        assertThat(lapses.lapse()).isZero();
        assertThat(hub.jdbc()
                        .queryForObject(
                                "select due from deadline where clock = 'SUPPLEMENT' and state = 'RUNNING'",
                                LocalDate.class))
                .isEqualTo("2026-12-23");
    }

    @Test
    void anIncompleteCaseThatNobodyMayAskByMachineWaitsForAPerson() {
        var waiting = LedgerFixture.issuedReferrals(hub.jdbc(), hub.caseKeys());
        take(Complaints.mail("<satu@contoh.invalid>").address(null).attachments());
        take(Complaints.mail("<dua@contoh.invalid>")
                .text("Perkara lain, tentang hal lain sama sekali.")
                .attachments());
        assertThat(waiting.left(10)).as("asked, and to be asked tomorrow").isEmpty();

        Complaint complaint = Complaints.mail("<tiga@contoh.invalid>")
                .text("Jembatan kampung kami putus sejak musim hujan.")
                .attachments()
                .complaint();
        take(new Submission(
                hub.ids().get(),
                "feed",
                complaint,
                CANONICAL.bytes(complaint),
                "{}".getBytes(StandardCharsets.UTF_8),
                "from a machine",
                false,
                null));

        assertThat(waiting.left(10)).singleElement().satisfies(left -> {
            assertThat(left.number()).isEqualTo(new CaseNumber(2026, 3).toString());
            assertThat(left.state()).isEqualTo("AWAITING_COMPLETION");
            assertThat(left.since().toInstant()).isEqualTo(hub.clock().now().toInstant());
            assertThat(left.because()).startsWith("Petugas meminta kekurangan berkas karena");
        });
        ledger.write(unit -> new Decisions(DESK)
                .take(
                        unit,
                        new CaseNumber(2026, 3),
                        "sari",
                        new OfficerDecision.Complete(
                                "Diterima lewat telepon.",
                                Set.of(RequiredItem.EVIDENCE),
                                hub.clock().now())));
        assertThat(waiting.left(10)).isEmpty();
    }

    @Test
    void whatIsOverdueAndDueIsListedTheLongestFirst() {
        take(waiting(1));
        take(waiting(2).receivedAt("2026-11-23T08:00:00+07:00"));
        take(waiting(3).direction(null));
        LocalDate today = LocalDate.parse("2026-12-11");

        List<Deadlines.Line> overdue =
                deadlines.page(new Filter(today.minusDays(1), Kind.ISSUE, Owner.OFFICE, null), null, 10);
        assertThat(overdue).extracting(Deadlines.Line::due).containsOnly(LocalDate.parse("2026-12-10"));
        assertThat(overdue).hasSize(2);
        var first = deadlines.page(ALL, null, 3);
        var rest = deadlines.page(ALL, first.getLast().place(), 3);
        assertThat(first).extracting(Deadlines.Line::clock).containsOnly(Kind.ISSUE);
        assertThat(rest).extracting(Deadlines.Line::clock).containsExactly(Kind.DIRECTION);
        assertThatThrownBy(() -> deadlines.page(ALL, "x", 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines.page(ALL, "a b c d", 1)).isInstanceOf(IllegalArgumentException.class);

        assertThat(deadlines.figures(today, today.plusDays(3)))
                .containsExactly(
                        new Deadlines.Figure(Kind.DIRECTION, 1, 0, 0, 0, null),
                        new Deadlines.Figure(Kind.ISSUE, 3, 0, 2, 1, LocalDate.parse("2026-12-10")));
    }

    @Test
    void eachStageIsRemindedOfOnceWithoutAWordOfTheComplaint() {
        take(waiting(1));
        Reminders reminders = reminders(Map.of("officer", "petugas@setneg.go.id", "head", "asdep@setneg.go.id"));
        assertThat(reminders.remind()).isZero();

        hub.clock().set("2026-12-04T08:00:00+07:00");
        assertThat(reminders.remind()).isEqualTo(1);
        assertThat(reminders.remind()).isZero();
        hub.clock().set("2026-12-09T08:00:00+07:00");
        assertThat(reminders.remind()).isEqualTo(1);
        hub.clock().set("2026-12-11T08:00:00+07:00");
        assertThat(reminders.remind()).isEqualTo(1);
        assertThat(reminders.remind()).isZero();

        List<Outbox.Sent> sent = Outbox.of(hub, "REMINDER");
        assertThat(sent)
                .extracting(
                        one -> one.destination(),
                        one -> one.payload().path("recipient").path("address").asText(),
                        one -> one.payload().path("late").asInt())
                .containsExactly(
                        tuple("staff", "petugas@setneg.go.id", -4),
                        tuple("staff", "petugas@setneg.go.id", -1),
                        tuple("staff", "asdep@setneg.go.id", 1));
        assertThat(sent).allSatisfy(one -> {
            assertThat(CANONICAL.problems("reminder", one.payload())).isEmpty();
            assertThat(one.payload().toString())
                    .doesNotContain(Complaints.NAME, Complaints.TEXT, Complaints.NIK, "Pengaduan pertanahan");
        });
        assertThat(hub.jdbc()
                        .queryForObject("select count(*) from journal where event = 'ReminderSent'", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void ofSeveralStagesThatPassedUnseenOnlyTheLastIsSent() {
        take(waiting(1));
        hub.clock().set("2027-01-20T08:00:00+07:00");

        assertThat(reminders(Map.of("deputy", "deputi@setneg.go.id")).remind()).isEqualTo(1);
        assertThat(Outbox.of(hub, "REMINDER")).hasSize(1);
    }

    @Test
    void aRoleWithoutAddressIsOnlyShown() {
        take(waiting(1));
        hub.clock().set("2026-12-11T08:00:00+07:00");

        assertThat(reminders(Map.of()).remind()).isEqualTo(1);
        assertThat(reminders(Map.of("head", "asdep@setneg.go.id")).remind()).isZero();
        assertThat(Outbox.of(hub, "REMINDER")).isEmpty();
        assertThat(deadlines.page(ALL, null, 1).getFirst().reminded()).isEqualTo("OVERDUE");
    }

    @Test
    void whatEndedIsNotRemindedOf() {
        take(Complaints.letter("PRES/2026/000001"));
        hub.clock().set("2027-01-20T08:00:00+07:00");

        assertThat(reminders(Map.of()).remind()).isZero();
    }

    @Test
    void aMovedDayIsRemindedOfAnew() throws IOException {
        take(waiting(1));
        hub.clock().set("2026-12-11T08:00:00+07:00");
        reminders(Map.of()).remind();
        decree("2026-12-10,CUTI_BERSAMA,Contoh,SKB 79 Tahun 2026,2026-12-09\n");
        review.review();

        assertThat(due()).isEqualTo("2026-12-11");
        assertThat(deadlines.page(ALL, null, 1).getFirst().reminded()).isNull();
        assertThat(reminders(Map.of()).remind()).isEqualTo(1);
        assertThat(deadlines.page(ALL, null, 1).getFirst().reminded()).isEqualTo("LAST_DAY");
    }
}
