package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import id.go.setneg.dumas.ledger.Submission;
import java.nio.file.Path;
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
class MatchApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = new CaseNumber(2026, 1).toString();
    private static final String SECOND = new CaseNumber(2026, 2).toString();
    private static final String TEXT =
            "Tanah pekarangan kami sejak lama di Desa Contoh telah bersertifikat atas nama orang"
                    + " lain tanpa sepengetahuan kami dan kantor pertanahan tidak pernah menjawab tiga surat kami.";

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
        api = MockMvcBuilders.standaloneSetup(
                        new MatchApi(LedgerFixture.matchList(hub.jdbc()), DeskFixture.merging(hub.ledger())))
                .setControllerAdvice(new Problems())
                .build();
        take(Complaints.lapor("1").text(TEXT));
        take(Complaints.mail("<satu@contoh.invalid> a").text(TEXT.replace("tiga", "empat")));
    }

    @Test
    void aMatchIsListedWithoutAnythingPersonalAndConfirmed() throws Exception {
        JsonNode page = json("/matches");
        JsonNode match = page.path("matches").get(0);
        assertThat(match.path("one").asText()).isEqualTo(FIRST);
        assertThat(match.path("reasons").toString()).contains("SAME_NIK");
        assertThat(page.toString()).doesNotContain(Complaints.NIK, Complaints.NAME);
        String id = match.path("id").asText();

        assertThat(post("/matches/" + id + "/confirm", Map.of())).isEqualTo(422);
        assertThat(post("/matches/" + id + "/confirm", Map.of("reason", "Satu perkara.")))
                .isEqualTo(204);
        assertThat(post("/matches/" + id + "/dismiss", Map.of("reason", "Bukan.")))
                .isEqualTo(409);
        assertThat(json("/matches").path("matches")).isEmpty();
        assertThat(json("/matches?state=CONFIRMED")
                        .path("matches")
                        .get(0)
                        .path("decidedBy")
                        .asText())
                .isEqualTo("sari");
        assertThat(json("/mass-letters").path("massLetters")).isEmpty();
    }

    @Test
    void casesAreMergedAndUnmerged() throws Exception {
        assertThat(post("/cases/" + SECOND + "/merge", Map.of("reason", "Satu perkara.")))
                .isEqualTo(422);
        assertThat(post("/cases/" + SECOND + "/merge", Map.of("reason", " ", "into", FIRST)))
                .isEqualTo(422);
        assertThat(post("/cases/DUMAS-1/merge", Map.of("reason", "x", "into", FIRST)))
                .isEqualTo(422);
        assertThat(post(
                        "/cases/" + SECOND + "/merge",
                        Map.of("reason", "x", "into", new CaseNumber(2026, 9).toString())))
                .isEqualTo(404);
        assertThat(post("/cases/" + SECOND + "/merge", Map.of("reason", "x", "into", FIRST)))
                .isEqualTo(204);
        assertThat(post("/cases/" + SECOND + "/merge", Map.of("reason", "x", "into", FIRST)))
                .isEqualTo(409);
        assertThat(post("/cases/" + SECOND + "/unmerge", Map.of("reason", "x"))).isEqualTo(204);
        assertThat(post("/cases/" + SECOND + "/unmerge", Map.of("reason", "x"))).isEqualTo(409);
    }

    private static void take(Complaints what) {
        var complaint = what.complaint();
        var submission = new Submission(
                hub.ids().get(), "feed", complaint, DeskFixture.canonical().bytes(complaint), "{}".getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DeskFixture.desk().take(unit, submission);
        });
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(send(MockMvcRequestBuilders.get("/api/v1" + path)).getContentAsString());
    }

    private int post(String path, Map<String, String> body) throws Exception {
        return send(MockMvcRequestBuilders.post("/api/v1" + path)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsBytes(body)))
                .getStatus();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return api.perform(request.principal(() -> "sari")).andReturn().getResponse();
    }
}
