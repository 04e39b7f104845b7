package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Complaint.Origin;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.mapping.Canonical;
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
    private static final String FIRST = new CaseNumber(2026, 1).toString();

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
        desk = new OpenDesk(hub);
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
        assertThat(desk.take(report("10:00", Origin.Status.IN_PROGRESS))).isTrue();
        assertThat(desk.take(report("11:00", Origin.Status.DONE))).isTrue();
        assertThat(desk.take(report("12:00", Origin.Status.IN_PROGRESS))).isTrue();
        assertThat(desk.take(report("12:00", Origin.Status.IN_PROGRESS))).isFalse();

        assertThat(events())
                .containsSubsequence(
                        "SourceStatusChanged", "SourceStatusChanged", "SourceStatusChanged", "SubmissionReopened");
        assertThat(cases()).isEqualTo(1);
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() {
        desk.take(report("11:00", Origin.Status.DONE));

        assertThat(desk.take(report("10:00", Origin.Status.IN_PROGRESS))).isFalse();
    }

    @Test
    void aRecordWithoutATimeOfChangeNeverGoesBackToAnEarlierVersion() {
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.take(Complaints.letter("PRES/2026/000001").text("Diketik ulang."));

        assertThat(desk.take(Complaints.letter("PRES/2026/000001"))).isFalse();
        assertThat(events()).containsOnlyOnce("SubmissionCorrected");
    }

    @Test
    void aLetterAboutAReportJoinsItsCaseWhicheverComesFirst() {
        desk.take(Complaints.lapor("100045").origin(origin(List.of("lapor:7654321"), List.of(), null)));
        desk.take(Complaints.letter("PRES/2026/000001").origin(origin(List.of(), List.of("lapor:7654321"), null)));
        assertThat(cases()).isEqualTo(1);

        hub.clear();
        desk.take(Complaints.letter("PRES/2026/000001").origin(origin(List.of(), List.of("lapor:7654321"), null)));
        desk.take(Complaints.lapor("100045").origin(origin(List.of("lapor:7654321"), List.of(), null)));
        assertThat(cases()).isEqualTo(1);
        assertThat(Outbox.of(hub, "REGISTRATION"))
                .as("the office has it already")
                .isEmpty();
    }

    @Test
    void twoMailsThatMerelyBearTheSameMessageIdAreTwoCases() {
        desk.take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "satu"));
        desk.take(mail("<satu@contoh.invalid> orang.lain@contoh.example", "dua"));

        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void whoBorrowsTheMessageIdOfALinkedMailJoinsNothing() {
        desk.take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "satu"));
        desk.take(Complaints.letter("PRES/2026/000001")
                .origin(origin(List.of(), List.of("mail:<satu@contoh.invalid>"), null)));
        assertThat(cases()).isEqualTo(1);

        desk.take(mail("<satu@contoh.invalid> orang.lain@contoh.example", "lain"));
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aLetterThatNamesItsCaseOnlyLaterMovesThere() {
        desk.take(Complaints.lapor("100045"));
        desk.take(Complaints.letter("PRES/2026/000001"));
        assertThat(cases()).isEqualTo(2);

        desk.take(Complaints.letter("PRES/2026/000001").caseReference(FIRST));

        assertThat(states()).containsExactly("REFERRED", "REFERRED");
        assertThat(events()).contains("SubmissionMoved", "AgendaNumberAssigned");
        assertThat(desk.take(Complaints.letter("PRES/2026/000001").caseReference(FIRST)))
                .isFalse();
    }

    @Test
    void aCaseThatNoAgencyHasAndWhoseLetterMovedIsMerged() {
        desk.take(Complaints.lapor("100045"));
        desk.take(Complaints.letter("PRES/2026/000001").direction(null));
        desk.take(Complaints.letter("PRES/2026/000001").direction(null).caseReference(FIRST));

        assertThat(states()).containsExactly("AWAITING_DIRECTION", "MERGED");
    }

    @Test
    void theSameWordsForTwoCasesAreTwoSupplements() {
        desk.take(Complaints.lapor("1"));
        desk.take(Complaints.lapor("2"));
        String second = new CaseNumber(2026, 2).toString();
        desk.take(mail("<satu@contoh.invalid> a", "cap").caseReference(FIRST));

        assertThat(desk.take(mail("<dua@contoh.invalid> a", "cap").caseReference(second)))
                .isTrue();
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aScanThatComesLateWithAnOlderVersionIsPutOnTheNewestOne() {
        desk.take(letter("11:00").text("Diketik ulang."));
        Complaints late = letter("10:00")
                .attachments(new Complaint.Attachment("scan.pdf", "application/pdf", 9L, "alamat.kunci"));

        assertThat(desk.take(late)).isTrue();
        assertThat(desk.take(late)).isFalse();
        assertThat(desk.take(letter("11:00").text("Diketik ulang."))).isFalse();
        assertThat(events()).filteredOn("SubmissionCorrected"::equals).hasSize(1);
    }

    @Test
    void onlyOnePlainAddressIsAnswered() {
        for (String address :
                List.of("a@contoh.example,b@contoh.example", "\"a\"@contoh.example", "a@contoh.example (x)")) {
            hub.clear();
            desk.take(mail("<satu@contoh.invalid> a", "satu").email(address));
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
        desk.take(mail("<satu@contoh.invalid> warga.satu@contoh.example", "cap"));

        assertThat(desk.take(mail("<dua@contoh.invalid> warga.satu@contoh.example", "cap")))
                .isFalse();
        assertThat(desk.take(mail("<dua@contoh.invalid> warga.satu@contoh.example", "cap")))
                .isFalse();

        assertThat(cases()).isEqualTo(1);
        assertThat(count("submission")).isEqualTo(1);
        assertThat(events()).containsOnlyOnce("SubmissionRepeated");
        assertThat(Outbox.of(hub, "REGISTRATION")).hasSize(1);
    }

    @Test
    void onlyWhoWroteBeforeMayAddToTheCaseThatTheWriterNames() {
        desk.take(Complaints.lapor("100045"));
        desk.take(Complaints.lapor("100046").caseReference(FIRST));
        assertThat(cases()).isEqualTo(1);

        desk.take(Complaints.lapor("100047").caseReference(FIRST).stranger());
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void aWriterIsAcknowledgedOnceADay() {
        desk.take(mail("<satu@contoh.invalid> a", "satu"));
        desk.take(mail("<dua@contoh.invalid> b", "dua"));
        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(1);
        assertThat(CANONICAL.problems(
                        "acknowledgement",
                        Outbox.of(hub, "ACKNOWLEDGEMENT").getFirst().payload()))
                .isEmpty();

        hub.clock().advance(Duration.ofDays(1));
        desk.take(mail("<tiga@contoh.invalid> c", "tiga"));
        assertThat(Outbox.of(hub, "ACKNOWLEDGEMENT")).hasSize(2);
    }

    @Test
    void aDeletedReportLeavesItsCaseWithdrawnUntilItIsThereAgain() {
        desk.take(Complaints.lapor("100045"));
        hub.ledger().write(unit -> {
            unit.prepareRecords("lapor", List.of("100045", "unknown"));
            desk.desk().takeDeletion(unit, "lapor", "100045");
            desk.desk().takeDeletion(unit, "lapor", "unknown");
            return true;
        });
        assertThat(state()).isEqualTo("WITHDRAWN");

        assertThat(desk.take(Complaints.lapor("100045"))).isTrue();
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
