package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.StatusUpdate;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OfficerDecision;
import id.go.setneg.dumas.desk.OpenDesk;
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
import java.time.Duration;
import java.time.OffsetDateTime;
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
    void aCaseWhoseOnlyReferralWasSentBackWaitsAgainUntilAPersonRoutesItAnew() throws Exception {
        CaseNumber number = CaseNumber.parse(waiting().get(0).path("number").asText());
        var desk = new OpenDesk(hub);
        desk.decide(number, new OfficerDecision.Route("Instansi yang berwenang.", List.of("kemensos"), List.of()));
        assertThat(waiting()).isEmpty();

        hub.clock().advance(Duration.ofHours(1));
        UUID referral = UUID.fromString(referral("kemensos"));
        hub.ledger().write(unit -> {
            unit.prepareReferrals(List.of(referral));
            return desk.desk()
                    .take(
                            unit,
                            new AgencyCode("kemensos"),
                            new StatusUpdate(
                                    "1",
                                    referral,
                                    StatusUpdate.Status.RETURNED,
                                    hub.clock().now(),
                                    null,
                                    null));
        });
        assertThat(waiting()).hasSize(1);
        assertThat(waiting().get(0).path("number").asText()).isEqualTo(number.toString());
        assertThat(OffsetDateTime.parse(waiting().get(0).path("since").asText()).toInstant())
                .as("since it came back")
                .isEqualTo(hub.clock().now().toInstant());

        desk.decide(number, new OfficerDecision.Route("Instansi yang berwenang.", List.of("atr-bpn"), List.of()));
        assertThat(waiting()).isEmpty();
    }

    private JsonNode waiting() throws Exception {
        return json(get("/api/v1/referrals/waiting")).path("cases");
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

        String nothing = Files.readString(Path.of("mappings", MAPPING + ".jslt"))
                .stripTrailing()
                .replaceFirst("complaint\\(\\., \\$zone\\)$", "error(\"nothing\")");
        JsonNode refusing = json(dryRun(Map.of(MAPPING + ".jslt", nothing)));
        assertThat(refusing.path("refused").asInt()).isEqualTo(3);
        assertThat(refusing.path("changes")).isEmpty();
    }

    @Test
    void aChangedDisclosureTellsWhichFieldsWouldLeaveByNameOnly() throws Exception {
        String table = real("disclosure").replace(",,yes,yes,yes,yes,", ",,yes,yes,no,yes,");

        MockHttpServletResponse answer = dryRun(Map.of("desk/disclosure.csv", table));

        JsonNode changes = json(answer).path("changes");
        assertThat(changes).isNotEmpty().allSatisfy(change -> {
            assertThat(change.path("before")).isEqualTo(change.path("after"));
            assertThat(change.path("leaves")).hasSize(1);
        });
        JsonNode leaving = changes.get(0).path("leaves").get(0);
        assertThat(leaving.path("referral").asText()).isEqualTo("ACTION atr-bpn");
        assertThat(leaving.path("group").asText()).isEqualTo("contact");
        assertThat(leaving.path("fields").toString()).contains("/complainant/email", "/complainant/phone");
        assertThat(leaving.path("before").asText()).isEqualTo("yes");
        assertThat(leaving.path("after").asText()).isEqualTo("no");
        assertThat(answer.getContentAsString(UTF_8)).doesNotContainIgnoringCase("warga");
    }

    @Test
    void aChangedEligibilityTellsWhatWouldNotBeReferred() throws Exception {
        String table =
                real("eligibility").replace("contains:utang piutang|", "contains:sertifikat tanah|utang piutang|");

        JsonNode changes = json(dryRun(Map.of("desk/eligibility.csv", table))).path("changes");

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).path("before").toString()).isEqualTo("[\"ACTION atr-bpn\"]");
        assertThat(changes.get(0).path("after").toString()).isEqualTo("[\"LOOK OUTSIDE_AUTHORITY\"]");
        assertThat(changes.get(0).path("afterRow").asText()).startsWith("eligibility ");
    }

    @Test
    void changedItemsAndStandingDirectionsTellWhatWouldWaitOrGo() throws Exception {
        String items = real("required-items").replace("NAME|ADDRESS|SIGNATURE|EVIDENCE,", "NAME|POWER_OF_ATTORNEY,");
        assertThat(json(dryRun(Map.of("desk/required-items.csv", items))).path("changes"))
                .hasSize(3)
                .allSatisfy(change ->
                        assertThat(change.path("after").toString()).isEqualTo("[\"INCOMPLETE POWER_OF_ATTORNEY\"]"));

        take("000004", "Sertifikat tanah hilang.", "05", false);
        String directions = real("standing-directions")
                .replace("\n*,", "\n*,*,05,*,,,Deputi,2026-01-05,ND-1/2026,Tindak lanjuti,Contoh\n*,");
        JsonNode changes =
                json(dryRun(Map.of("desk/standing-directions.csv", directions))).path("changes");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).path("before").toString()).isEqualTo("[\"WAITING DIRECTION\"]");
        assertThat(changes.get(0).path("after").toString()).isEqualTo("[\"ACTION atr-bpn\"]");
    }

    @Test
    void whatHasNoEffectOnReferralsIsRefusedByName() throws Exception {
        for (String name :
                List.of("desk/terms.csv", "desk/progress.csv", "mail/kinds.csv", "desk/missing-items.jslt")) {
            assertThat(refusal(Map.of(name, Files.readString(Path.of("mappings", name)))))
                    .startsWith(name + ": has no effect on referrals");
        }
        assertThat(refusal(Map.of("agencies/directory.json", "{}"))).startsWith("agencies/directory.json: ");
        String module = Files.readString(Path.of("mappings/spde/words.jslt"));
        assertThat(json(dryRun(Map.of("spde/words.jslt", module))).path("changes"))
                .isEmpty();
    }

    @Test
    void whatCannotBeTriedIsRefusedWithFileLineAndProblem() throws Exception {
        assertThat(refusal(Map.of("desk/routing.csv", changedTable().replace("klh", "klhh"))))
                .contains("no such agency: klhh")
                .doesNotContain("/tmp");
        assertThat(refusal(Map.of(MAPPING + ".jslt", "error(\"nothing\")")))
                .as("what imports it")
                .contains("row-to-complaint.jslt:");
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
        Files.writeString(changed.resolve("desk/directory.json"), "{}");
        assertThat(new DryRunCommand(Map.of("HUB_USER", "budi", "HUB_PASSWORD", "x"), printed)
                        .run(List.of("--days", "3", "--tables", changed.toString())))
                .isEqualTo(2);
        assertThat(out.toString(UTF_8)).contains("cannot be tried: desk/directory.json");
        Files.delete(changed.resolve("desk/directory.json"));
        assertThat(new DryRunCommand(Map.of("HUB_USER", "budi", "HUB_PASSWORD", "x"), printed)
                        .run(List.of("--days", "3", "--tables", changed.toString(), "--hub", "http://127.0.0.1:1")))
                .isEqualTo(3);
        assertThat(out.toString(UTF_8)).contains("usage: dry-run", "cannot be reached");
    }

    private static String changedTable() throws IOException {
        return real("routing").replace("ptsl,*,*,,atr-bpn", "ptsl,*,*,,klh");
    }

    private static String real(String table) throws IOException {
        return Files.readString(Path.of("mappings/desk", table + ".csv"));
    }

    private static void take(String number, String text, String code) throws IOException {
        take(number, text, code, true);
    }

    private static void take(String number, String text, String code, boolean isDirected) throws IOException {
        ObjectNode letter = (ObjectNode) JSON.readTree(
                Path.of("mappings", MAPPING, "An ordinary letter.in.json").toFile());
        letter.put("nomorAgenda", number).put("isiRingkas", text).put("perihal", "Perihal " + number);
        if (!isDirected) {
            letter.putNull("arahan").putArray("disposisi");
        }
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
