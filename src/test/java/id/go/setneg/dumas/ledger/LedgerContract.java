package id.go.setneg.dumas.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.CorrespondenceKind;
import id.go.setneg.dumas.complaint.Referral;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.complaint.UnknownReferral;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;

/** What holds of the ledger on every database. The clock stands at 2026-11-24, 08:00 WIB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LedgerContract {

    private static final int AT_ONCE = 8;
    private static final AgencyCode LAND = new AgencyCode("atr-bpn");
    private static final List<String> TABLES = List.of(
            "case_file",
            "case_counter",
            "case_key",
            "journal",
            "submission",
            "case_name",
            "correspondence",
            "acknowledgement",
            "attachment",
            "parked",
            "feed_position",
            "referral",
            "status_update",
            "delivery",
            "attempt");

    private HubLedger hub;
    private JournalCheck check;

    abstract HubLedger open(Path folder);

    HubLedger hub() {
        return hub;
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = open(folder);
        check = new JournalCheck(hub.jdbc());
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        hub.clock().set(HubLedger.START);
    }

    // submissions

    @Test
    void aDuplicateChangesNothing() {
        receive(Complaints.letter("PRES/2026/000001"));
        List<String> before = dump();

        assertThat(receive(Complaints.letter("PRES/2026/000001"))).isFalse();

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aDuplicateOnOnePageIsTakenOnce() {
        assertThat(receive(Complaints.letter("PRES/2026/000001"), Complaints.letter("PRES/2026/000001")))
                .isTrue();

        assertThat(counts()).containsEntry("submission", 1).containsEntry("case_file", 1);
    }

    @Test
    void aNewVersionOfARecordBelongsToItsCase() {
        receive(Complaints.letter("PRES/2026/000001"));
        receive(Complaints.letter("PRES/2026/000001").text("Sudah diperbaiki."));

        assertThat(counts()).containsEntry("submission", 2).containsEntry("case_file", 1);
    }

    @Test
    void theSameReferenceOfAnotherSourceIsAnotherCase() {
        Complaints letter = Complaints.letter("PRES/2026/000001");
        receive(letter);
        receive(letter.from("lapor", "PRES/2026/000001", letter.complaint().channel()));

        assertThat(counts()).containsEntry("case_file", 2);
    }

    @Test
    void aRecordThatNamesACaseBelongsToIt() {
        receive(Complaints.letter("PRES/2026/000001"));
        receive(Complaints.mail("<satu@contoh.invalid>").caseReference(new CaseNumber(2026, 1).toString()));

        assertThat(counts()).containsEntry("submission", 2).containsEntry("case_file", 1);
    }

    @Test
    void aRecordThatNamesNoCaseOfOursIsANewCase() {
        receive(Complaints.letter("PRES/2026/000001"));
        receive(Complaints.mail("<satu@contoh.invalid>").caseReference(new CaseNumber(2026, 99).toString()));
        receive(Complaints.mail("<dua@contoh.invalid>").caseReference("DUMAS-2026-000001-00"));

        assertThat(numbers()).containsExactly(1, 2, 3);
    }

    @Test
    void ofSeveralVersionsOfARecordTheNewestCounts() {
        for (int i = 0; i < 20; i++) {
            String reference = "PRES/2026/1000" + i;
            receive(
                    Complaints.letter(reference).text("versi satu"),
                    Complaints.letter(reference).text("versi dua"));
            receive(Complaints.mail("<" + i + "@contoh.invalid>")
                    .caseReference(new CaseNumber(2026, i + 1).toString()));

            hub.ledger().write(unit -> {
                Submission again = submission(Complaints.letter(reference).complaint());
                unit.prepare(List.of(again));
                assertThat(unit.caseOfRecord(again).orElseThrow().complaints())
                        .extracting(complaint -> complaint.matter().text())
                        .containsExactlyInAnyOrder("versi dua", Complaints.TEXT);
                return true;
            });
        }
    }

    @Test
    void theOpenRecordsOfASourceAreThoseThatItStillHasAndThatAreWorkedOn() {
        receive(Complaints.lapor("1"), Complaints.lapor("2"), Complaints.letter("PRES/2026/000001"));
        receive(Complaints.lapor("1").text("diubah"));
        hub.ledger().write(unit -> {
            unit.prepareRecords("lapor", List.of("2"));
            unit.delete("lapor", "2");
            return true;
        });

        assertThat(new OpenRecords(hub.jdbc(), hub.caseKeys()).references("lapor"))
                .containsExactly("1");
    }

    @Test
    void aMessageIsKeptOnceAndSealed() {
        var message = new Correspondence(
                "kenari-umpan", "kenari-nama", CorrespondenceKind.BULK, "rule", "kenari-surel".getBytes(UTF_8));

        assertThat(hub.ledger().<Boolean>write(unit -> unit.file(null, message).isPresent()))
                .isTrue();
        assertThat(hub.ledger().<Boolean>write(unit -> unit.file(null, message).isPresent()))
                .isFalse();
        assertThat(dump().toString()).doesNotContain("kenari-surel").doesNotContain("kenari-nama");
    }

    // transactions

    @Test
    void aFailureInTheMiddleOfAPageLeavesNothing() {
        receive(Complaints.letter("PRES/2026/000001"));
        List<String> before = dump();

        assertThatThrownBy(() -> hub.ledger().write(unit -> {
                    receive(
                            unit,
                            List.of(submission(
                                    Complaints.letter("PRES/2026/000002").complaint())));
                    unit.park("spde", "spde/record-to-complaint", "x", new byte[] {1});
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void aRowThatTheDatabaseRefusesLeavesNothing() {
        receive(Complaints.letter("PRES/2026/000001"));
        List<String> before = dump();

        assertThatThrownBy(() -> hub.ledger().write(unit -> {
                    receive(
                            unit,
                            List.of(submission(
                                    Complaints.letter("PRES/2026/000002").complaint())));
                    unit.park("x".repeat(61), "spde/record-to-complaint", "feed too long", new byte[] {1});
                    return true;
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void whoWaitsForDeliveriesIsCalledAfterTheCommitOnly() {
        List<Set<String>> called = new ArrayList<>();
        List<Integer> visible = new ArrayList<>();
        var ledger = new Ledger(hub.jdbc(), hub.transaction(), hub.masterKeys(), hub.clock(), hub.ids());
        ledger.onDeliveriesDue(destinations -> {
            called.add(destinations);
            visible.add(counts().get("delivery"));
        });

        ledger.write(unit -> deliver(unit, "PRES/2026/000001", "spde", null));
        ledger.write(unit -> deliver(unit, "PRES/2026/000002", "agency.atr-bpn", "WAY none configured"));
        assertThatThrownBy(() -> ledger.write(unit -> {
                    deliver(unit, "PRES/2026/000003", "spde", null);
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");

        assertThat(called).containsExactly(Set.of("spde"));
        assertThat(visible).containsExactly(1);
    }

    // numbers

    @Test
    void numbersRunWithoutGaps() {
        receive(Complaints.letter("PRES/2026/000001"), Complaints.letter("PRES/2026/000002"));
        assertThatThrownBy(() -> hub.ledger().write(unit -> {
                    receive(
                            unit,
                            List.of(submission(
                                    Complaints.letter("PRES/2026/000003").complaint())));
                    throw new IllegalStateException("halfway");
                }))
                .hasMessage("halfway");
        receive(Complaints.letter("PRES/2026/000001"), Complaints.letter("PRES/2026/000004"));
        receive(
                Complaints.letter("PRES/2026/000005"),
                Complaints.letter("PRES/2026/000005").text("versi dua"),
                Complaints.letter("PRES/2026/000006"));

        assertThat(numbers()).containsExactly(1, 2, 3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-31T16:59:59.999Z, 2026", "2026-12-31T17:00:00Z, 2027"})
    void numbersRestartWithTheYearInJakarta(String now, int year) {
        receive(Complaints.letter("PRES/2026/000001"));
        hub.clock().set(now);
        receive(Complaints.letter("PRES/2026/000002"));

        assertThat(caseNumbers()).contains(new CaseNumber(2026, 1), new CaseNumber(year, year == 2026 ? 2 : 1));
    }

    @Test
    void numbersRunWithoutGapsAlsoWithManyAtOnce() throws Exception {
        atOnce(i -> {
            for (int n = 0; n < 4; n++) {
                receive(Complaints.letter("PRES/2026/" + i + n + "1"), Complaints.letter("PRES/2026/" + i + n + "2"));
            }
        });

        assertThat(numbers())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, AT_ONCE * 4 * 2).boxed().toList());
    }

    // many at once

    @Test
    void manyWritersOfOneCaseLoseNothing() throws Exception {
        receive(Complaints.letter("PRES/2026/000001"));
        String number = new CaseNumber(2026, 1).toString();

        atOnce(i -> {
            for (int n = 0; n < 4; n++) {
                receive(Complaints.mail("<" + i + "-" + n + "@contoh.invalid>").caseReference(number));
            }
        });

        assertThat(counts()).containsEntry("submission", 1 + AT_ONCE * 4).containsEntry("case_file", 1);
        Integer version = hub.jdbc().queryForObject("select version from case_file", Integer.class);
        assertThat(counts()).containsEntry("journal", version);
        assertThat(check.firstBroken(onlyCase())).isEmpty();
    }

    @Test
    void theSameRecordFromManyAtOnceIsTakenOnce() throws Exception {
        atOnce(i -> receive(Complaints.letter("PRES/2026/000001")));

        assertThat(counts()).containsEntry("submission", 1).containsEntry("case_file", 1);
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void pagesThatNameTheSameCasesInAnotherOrderDoNotBlockEachOther() throws Exception {
        receive(Complaints.letter("PRES/2026/000001"), Complaints.letter("PRES/2026/000002"));

        atOnce(i -> {
            for (int n = 0; n < 3; n++) {
                Complaints one = Complaints.letter("PRES/2026/000001").text("satu " + i + n);
                Complaints two = Complaints.letter("PRES/2026/000002").text("dua " + i + n);
                if (i % 2 == 0) {
                    receive(one, two);
                } else {
                    receive(two, one);
                }
            }
        });

        assertThat(counts()).containsEntry("submission", 2 + AT_ONCE * 3 * 2);
        assertThat(cases()).allSatisfy(id -> assertThat(check.firstBroken(id)).isEmpty());
    }

    // journal

    @Test
    void theJournalOfAnUntouchedCaseIsWhole() {
        UUID id = longCase();

        assertThat(check.firstBroken(id)).isEmpty();
    }

    @Test
    void theJournalOfNoCaseCannotBeChecked() {
        assertThatThrownBy(() -> check.firstBroken(UUID.randomUUID()))
                .isInstanceOf(EmptyResultDataAccessException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event = 'ItemsMissing'",
                "at = at + interval '1' second",
                "actor = 'source:lapor'",
                "because = because || ' '",
                "sealed_facts = sealed_facts || sealed_facts",
                "previous = hash",
                "hash = previous",
                "seq = 99",
            })
    void aChangedColumnIsFoundAtItsEntry(String change) {
        UUID id = longCase();

        hub.jdbc().update("update journal set " + change + " where case_id = ? and seq = 2", id);

        assertThat(check.firstBroken(id)).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealed_facts", "previous", "hash"})
    void oneChangedByteIsFound(String column) {
        UUID id = longCase();
        byte[] bytes = Objects.requireNonNull(hub.jdbc()
                .queryForObject("select " + column + " from journal where case_id = ? and seq = 3", byte[].class, id));
        bytes[bytes.length / 2] ^= 1;

        hub.jdbc().update("update journal set " + column + " = ? where case_id = ? and seq = 3", bytes, id);

        assertThat(check.firstBroken(id)).hasValue(3);
    }

    @Test
    void aRemovedEntryIsFound() {
        UUID id = longCase();

        hub.jdbc().update("delete from journal where case_id = ? and seq = 2", id);

        assertThat(check.firstBroken(id)).hasValue(2);
    }

    @Test
    void aRemovedEndIsFound() {
        UUID id = longCase();
        int last = version(id);

        hub.jdbc().update("delete from journal where case_id = ? and seq = ?", id, last);

        assertThat(check.firstBroken(id)).hasValue(last);
    }

    @Test
    void aRemovedJournalIsFound() {
        UUID id = longCase();

        hub.jdbc().update("delete from journal where case_id = ?", id);

        assertThat(check.firstBroken(id)).hasValue(1);
    }

    @Test
    void anEndRemovedTogetherWithItsVersionIsFound() {
        UUID id = longCase();
        int last = version(id);

        hub.jdbc().update("delete from journal where case_id = ? and seq = ?", id, last);
        hub.jdbc().update("update case_file set version = version - 1 where id = ?", id);

        assertThat(check.firstBroken(id)).hasValue(last - 1);
    }

    @Test
    void anEntryTooManyIsFound() {
        UUID id = longCase();
        int last = version(id);

        hub.jdbc()
                .update(
                        "insert into journal select case_id, seq + 1, event, at, actor, because, sealed_facts, hash, hash"
                                + " from journal where case_id = ? and seq = ?",
                        id,
                        last);

        assertThat(check.firstBroken(id)).hasValue(last + 1);
    }

    @Test
    void aChangedHeadIsFound() {
        UUID id = longCase();

        hub.jdbc().update("update case_file set head = ? where id = ?", new byte[32], id);

        assertThat(check.firstBroken(id)).hasValue(version(id));
    }

    @Test
    void theEntryOfAnotherCaseIsFound() {
        UUID id = longCase();
        UUID other = longCase();

        hub.jdbc().update("delete from journal where case_id = ? and seq = 1", id);
        hub.jdbc().update("update journal set case_id = ? where case_id = ? and seq = 1", id, other);

        assertThat(check.firstBroken(id)).hasValue(1);
        assertThat(check.firstBroken(other)).hasValue(1);
    }

    @Test
    void theJournalTellsTheCaseAgain() {
        UUID referral = referred("PRES/2026/000001");

        hub.ledger().write(unit -> {
            unit.prepareReferrals(Set.of(referral));
            assertThat(unit.caseOfReferral(referral).file().state()).isEqualTo(CaseState.REFERRED);
            return true;
        });
        assertThat(hub.jdbc().queryForObject("select state from case_file", String.class))
                .isEqualTo("REFERRED");
    }

    // secrecy

    @Test
    void noPlainTextOfAPersonIsStored() {
        writeCanaries();

        List<String> stored = dump();

        assertThat(stored).anyMatch(value -> value.contains("kenari-umpan"));
        for (String secret : canaries()) {
            String hex = HexFormat.of().formatHex(secret.getBytes(UTF_8));
            assertThat(stored).as(secret).noneMatch(value -> value.contains(secret) || value.contains(hex));
        }
    }

    @Test
    void aCaseWithoutItsKeyStillProvesItsJournalAndTellsNothing() {
        writeCanaries();
        UUID id = onlyCase();
        assertThat(hub.caseKeys().of(Set.of(id))).containsOnlyKeys(id);

        hub.jdbc().update("delete from case_key where case_id = ?", id);

        assertThat(check.firstBroken(id)).isEmpty();
        assertThat(hub.caseKeys().of(Set.of(id))).isEmpty();
        assertThatThrownBy(() -> receive(Complaints.letter("PRES/2026/000001").text("versi dua")))
                .isInstanceOf(ErasedCase.class);
        assertThat(counts()).containsEntry("submission", 1);
    }

    @Test
    void aPayloadIsOpenedWithTheKeyOfItsOwnCaseOnly() {
        hub.ledger().write(unit -> deliver(unit, "PRES/2026/000001", "spde", null));
        hub.ledger().write(unit -> deliver(unit, "PRES/2026/000002", "spde", null));
        byte[] sealed = Objects.requireNonNull(hub.jdbc()
                .queryForObject(
                        "select min(sealed_payload) from delivery where seq = (select min(seq) from delivery)",
                        byte[].class));
        UUID own = Objects.requireNonNull(
                hub.jdbc().queryForObject("select case_id from delivery order by seq limit 1", UUID.class));
        UUID other = cases().stream().filter(id -> !id.equals(own)).findFirst().orElseThrow();
        Map<UUID, DataKey> keys = hub.caseKeys().of(cases());

        assertThat(key(keys, own).open(LedgerRows.PAYLOAD, sealed)).isEqualTo("kenari-muatan".getBytes(UTF_8));
        assertThatThrownBy(() -> key(keys, other).open(LedgerRows.PAYLOAD, sealed))
                .isInstanceOf(BrokenSeal.class);
    }

    // status updates, parked records, feeds

    @Test
    void anUpdateIsNewsOnce() {
        UUID referral = referred("PRES/2026/000001");

        assertThat(isNews(LAND, "u-1", referral)).isTrue();
        assertThat(isNews(LAND, "u-1", referral)).isFalse();
        assertThat(isNews(LAND, "u-2", referral)).isTrue();
        assertThat(isNews(new AgencyCode("kemensos"), "u-1", referral)).isTrue();
    }

    @Test
    void anUnknownReferralIsSaidSo() {
        UUID referral = UUID.randomUUID();

        assertThatThrownBy(() -> hub.ledger().write(unit -> {
                    unit.prepareReferrals(Set.of(referral));
                    return unit.caseOfReferral(referral);
                }))
                .isInstanceOf(UnknownReferral.class);
    }

    @Test
    void aRecordIsParkedOnce() throws Exception {
        park("spde", "isi");
        park("spde", "isi");
        atOnce(i -> park("spde", "isi"));
        park("spde", "isi lain");
        park("lapor", "isi");

        assertThat(hub.parked().waiting())
                .extracting(Parked.ParkedRecord::feed)
                .containsExactlyInAnyOrder("spde", "spde", "lapor");
    }

    @Test
    void aParkedRecordIsOpenedUntilItIsReplayed() {
        park("spde", "isi");
        Parked.ParkedRecord waiting = hub.parked().waiting().getFirst();
        assertThat(hub.parked().record(waiting.id())).hasValue("isi".getBytes(UTF_8));

        hub.parked().refusedAgain(waiting.id(), "still no subject");
        assertThat(hub.parked().waiting().getFirst().reason()).isEqualTo("still no subject");

        hub.parked().replayed(waiting.id());
        assertThat(hub.parked().waiting()).isEmpty();
        assertThat(hub.parked().record(waiting.id())).isEmpty();

        park("spde", "isi");
        assertThat(hub.parked().waiting()).isEmpty();
    }

    @Test
    void aFeedRemembersItsPositionAndItsNewestFailure() {
        Feeds feeds = hub.feeds();
        assertThat(feeds.position("spde-letters")).isEmpty();

        feeds.failed("spde-letters", "HTTP 503");
        assertThat(feeds.position("spde-letters")).isEmpty();
        assertThat(feeds.all().getFirst().failure()).isEqualTo("HTTP 503");

        feeds.succeeded("spde-letters", "2026-11-24T08:00+07:00");
        feeds.succeeded("spde-letters", null);
        assertThat(feeds.position("spde-letters")).hasValue("2026-11-24T08:00+07:00");
        Feeds.Feed feed = feeds.all().getFirst();
        assertThat(feed.failure()).isNull();
        assertThat(feed.succeededAt()).isEqualTo(hub.clock().now());
        assertThat(feed.failedAt()).isEqualTo(hub.clock().now());

        feeds.failed("spde-letters", "HTTP 500");
        assertThat(feeds.position("spde-letters")).hasValue("2026-11-24T08:00+07:00");
    }

    // what the tests write

    boolean receive(Complaints... complaints) {
        List<Submission> submissions = List.of(complaints).stream()
                .map(each -> submission(each.complaint()))
                .toList();
        return hub.ledger().write(unit -> receive(unit, submissions));
    }

    private static boolean receive(UnitOfWork unit, List<Submission> submissions) {
        unit.prepare(submissions);
        boolean isNews = false;
        for (Submission submission : submissions) {
            if (!unit.isTaken(submission)) {
                OpenCase on = unit.caseOfRecord(submission)
                        .or(() -> unit.caseNamedBy(submission))
                        .orElseGet(unit::openCase);
                unit.add(on, submission);
                var receive = new CaseCommand.Receive(
                        submission.id(), submission.complaint(), Set.of(RequiredItem.NAME, RequiredItem.ADDRESS));
                on.record(
                        on.file().decide(receive),
                        "source:" + submission.complaint().source(),
                        "received");
                isNews = true;
            }
        }
        return isNews;
    }

    private boolean deliver(UnitOfWork unit, String reference, String destination, @Nullable String held) {
        Submission submission = submission(Complaints.letter(reference).complaint());
        receive(unit, List.of(submission));
        unit.add(
                unit.caseOfRecord(submission).orElseThrow(),
                new NewDelivery(
                        unit.newId(), destination, "REGISTRATION", null, "kenari-muatan".getBytes(UTF_8), held));
        return true;
    }

    private Submission submission(Complaint complaint) {
        return new Submission(
                hub.ids().get(),
                "kenari-umpan",
                complaint,
                Json.write(complaint),
                "{\"isi\":\"kenari-rekaman\"}".getBytes(UTF_8));
    }

    /** Received, completed, directed and referred: several entries. */
    private UUID longCase() {
        UUID referral = referred("PRES/2026/" + UUID.randomUUID());
        return Objects.requireNonNull(
                hub.jdbc().queryForObject("select case_id from referral where id = ?", UUID.class, referral));
    }

    private UUID referred(String reference) {
        UUID referral = hub.ids().get();
        hub.ledger().write(unit -> {
            Submission submission = submission(Complaints.letter(reference).complaint());
            receive(unit, List.of(submission));
            OpenCase on = unit.caseOfRecord(submission).orElseThrow();
            var refer = new CaseCommand.Refer(
                    referral, LAND, Referral.Kind.ACTION, new Basis("disposition", "-", 0, "named in the record"));
            on.record(on.file().decide(refer), "hub", "disposition");
            return true;
        });
        return referral;
    }

    private boolean isNews(AgencyCode agency, String update, UUID referral) {
        return hub.ledger().write(unit -> unit.isNews(agency, update, referral));
    }

    private void park(String feed, String record) {
        hub.ledger().write(unit -> {
            unit.park(feed, "spde/record-to-complaint", "no subject", record.getBytes(UTF_8));
            return true;
        });
    }

    /** Every kind of row that holds something of a person. */
    void writeCanaries() {
        UUID referral = referred("PRES/2026/000001");
        hub.ledger().write(unit -> {
            unit.prepareReferrals(Set.of(referral));
            OpenCase on = unit.caseOfReferral(referral);
            var update = new StatusUpdate(
                    "kenari-pembaruan",
                    referral,
                    StatusUpdate.Status.ANSWERED,
                    unit.now(),
                    "kenari-catatan",
                    "kenari-surat");
            on.record(on.file().decide(new CaseCommand.Report(LAND, update)), "agency:atr-bpn", "reported");
            unit.isNews(LAND, update.id(), referral);
            unit.add(
                    on,
                    new NewDelivery(unit.newId(), "spde", "STATUS", referral, "kenari-muatan".getBytes(UTF_8), null));
            unit.park("kenari-umpan", "spde/record-to-complaint", "no subject", "kenari-parkir".getBytes(UTF_8));
            return true;
        });
    }

    static List<String> canaries() {
        return List.of(
                Complaints.NAME,
                Complaints.NIK,
                Complaints.ADDRESS,
                Complaints.TEXT,
                "081200000001",
                "warga.satu@contoh.example",
                "PRES/2026/000001",
                "Pengaduan pertanahan",
                "bukti.pdf",
                "kenari-rekaman",
                "kenari-pembaruan",
                "kenari-catatan",
                "kenari-surat",
                "kenari-muatan",
                "kenari-parkir");
    }

    // what the tests look at

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String table : TABLES) {
            counts.put(table, hub.jdbc().queryForObject("select count(*) from " + table, Integer.class));
        }
        return counts;
    }

    /** Every value of every row: bytes as they are and as hexadecimal digits. */
    private List<String> dump() {
        List<String> values = new ArrayList<>();
        for (String table : TABLES) {
            List<String> rows = new ArrayList<>();
            hub.jdbc().query("select * from " + table, row -> {
                var cells = new StringBuilder(table);
                ResultSetMetaData columns = row.getMetaData();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    Object cell = row.getObject(i);
                    cells.append('|').append(cell instanceof byte[] bytes ? text(bytes) : cell);
                }
                rows.add(cells.toString());
            });
            rows.sort(null);
            values.addAll(rows);
        }
        return values;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1) + "|" + HexFormat.of().formatHex(bytes);
    }

    private List<UUID> cases() {
        return hub.jdbc().queryForList("select id from case_file", UUID.class);
    }

    private UUID onlyCase() {
        assertThat(cases()).hasSize(1);
        return cases().getFirst();
    }

    private int version(UUID id) {
        return Objects.requireNonNull(
                hub.jdbc().queryForObject("select version from case_file where id = ?", Integer.class, id));
    }

    private List<CaseNumber> caseNumbers() {
        return hub.jdbc().queryForList("select number from case_file order by number", String.class).stream()
                .map(CaseNumber::parse)
                .toList();
    }

    private List<Integer> numbers() {
        return caseNumbers().stream().map(CaseNumber::running).toList();
    }

    private static DataKey key(Map<UUID, DataKey> keys, UUID id) {
        return Objects.requireNonNull(keys.get(id));
    }

    private interface Work {
        void run(int number) throws Exception;
    }

    private static void atOnce(Work work) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Boolean>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                all.add(() -> {
                    start.await();
                    work.run(number);
                    return true;
                });
            }
            for (Future<Boolean> each : threads.invokeAll(all)) {
                each.get();
            }
        }
    }
}
