package id.go.setneg.dumas.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.intake.IntakeFixture;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MapComponent;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated
@ExtendWith(OutputCaptureExtension.class)
class DriftTest {

    private static final String MAPPING = "spde/record-to-complaint";
    private static final Path MAPPINGS = Path.of("mappings");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private Drift drift;

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
        hub.clock().set(HubLedger.START);
        drift = drift(MAPPINGS);
    }

    private static Drift drift(Path mappings) {
        return new Drift(new Contracts(mappings), hub.drifts(), hub.clock());
    }

    @Test
    void aRecordAsExpectedIsNotMentioned() throws IOException {
        see(letter());

        assertThat(stored()).isEmpty();
    }

    @Test
    void everyDifferenceIsNamedWithTheShapeOfItsFirstExample(CapturedOutput log) throws IOException {
        ObjectNode letter = changed();
        see(letter);
        hub.clock().advance(Duration.ofMinutes(5));
        letter.put("surelBaru", "orang.lain@contoh.example");
        see(letter);

        assertThat(stored())
                .extracting(one -> one.what() + " " + one.path() + " " + one.shape() + " " + one.sightings())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD /surelBaru \"aaaaa.aaaa@aaaaaa.aaaaaa…\" 2",
                        "UNKNOWN_FIELD /pengadu/9999999999999999 {aaaaaa aaaaa: 9} 2",
                        "UNKNOWN_FIELD /berkas/[]/aaaaaa aaaaa boolean 2",
                        "NEW_VALUE /sifat \"aaaaaa aaaaa\" 2",
                        "OTHER_TYPE /tahunAgenda \"9999\" 2");
        assertThat(stored())
                .allSatisfy(one -> assertThat(Duration.between(one.firstAt(), one.lastAt()))
                        .isEqualTo(Duration.ofMinutes(5)));
        assertThat(log.getAll().lines().filter(line -> line.contains("has changed its form")))
                .hasSize(5);
        assertThat(log.getAll() + stored()).doesNotContainIgnoringCase("warga", "contoh.example", "9999010101900006");
    }

    @Test
    void aRecordThatHasChangedItsFormIsStillTakenIn() throws Exception {
        var mapping = new ComplaintMapping(new Mappings(MAPPINGS), DeskFixture.canonical());
        try (var camel = new DefaultCamelContext()) {
            camel.addComponent(
                    "map", new MapComponent(new Mappings(MAPPINGS), DeskFixture.canonical(), mapping, drift));
            camel.start();
            ObjectNode letter = letter().put("bidangBaru", "Contoh Warga");
            @SuppressWarnings("unchecked")
            List<MappedRecord> page =
                    camel.createProducerTemplate().requestBody("map:" + MAPPING, List.of(source(letter)), List.class);

            assertThat(IntakeFixture.intake(hub).accept(page)).isEqualTo(new Receipt(1, 0, 0));
        }
        drift.flush();
        assertThat(hub.drifts().all()).extracting(Drifts.Drift::path).containsExactly("/bidangBaru");
    }

    @Test
    void whatAnEarlierRunSawIsNoNews(CapturedOutput log) throws IOException {
        see(letter().put("bidangBaru", 1));
        drift.flush();
        drift = drift(MAPPINGS);
        see(letter().put("bidangBaru", 1));

        assertThat(stored()).extracting(Drifts.Drift::sightings).containsExactly(2L);
        assertThat(log.getAll().lines().filter(line -> line.contains("bidangBaru")))
                .hasSize(1);
    }

    @Test
    void aFeedThatIsAllNewFillsNothing() throws IOException {
        ObjectNode letter = letter();
        for (char a = 'a'; a <= 'z'; a++) {
            for (char b = 'a'; b <= 'z'; b++) {
                letter.put("bidang" + a + b, 1);
            }
        }
        see(letter);

        assertThat(stored()).hasSize(301);
        assertThat(stored().stream().filter(one -> one.what().equals("MORE")))
                .extracting(Drifts.Drift::sightings)
                .containsExactly(676L - 300);
    }

    @Test
    void aMendedContractIsReadAgainAndABrokenOneIsNot(@TempDir Path mappings) throws IOException {
        Path file = Files.createDirectories(mappings.resolve("spde")).resolve("record.contract.json");
        Files.writeString(file, "{\"type\": \"object\", \"additionalProperties\": false}");
        drift = drift(mappings);
        ObjectNode record = JSON.createObjectNode().put("baru", 1);
        see(record);
        assertThat(stored()).hasSize(1);

        Files.writeString(file, "{\"type\": \"objekt\"}");
        drift.flush();
        see(record);
        assertThat(stored()).extracting(Drifts.Drift::sightings).containsExactly(2L);

        Files.writeString(file, "{\"type\": \"object\", \"properties\": {\"baru\": {\"type\": \"number\"}}}");
        drift.flush();
        see(record);
        assertThat(stored()).extracting(Drifts.Drift::sightings).containsExactly(2L);
    }

    @Test
    void lookingAtARecordCostsLittle() throws IOException {
        SourceRecord record = source(letter());
        for (int i = 0; i < 20_000; i++) {
            drift.saw(MAPPING, record);
        }
        long begun = cpuTime();
        for (int i = 0; i < 50_000; i++) {
            drift.saw(MAPPING, record);
        }
        long nanos = (cpuTime() - begun) / 50_000;
        System.out.println("a record of SPDE is compared with its contract in " + nanos + " ns of one processor");

        assertThat(nanos).isLessThan(100_000);
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void see(ObjectNode record) {
        drift.saw(MAPPING, source(record));
    }

    private List<Drifts.Drift> stored() {
        drift.flush();
        return hub.drifts().all();
    }

    private static SourceRecord source(ObjectNode record) {
        return SourceRecord.ofJson("spde-register", record, ZoneId.of("Asia/Jakarta"));
    }

    private static ObjectNode letter() throws IOException {
        return (ObjectNode) JSON.readTree(
                MAPPINGS.resolve(MAPPING).resolve("An ordinary letter.in.json").toFile());
    }

    private static ObjectNode changed() throws IOException {
        ObjectNode letter = letter().put("surelBaru", "warga.satu@contoh.example")
                .put("sifat", "Contoh Warga")
                .put("tahunAgenda", "2026");
        ((ObjectNode) letter.path("pengadu")).putObject("9999010101900006").put("Contoh Warga", 1);
        letter.putArray("berkas").addObject().put("Contoh Warga", true);
        return letter;
    }
}
