package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.JournalCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Words of danger reach people at once, whatever way they come, until somebody has seen to it. */
class AlarmsTest {

    private static final CaseNumber FIRST = new CaseNumber(2026, 1);
    private static final CaseNumber SECOND = new CaseNumber(2026, 2);
    private static final String HELD = "Adik saya disekap oleh majikannya.";
    private static final String DESPAIR = "Saya ingin mengakhiri hidup.";
    private static final String THREAT = "Saya akan meledakkan kantor itu.";
    private static final String REASON = "Sudah ditelepon, aman.";

    @TempDir
    static Path folder;

    private static OpenDesk desk;

    @BeforeAll
    static void open() {
        HubLedger hub = HubLedger.onH2(folder);
        desk = new OpenDesk(
                hub, DeskFixture.desk(Map.of("officer", "petugas@setneg.go.id", "head", "asdep@setneg.go.id")));
    }

    @AfterAll
    static void close() {
        desk.hub().close();
    }

    @BeforeEach
    void empty() {
        desk.hub().clear();
    }

    @Test
    void itsRoleIsToldAtOnceAndOnceWithoutAWordOfTheComplaint() {
        desk.take(mail("satu", HELD));
        desk.take(supplement("dua", "Ia masih disekap."));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.destination()).isEqualTo("staff");
            assertThat(alert.state()).isEqualTo("WAITING");
            assertThat(alert.payload().path("case").asText()).isEqualTo(FIRST.toString());
            assertThat(alert.payload().path("alarm").asText()).isEqualTo("EMERGENCY");
            assertThat(alert.payload().path("recipient").path("address").asText())
                    .isEqualTo("petugas@setneg.go.id");
            assertThat(DeskFixture.canonical().problems("alert", alert.payload()))
                    .isEmpty();
            assertThat(alert.payload().toString())
                    .doesNotContain(Complaints.NAME, Complaints.NIK, "disekap", "Pengaduan pertanahan");
        });
        assertThat(desk.facts()).containsOnlyOnce("AlarmRaised");
    }

    @Test
    void severalDangersInOneTextRingSeveralAlarms() {
        desk.take(mail("satu", DESPAIR + " " + THREAT));

        assertThat(told())
                .containsExactlyInAnyOrder(
                        tuple("SELF_HARM", "petugas@setneg.go.id"), tuple("THREAT", "asdep@setneg.go.id"));
    }

    @Test
    void aSupplementRingsByItsOwnWords() {
        desk.take(mail("satu", Complaints.TEXT));
        assertThat(desk.facts()).doesNotContain("AlarmRaised");
        desk.take(supplement("dua", DESPAIR));

        assertThat(told()).containsExactly(tuple("SELF_HARM", "petugas@setneg.go.id"));
    }

    @Test
    void aSupplementThatTakesTheComplaintBackRingsAndAFirstMailWaitsForADecision() {
        desk.take(mail("satu", Complaints.TEXT));
        desk.take(supplement("dua", "Dengan ini saya mencabut pengaduan saya."));
        assertThat(told()).containsExactly(tuple("WITHDRAWAL", "petugas@setneg.go.id"));
        assertThat(DeskFixture.canonical().problems("alert", alerts().getFirst().payload()))
                .isEmpty();

        desk.take(Complaints.mail("<tiga@lain.example>").stranger().text("Saya mencabut pengaduan tetangga saya."));
        assertThat(told()).hasSize(1);
    }

    @Test
    void aRoleWithoutAddressIsOnlyShown() {
        var silent = new OpenDesk(desk.hub(), DeskFixture.desk(Map.of("head", "asdep@setneg.go.id")));
        silent.take(mail("satu", HELD));

        assertThat(alerts()).isEmpty();
        assertThat(desk.facts()).contains("AlarmRaised");
    }

    @Test
    void whoeverSawToItIsToldWhenTheWriterSaysItAgain() {
        desk.take(mail("satu", DESPAIR));
        assertThat(see(FIRST, Alarm.THREAT)).isEmpty();
        assertThat(see(FIRST, Alarm.SELF_HARM)).containsExactly("AlarmsSeenTo");
        assertThat(see(FIRST, Alarm.SELF_HARM)).isEmpty();
        assertThat(desk.facts()).containsSubsequence("AlarmRaised", "OfficerDecided", "AlarmsSeenTo");
        desk.take(supplement("dua", "Terima kasih."));
        assertThat(alerts()).hasSize(1);

        desk.take(supplement("tiga", "Tidak berubah: " + DESPAIR));
        assertThat(alerts()).hasSize(2);
    }

    @Test
    void aCorrectedRecordRingsByWhatIsNewInIt() {
        desk.take(Complaints.letter("PRES/2026/000001").text(DESPAIR));
        see(FIRST, Alarm.SELF_HARM);
        desk.take(Complaints.letter("PRES/2026/000001").text(DESPAIR + " Ralat."));
        assertThat(alerts()).hasSize(1);

        desk.take(Complaints.letter("PRES/2026/000001").text(DESPAIR + " " + THREAT));
        assertThat(told()).contains(tuple("THREAT", "asdep@setneg.go.id")).hasSize(2);
    }

    @Test
    void theAlarmOfAPartStaysWithItAndIsSeenToThere() {
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.take(mail("satu", HELD).stranger());
        merging().merge(SECOND, FIRST, REASON, "sari");
        desk.take(supplement("dua", "Ada kabar baru."));

        assertThat(alerts()).hasSize(1);
        assertThat(see(FIRST, Alarm.EMERGENCY)).isEmpty();
        assertThat(see(SECOND, Alarm.EMERGENCY)).containsExactly("AlarmsSeenTo");
        assertThat(desk.hub().jdbc().queryForList("select id from case_file", UUID.class))
                .allSatisfy(id -> assertThat(new JournalCheck(desk.hub().jdbc()).firstBroken(id))
                        .isEmpty());
    }

    @Test
    void whatRangForAPartGoesWithItWhileNobodyHasSeenToIt() {
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.take(mail("satu", "Upah kami belum dibayar.").stranger());
        merging().merge(SECOND, FIRST, REASON, "sari");
        desk.take(mail("dua", HELD).stranger().caseReference(SECOND.toString()));
        desk.take(mail("tiga", DESPAIR).stranger().caseReference(SECOND.toString()));
        see(FIRST, Alarm.SELF_HARM);
        merging().unmerge(SECOND, REASON, "sari");

        assertThat(alerts())
                .extracting(
                        alert -> alert.payload().path("case").asText(),
                        alert -> alert.payload().path("alarm").asText())
                .containsExactlyInAnyOrder(
                        tuple(FIRST.toString(), "EMERGENCY"),
                        tuple(FIRST.toString(), "SELF_HARM"),
                        tuple(SECOND.toString(), "EMERGENCY"));
    }

    private static Complaints mail(String id, String text) {
        return Complaints.mail("<" + id + "@contoh.invalid>").text(text);
    }

    private static Complaints supplement(String id, String text) {
        return mail(id, text).caseReference(FIRST.toString());
    }

    private static List<String> see(CaseNumber number, Alarm alarm) {
        return desk.decide(number, new OfficerDecision.SeeToAlarms(REASON, Set.of(alarm)))
                .orElseThrow()
                .facts();
    }

    private static Merging merging() {
        return new Merging(desk.hub().ledger(), desk.desk());
    }

    private static List<Outbox.Sent> alerts() {
        return Outbox.of(desk.hub(), Alarms.ALERT);
    }

    private static List<Tuple> told() {
        return alerts().stream()
                .map(alert -> tuple(
                        alert.payload().path("alarm").asText(),
                        alert.payload().path("recipient").path("address").asText()))
                .toList();
    }
}
