package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.IntakeFixture;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Drifts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call what is in AccessTest. */
class ParkedApiTest {

    private static final String PARKED = "/api/v1/parked";
    private static final String MAPPING = "spde/record-to-complaint";
    private static final ObjectMapper JSON = new ObjectMapper();

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
    void start() {
        hub.clear();
        var replays = new LedgerReplays(
                hub.parked(), hub.parkedList(), IntakeFixture.intake(hub), null, null, hub.drifts(), hub.clock());
        api = MockMvcBuilders.standaloneSetup(
                        new ParkedApi(hub.parkedList(), hub.parked(), hub.audit(), replays), new DriftApi(hub.drifts()))
                .setControllerAdvice(new Problems())
                .build();
    }

    @Test
    void whatWaitsIsListedByCauseWithoutWhatItSays() throws Exception {
        park("line 1", letter("000001"));
        park("line 22", letter("000002"));

        JsonNode group = json(get(PARKED + "/groups")).path("groups").get(0);
        assertThat(group.path("count").asInt()).isEqualTo(2);
        assertThat(group.path("cause").path("words").asText()).isEqualTo("line 9");

        JsonNode page = json(get(PARKED + "?feed=spde-register&mapping=" + MAPPING + "&cause=line 9&most=1"));
        assertThat(page.path("records")).hasSize(1);
        JsonNode rest = json(get(PARKED + "?after=" + page.path("next").asText()));
        assertThat(rest.path("records")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(rest.toString()).contains("line 22").doesNotContain("Warga");
    }

    @Test
    void anOperatorSeesTheShapeAndAnOfficerTheContentWhichIsWrittenDown() throws Exception {
        park("x", letter("000001"));
        String id = onlyId();

        MockHttpServletResponse shown = get(PARKED + "/" + id);
        assertThat(json(shown).path("shape").asText()).contains("nomorAgenda: \"999999\"");
        assertThat(shown.getContentAsString()).doesNotContainIgnoringCase("warga");
        assertThat(hub.audit().of(id)).isEmpty();

        MockHttpServletResponse read = get(PARKED + "/" + id + "/content");
        assertThat(json(read).path("content").path("nomorAgenda").asText()).isEqualTo("000001");
        assertThat(read.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(hub.audit().of(id)).extracting(Audit.Line::who).containsExactly("sari");
    }

    @Test
    void whatIsNoRecordOfASourceIsShownAsItIs() throws Exception {
        hub.ledger().write(unit -> {
            unit.park("agency.atr-bpn.status", "status-update", "not JSON", "bukan JSON".getBytes(UTF_8));
            return true;
        });
        assertThat(json(get(PARKED + "/" + onlyId() + "/content"))
                        .path("content")
                        .asText())
                .isEqualTo("bukan JSON");
    }

    @Test
    void oneIsReplayed() throws Exception {
        park("x", letter("000001"));
        park("x", letter("000002").put("sifat", "entah"));
        List<String> ids = ids();

        assertThat(json(post("/" + ids.get(0) + "/replay", "{}")).path("taken").asBoolean())
                .isTrue();
        JsonNode refused = json(post("/" + ids.get(1) + "/replay", "{}"));
        assertThat(refused.path("taken").asBoolean()).isFalse();
        assertThat(refused.path("reason").asText()).isEqualTo("sifat has an unknown word");
        problem(post("/" + ids.get(0) + "/replay", "{}"), 409);
        problem(post("/00000000-0000-7000-8000-000000000000/replay", "{}"), 404);
    }

    @Test
    void allOfACauseAreReplayed() throws Exception {
        for (int i = 0; i < 7; i++) {
            park("line " + i, letter("00000" + i).put("sifat", i == 3 ? "entah" : "Biasa"));
        }
        park("another", letter("000009"));

        JsonNode batch = json(post("/replay", JSON.writeValueAsString(Map.of("cause", cause("line 9")))));

        assertThat(batch.path("taken").asInt()).isEqualTo(6);
        assertThat(batch.path("refused").asInt()).isEqualTo(1);
        assertThat(batch.path("next").isNull()).isTrue();
        assertThat(hub.parkedList().groups())
                .extracting(group -> group.cause().words())
                .containsExactlyInAnyOrder("sifat has an unknown word", "another");
    }

    @Test
    void discardingNeedsAReasonAndIsKept() throws Exception {
        park("x", letter("000001"));
        String id = onlyId();

        problem(post("/" + id + "/discard", "{}"), 422);
        problem(post("/" + id + "/discard", "{\"because\": \" \"}"), 422);
        assertThat(post("/" + id + "/discard", "{\"because\": \"Uji coba kantor\"}")
                        .getStatus())
                .isEqualTo(204);
        problem(post("/" + id + "/discard", "{\"because\": \"lagi\"}"), 409);

        JsonNode discarded =
                json(get(PARKED + "?state=DISCARDED")).path("records").get(0);
        assertThat(discarded.path("settledBy").asText()).isEqualTo("sari");
        assertThat(json(get(PARKED + "/" + id + "/content"))
                        .path("discardedBecause")
                        .asText())
                .isEqualTo("Uji coba kantor");
    }

    @Test
    void onlyWhatAPersonSawIsDiscarded() throws Exception {
        park("x", letter("000001"));
        String seen = hub.clock().now().toString();
        hub.clock().advance(Duration.ofMinutes(1));
        park("x", letter("000002"));

        problem(post("/discard", JSON.writeValueAsString(Map.of("cause", cause("x"), "because", "Iklan"))), 422);
        JsonNode batch = json(post(
                "/discard", JSON.writeValueAsString(Map.of("cause", cause("x"), "because", "Iklan", "until", seen))));

        assertThat(batch.path("taken").asInt()).isEqualTo(1);
        assertThat(hub.parked().waiting()).hasSize(1);
    }

    @Test
    void nonsenseIsAProblem() throws Exception {
        problem(get(PARKED + "/bukan-uuid"), 400);
        problem(get(PARKED + "?state=HILANG"), 400);
        problem(get(PARKED + "?since=kemarin"), 400);
        problem(get(PARKED + "?cause=x"), 422);
        problem(post("/replay", "{}"), 422);
        problem(post("/replay", "[]"), 400);
    }

    @Test
    void driftIsListedUntilItIsDealtWith() throws Exception {
        var now = hub.clock().instant();
        hub.drifts().add(List.of(new Drifts.Drift("spde-register", "/baru", "UNKNOWN_FIELD", "9", 3, now, now)));

        assertThat(json(get("/api/v1/drift"))
                        .path("drift")
                        .get(0)
                        .path("sightings")
                        .asInt())
                .isEqualTo(3);
        String one = "/api/v1/drift?feed=spde-register&path=/baru&what=UNKNOWN_FIELD";
        assertThat(call(MockMvcRequestBuilders.delete(one)).getStatus()).isEqualTo(204);
        problem(call(MockMvcRequestBuilders.delete(one)), 404);
    }

    private static Map<String, String> cause(String words) {
        return Map.of("feed", "spde-register", "mapping", MAPPING, "words", words);
    }

    private static ObjectNode letter(String number) throws IOException {
        return ((ObjectNode) JSON.readTree(Path.of("mappings", MAPPING, "An ordinary letter.in.json")
                        .toFile()))
                .put("nomorAgenda", number);
    }

    private static void park(String reason, ObjectNode record) {
        byte[] content = JSON.createObjectNode()
                .put("feed", "spde-register")
                .put("mapping", MAPPING)
                .put("zone", "Asia/Jakarta")
                .<ObjectNode>set("record", record)
                .toString()
                .getBytes(UTF_8);
        hub.ledger().write(unit -> {
            unit.park("spde-register", MAPPING, reason, content);
            return true;
        });
    }

    private List<String> ids() throws Exception {
        return json(get(PARKED)).path("records").findValuesAsText("id");
    }

    private String onlyId() throws Exception {
        assertThat(ids()).hasSize(1);
        return ids().getFirst();
    }

    private MockHttpServletResponse get(String path) throws Exception {
        return call(MockMvcRequestBuilders.get(path));
    }

    private MockHttpServletResponse post(String path, String body) throws Exception {
        return call(MockMvcRequestBuilders.post(PARKED + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        return api.perform(request.principal(() -> "sari")).andReturn().getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private static void problem(MockHttpServletResponse answer, int status) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.getContentAsByteArray()).path("detail").asText())
                .isNotBlank();
    }
}
