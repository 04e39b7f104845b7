package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.desk.DeadlineFixture;
import id.go.setneg.dumas.desk.DeadlineReview;
import id.go.setneg.dumas.desk.Decisions;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.Merging;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.IntakeFixture;
import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Dossiers;
import id.go.setneg.dumas.ledger.Histories;
import id.go.setneg.dumas.ledger.IssuedReferrals;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.ledger.MatchList;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import id.go.setneg.dumas.mapping.Tables;
import id.go.setneg.dumas.progress.Progresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The console over the real API, a real ledger with five cases, and a copy of one table; no routes. Like {@link ConsoleHub} no configuration. */
@EnableAutoConfiguration
@Import({
    Access.class,
    Logins.class,
    LoginPage.class,
    Problems.class,
    ErrorPage.class,
    ContainerErrors.class,
    Console.class,
    ConsoleQuestions.class,
    RoutingApi.class,
    MatchApi.class,
    AlarmApi.class,
    CaseApi.class,
    DecisionApi.class,
    ProgressApi.class,
    TablesApi.class,
    TableReloads.class
})
class DeskHub {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAPPING = "spde/record-to-complaint";
    private static final String TEXT =
            "Tanah pekarangan kami sejak lama di Desa Contoh telah bersertifikat atas nama orang"
                    + " lain tanpa sepengetahuan kami dan kantor pertanahan tidak pernah menjawab tiga surat kami.";

    private final Path folder;

    DeskHub() throws IOException {
        folder = Files.createTempDirectory("desk-hub");
    }

    @Bean(destroyMethod = "close")
    HubLedger hub() throws IOException {
        HubLedger hub = HubLedger.onH2(folder);
        letter(hub, "000001", "Sertifikat tanah belum terbit.", "05");
        letter(hub, "000002", "Mohon perhatian.", "10");
        take(hub, Complaints.lapor("1").text(TEXT));
        take(hub, Complaints.mail("<satu@contoh.invalid> a").text(TEXT.replace("tiga", "empat")));
        take(hub, Complaints.mail("<dua@contoh.invalid> b").stranger().text("Adik saya disekap oleh majikannya."));
        return hub;
    }

    @Bean
    Clock clock(HubLedger hub) {
        return hub.clock();
    }

    @Bean
    Ledger ledger(HubLedger hub) {
        return hub.ledger();
    }

    @Bean
    Audit audit(HubLedger hub) {
        return hub.audit();
    }

    @Bean
    DeadlineReview review(HubLedger hub) {
        return DeadlineFixture.over(hub, Path.of("mappings/calendar/hari_libur_2024_2027.csv"))
                .review();
    }

    @Bean
    Dossiers dossiers(HubLedger hub) {
        return hub.dossiers();
    }

    @Bean
    Histories histories(HubLedger hub) {
        return hub.histories();
    }

    @Bean
    IssuedReferrals referrals(HubLedger hub) {
        return LedgerFixture.issuedReferrals(hub.jdbc(), hub.caseKeys());
    }

    @Bean
    AlarmList alarms(HubLedger hub) {
        return LedgerFixture.alarmList(hub.jdbc());
    }

    @Bean
    Decisions decisions(HubLedger hub) {
        return new OpenDesk(hub).decisions();
    }

    @Bean
    MatchList matches(HubLedger hub) {
        return LedgerFixture.matchList(hub.jdbc());
    }

    @Bean
    Merging merging(Ledger ledger) {
        return DeskFixture.merging(ledger);
    }

    @Bean
    Directory directory() {
        return DeskFixture.directory();
    }

    @Bean
    Canonical canonical() {
        return DeskFixture.canonical();
    }

    @Bean
    Progresses progresses(Directory directory) {
        return new Progresses(DecisionTable.read(Path.of("mappings/desk/progress.csv")), directory);
    }

    @Bean
    Tables tables() throws IOException {
        Files.copy(Path.of("mappings/desk/alarms.csv"), table());
        var tables = new Tables();
        tables.open(table());
        return tables;
    }

    @Bean
    AgencyLogins agencies() {
        return Map::of;
    }

    /** The table that the hub reads, for a test to change. */
    Path table() {
        return folder.resolve("alarms.csv");
    }

    private static void letter(HubLedger hub, String number, String text, String code) throws IOException {
        ObjectNode letter = (ObjectNode) JSON.readTree(
                Path.of("mappings", MAPPING, "An ordinary letter.in.json").toFile());
        letter.put("nomorAgenda", number).put("isiRingkas", text).put("perihal", "Perihal " + number);
        letter.put("kodeMasalah", code).putNull("instansiTujuan").putNull("terlapor");
        var mapping = new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());
        var record = SourceRecord.ofJson("spde-register", letter, ZoneId.of("Asia/Jakarta"));
        IntakeFixture.intake(hub).accept(List.of(mapping.map(MAPPING, record)));
    }

    private static void take(HubLedger hub, Complaints said) {
        var complaint = said.complaint();
        var submission = new Submission(
                hub.ids().get(), "feed", complaint, DeskFixture.canonical().bytes(complaint), "{}".getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DeskFixture.desk().take(unit, submission);
        });
    }
}
