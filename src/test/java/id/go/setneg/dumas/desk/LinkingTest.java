package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.Origin;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.mapping.Canonical;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records belong to one case, which are one record in several versions, and who may write on a case. */
class LinkingTest {

    private static final Canonical CANONICAL = DeskFixture.canonical();
    private static final Desk DESK = DeskFixture.desk();
    private static final String FIRST = new CaseNumber(2026, 1).toString();

    @TempDir
    static Path folder;

    private static HubLedger hub;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
    }

    @Test
    void aReportThatReturnsToAnEarlierStateIsTakenEachTime() {
        assertThat(take(report("10:00", Origin.Status.IN_PROGRESS))).isTrue();
        assertThat(take(report("11:00", Origin.Status.DONE))).isTrue();
        assertThat(take(report("12:00", Origin.Status.IN_PROGRESS))).isTrue();
        assertThat(take(report("12:00", Origin.Status.IN_PROGRESS))).isFalse();

        assertThat(events())
                .containsSubsequence(
                        "SourceStatusChanged", "SourceStatusChanged", "SourceStatusChanged", "SubmissionReopened");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        take(report("11:00", Origin.Status.DONE));

        assertThat(take(report("10:00", Origin.Status.IN_PROGRESS))).isFalse();
    }

    @Test
    void aRecordWithoutATimeOfChangeNeverGoesBackToAnEarlierVersion() {
        take(Complaints.letter("PRES/2026/000001"));
        take(Complaints.letter("PRES/2026/000001").text("Diketik ulang."));

        assertThat(take(Complaints.letter("PRES/2026/000001"))).isFalse();
        assertThat(events()).containsOnlyOnce("SubmissionCorrected");
    }

    @Test
    void aLetterAboutAReportJoinsItsCaseWhicheverComesFirst() {
        take(Complaints.lapor("100045").origin(origin(List.of("lapor:7654321"), List.of(), null)));
        take(Complaints.letter("PRES/2026/000001").origin(origin(List.of(), List.of("lapor:7654321"), null)));
        assertThat(cases()).isEqualTo(1);

        hub.clear();
        take(Complaints.letter("PRES/2026/000001").origin(origin(List.of(), List.of("lapor:7654321"), null)));
        take(Complaints.lapor("100045").origin(origin(List.of("lapor:7654321"), List.of(), null)));
        assertThat(cases()).isEqualTo(1);
        assertThat(Outbox.of(hub, "REGISTRATION"))
                .as("the office has it already")
                .isEmpty();
    }

    @Test
    void twoMailsThatMerelyBearTheSameMessageIdAreTwoCases() {
        take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "satu"));
        take(mail("<satu@contoh.invalid> orang.lain@contoh.example", "dua"));

        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void whoBorrowsTheMessageIdOfALinkedMailJoinsNothing() {
        take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "satu"));
        take(Complaints.letter("PRES/2026/000001")
                .origin(origin(List.of(), List.of("mail:<satu@contoh.invalid>"), null)));
        assertThat(cases()).isEqualTo(1);

        take(mail("<satu@contoh.invalid> orang.lain@contoh.example", "lain"));
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aLetterThatNamesItsCaseOnlyLaterMovesThere() {
        take(Complaints.lapor("100045"));
        take(Complaints.letter("PRES/2026/000001"));
        assertThat(cases()).isEqualTo(2);

        take(Complaints.letter("PRES/2026/000001").caseReference(FIRST));

        assertThat(states()).containsExactly("REFERRED", "REFERRED");
        assertThat(events()).contains("SubmissionMoved", "AgendaNumberAssigned");
        assertThat(take(Complaints.letter("PRES/2026/000001").caseReference(FIRST)))
                .isFalse();
    }

    @Test
    void aCaseThatNoAgencyHasAndWhoseLetterMovedIsMerged() {
        take(Complaints.lapor("100045"));
        take(Complaints.letter("PRES/2026/000001").direction(null));
        take(Complaints.letter("PRES/2026/000001").direction(null).caseReference(FIRST));

        assertThat(states()).containsExactly("AWAITING_DIRECTION", "MERGED");
    }

    @Test
    void theSameWordsForTwoCasesAreTwoSupplements() {
        take(Complaints.lapor("1"));
        take(Complaints.lapor("2"));
        String second = new CaseNumber(2026, 2).toString();
        take(mail("<satu@contoh.invalid> a", "cap").caseReference(FIRST));

        assertThat(take(mail("<dua@contoh.invalid> a", "cap").caseReference(second)))
                .isTrue();
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aScanThatComesLateWithAnOlderVersionIsPutOnTheNewestOne() {
        take(letter("11:00").text("Diketik ulang."));
        Complaints late = letter("10:00")
                .attachments(new Complaint.Attachment("scan.pdf", "application/pdf", 9L, "alamat.kunci"));

        assertThat(take(late)).isTrue();
        assertThat(take(late)).isFalse();
        assertThat(take(letter("11:00").text("Diketik ulang."))).isFalse();
        assertThat(events()).filteredOn("SubmissionCorrected"::equals).hasSize(1);
    }

    @Test
    void onlyOnePlainAddressIsAnswered() {
        for (String address :
                List.of("a@contoh.example,b@contoh.example", "\"a\"@contoh.example", "a@contoh.example (x)")) {
            hub.clear();
            take(mail("<satu@contoh.invalid> a", "satu").email(address));
            assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).as(address).isEmpty();
        }
    }

    private static Complaints letter(String hour) {
        return Complaints.letter("PRES/2026/000001")
                .origin(new Origin(
                        OffsetDateTime.parse("2026-11-24T" + hour + ":00+07:00"),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        null));
    }

    @Test
    void aMailThatIsSentAgainIsOneSubmission() {
        take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "cap"));

        assertThat(take(mail("<dua@contoh.invalid> warga.satu@contoh.example", "cap")))
                .isFalse();
        assertThat(take(mail("<dua@contoh.invalid> warga.satu@contoh.example", "cap")))
                .isFalse();

        assertThat(cases()).isEqualTo(1);
        assertThat(count("submission")).isEqualTo(1);
        assertThat(events()).containsOnlyOnce("SubmissionRepeated");
        assertThat(Outbox.of(hub, "REGISTRATION")).hasSize(1);
    }

    @Test
    void onlyWhoWroteBeforeMayAddToTheCaseThatTheWriterNames() {
        take(Complaints.lapor("100045"));
        take(Complaints.lapor("100046").caseReference(FIRST));
        assertThat(cases()).isEqualTo(1);

        take(Complaints.lapor("100047").caseReference(FIRST).stranger());
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aWriterIsAcknowledgedOnceADay() {
        take(mail("<satu@contoh.invalid> a", "satu"));
        take(mail("<dua@contoh.invalid> b", "dua"));
        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(1);
        assertThat(CANONICAL.problems(
                        "acknowledgement",
                        Outbox.of(hub, "ACKNOWLEDGEMENT").getFirst().payload()))
                .isEmpty();

        hub.clock().advance(Duration.ofDays(1));
        take(mail("<tiga@contoh.invalid> c", "tiga"));
        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(2);
    }

    @Test
    void aDeletedReportLeavesItsCaseWithdrawnUntilItIsThereAgain() {
        take(Complaints.lapor("100045"));
        hub.ledger().write(unit -> {
            unit.prepareRecords("lapor", List.of("100045", "unknown"));
            DESK.takeDeletion(unit, "lapor", "100045");
            DESK.takeDeletion(unit, "lapor", "unknown");
            return true;
        });
        assertThat(state()).isEqualTo("WITHDRAWN");

        assertThat(take(Complaints.lapor("100045"))).isTrue();
        assertThat(state()).isNotEqualTo("WITHDRAWN");
    }

    private static Complaints report(String hour, Origin.Status status) {
        return Complaints.lapor("100045")
                .origin(new Origin(
                        OffsetDateTime.parse("2026-11-24T" + hour + ":00+07:00"),
                        List.of(),
                        List.of(),
                        null,
                        status,
                        status.name(),
                        false,
                        null));
    }

    private static Complaints mail(String reference, String fingerprint) {
        return Complaints.mail(reference)
                .origin(origin(List.of("mail:" + reference.split(" ", -1)[0]), List.of(), fingerprint));
    }

    private static Origin origin(List<String> names, List<String> claims, @Nullable String fingerprint) {
        return new Origin(null, names, claims, fingerprint, null, null, false, null);
    }

    private static boolean take(Complaints what) {
        Complaint complaint = what.complaint();
        var submission = new Submission(
                hub.ids().get(),
                complaint.source() + "-feed",
                complaint,
                CANONICAL.bytes(complaint),
                "{}".getBytes(StandardCharsets.UTF_8));
        return hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DESK.take(unit, submission);
        });
    }

    private static List<String> events() {
        return hub.jdbc().queryForList("select event from journal order by at, case_id, seq", String.class);
    }

    private static List<String> states() {
        return hub.jdbc().queryForList("select state from case_file order by number", String.class);
    }

    private static @Nullable String state() {
        return hub.jdbc().queryForObject("select state from case_file", String.class);
    }

    private static int cases() {
        return count("case_file");
    }

    private static int count(String table) {
        Integer count = hub.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
