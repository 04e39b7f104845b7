package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.IntakeFixture;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Explanations and dry runs over a real ledger, the real tables and mappings; who may call what is in AccessTest. */
class RoutingApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MAPPING = "spde/record-to-complaint";

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private MockMvc api;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void start() throws IOException {
        hub.clear();
        api = MockMvcBuilders.standaloneSetup(
                        new RoutingApi(
                                LedgerFixture.issuedReferrals(hub.jdbc(), hub.caseKeys()), DeskFixture.directory()),
                        new DryRunApi(DeskFixture.dryRun(hub)))
                .setControllerAdvice(new Problems())
                .build();
        take("000001", "Sertifikat tanah belum terbit.", "05");
        take("000002", "Kenaikan pangkat tertunda, PNS.", "04");
        take("000003", "Mohon perhatian.", "10");
    }

    @Test
    void aReferralIsExplainedByTheRowThatDecidedAndNothingOfTheComplaint() throws Exception {
        MockHttpServletResponse answer = get("/api/v1/referrals/" + referral("bkn") + "/explanation");

        JsonNode said = json(answer);
        assertThat(said.path("rule").asText()).isEqualTo("routing");
        assertThat(said.path("file").asText()).isEqualTo("mappings/desk/routing.csv");
        String row = Files.readAllLines(Path.of(said.path("file").asText()))
                .get(said.path("line").asInt() - 1);
        assertThat(row).contains("kenaikan pangkat").contains("bkn");
        assertThat(said.path("version").asText()).hasSize(12);
        assertThat(said.path("inputs").path("text").asText()).isEqualTo("kenaikan pangkat");
        assertThat(said.path("inputs").path("problemCode").asText()).isEqualTo("04");
        assertThat(said.path("lead").asBoolean()).isTrue();
        assertThat(said.path("kind").asText()).isEqualTo("ACTION");
        assertThat(said.path("case").asText()).startsWith("DUMAS-2026-");
        assertThat(said.path("sentence").asText())
                .isEqualTo("Berkas diteruskan kepada Badan Kepegawaian Negara untuk ditindaklanjuti karena masalahnya"
                        + " pangkat, mutasi, atau pensiun pegawai negeri (kode 04).");
        assertThat(answer.getContentAsString(UTF_8))
                .doesNotContainIgnoringCase("warga")
                .doesNotContain("tertunda");
        assertThat(get("/api/v1/referrals/" + UUID.randomUUID() + "/explanation")
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void referralsAreListedTheLastOneFirstAndByCase() throws Exception {
        JsonNode all = json(get("/api/v1/referrals")).path("referrals");
        assertThat(all.findValuesAsText("agency")).containsExactly("kemenpanrb", "bkn", "atr-bpn");
        assertThat(all.get(1).path("agencyName").asText()).isEqualTo("Badan Kepegawaian Negara");
        assertThat(all.get(0).path("kind").asText()).isEqualTo("COPY");
        assertThat(all.get(1).path("referral").asText()).isEqualTo(referral("bkn"));
        String number = all.get(2).path("case").asText();
        assertThat(json(get("/api/v1/referrals?case=" + number.toLowerCase(Locale.ROOT)))
                        .path("referrals"))
                .containsExactly(all.get(2));
        assertThat(get("/api/v1/referrals?case=DUMAS-2026-000001-00").getStatus())
                .isEqualTo(400);
        assertThat(json(get("/api/v1/referrals?most=1")).path("referrals")).hasSize(1);
    }

    @Test
    void whatWaitsForAPersonIsListedWithItsReason() throws Exception {
        JsonNode cases = json(get("/api/v1/referrals/waiting")).path("cases");

        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).path("state").asText()).isEqualTo("COMPLETE");
        assertThat(cases.get(0).path("because").asText())
                .isEqualTo("Petugas menetapkan instansi karena tidak ada aturan yang cukup pasti.");
    }

    @Test
    void aChangedTableTellsWhichReferralsWouldBeOthersAndWritesNothing() throws Exception {
        List<Integer> before = sizes();

        JsonNode result = json(dryRun(Map.of("desk/routing.csv", changedTable())));

        assertThat(result.path("cases").asInt()).isEqualTo(3);
        assertThat(result.path("next").isNull()).isTrue();
        assertThat(result.path("changes")).hasSize(1);
        JsonNode change = result.path("changes").get(0);
        assertThat(change.path("before").toString()).isEqualTo("[\"ACTION atr-bpn\"]");
        assertThat(change.path("after").toString()).isEqualTo("[\"ACTION klh\"]");
        assertThat(change.path("afterRow").asText()).contains("line");
        assertThat(sizes()).isEqualTo(before);
    }

    @Test
    void aChangedMappingReadsTheStoredRecordsAgain() throws Exception {
        String mapping =
                Files.readString(Path.of("mappings", MAPPING + ".jslt")).replace("text($record.kodeMasalah)", "\"09\"");

        JsonNode result = json(dryRun(Map.of(MAPPING + ".jslt", mapping)));

        assertThat(result.path("remapped").asInt()).isEqualTo(3);
        assertThat(result.path("refused").asInt()).isZero();
        assertThat(result.path("changes"))
                .hasSize(3)
                .allSatisfy(
                        change -> assertThat(change.path("after").toString()).isEqualTo("[\"ACTION klh\"]"));

        JsonNode refusing = json(dryRun(Map.of(MAPPING + ".jslt", "error(\"nothing\")")));
        assertThat(refusing.path("refused").asInt()).isEqualTo(3);
        assertThat(refusing.path("changes")).isEmpty();
    }

    @Test
    void whatCannotBeTriedIsRefusedWithFileLineAndProblem() throws Exception {
        assertThat(refusal(Map.of("desk/routing.csv", changedTable().replace("klh", "klhh"))))
                .contains("no such agency: klhh")
                .doesNotContain("/tmp");
        assertThat(refusal(Map.of(MAPPING + ".jslt", "{")))
                .contains("record-to-complaint.jslt:")
                .doesNotContain("/tmp");
        assertThat(refusal(Map.of("../x.jslt", "1"))).contains("can be tried");
        assertThat(refusal(Map.of())).contains("files");
    }

    @Test
    void theSameIsReadFromPostgres(@TempDir Path keys) {
        try (HubLedger other = HubLedger.onPostgres(keys)) {
            var referrals = LedgerFixture.issuedReferrals(other.jdbc(), other.caseKeys());
            assertThat(referrals.left(10)).isEmpty();
            assertThat(referrals.latest(10)).isEmpty();
            assertThat(referrals.of(new CaseNumber(2026, 1), 10)).isEmpty();
            assertThat(referrals.find(UUID.randomUUID())).isEmpty();
            var past = LedgerFixture.pastCases(other.jdbc(), other.caseKeys());
            assertThat(past.page(other.clock().now().minusDays(3), UUID.randomUUID(), 5)
                            .cases())
                    .isEmpty();
        }
    }

    @Test
    void theCommandSendsAFolderAndTellsWhatWouldChange(@TempDir Path changed) throws Exception {
        var out = new ByteArrayOutputStream();
        var printed = new PrintStream(out, true, UTF_8);
        assertThat(new DryRunCommand(Map.of(), printed).run(List.of("--days", "3")))
                .isEqualTo(2);
        Files.createDirectories(changed.resolve("desk"));
        Files.writeString(changed.resolve("desk/routing.csv"), changedTable());
        assertThat(new DryRunCommand(Map.of("HUB_USER", "budi", "HUB_PASSWORD", "x"), printed)
                        .run(List.of("--days", "3", "--tables", changed.toString(), "--hub", "http://127.0.0.1:1")))
                .isEqualTo(3);
        assertThat(out.toString(UTF_8)).contains("usage: dry-run", "cannot be reached");
    }

    private static String changedTable() throws IOException {
        return Files.readString(Path.of("mappings/desk/routing.csv")).replace("ptsl,*,,atr-bpn", "ptsl,*,,klh");
    }

    private static void take(String number, String text, String code) throws IOException {
        ObjectNode letter = (ObjectNode) JSON.readTree(
                Path.of("mappings", MAPPING, "An ordinary letter.in.json").toFile());
        letter.put("nomorAgenda", number).put("isiRingkas", text).put("perihal", "Perihal " + number);
        letter.put("kodeMasalah", code).putNull("instansiTujuan").putNull("terlapor");
        var mapping = new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());
        var record = SourceRecord.ofJson("spde-register", letter, ZoneId.of("Asia/Jakarta"));
        IntakeFixture.intake(hub).accept(List.of(mapping.map(MAPPING, record)));
    }

    private static String referral(String agency) {
        return String.valueOf(
                hub.jdbc().queryForObject("select id from referral where agency = ?", UUID.class, agency));
    }

    private static List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (String table : List.of("case_file", "journal", "submission", "referral", "delivery", "parked", "audit")) {
            sizes.add(hub.jdbc().queryForObject("select count(*) from " + table, Integer.class));
        }
        return sizes;
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return api.perform(MockMvcRequestBuilders.get(path)).andReturn().getResponse();
    }

    private MockHttpServletResponse dryRun(Map<String, String> files) throws Exception {
        return api.perform(MockMvcRequestBuilders.post("/api/v1/dry-runs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(Map.of("days", 30, "files", files))))
                .andReturn()
                .getResponse();
    }

    private String refusal(Map<String, String> files) throws Exception {
        MockHttpServletResponse answer = dryRun(files);
        assertThat(answer.getStatus()).isEqualTo(422);
        return JSON.readTree(answer.getContentAsByteArray()).path("detail").asText();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }
}
