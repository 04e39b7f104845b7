package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.progress.Progresses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call it is in AccessTest. */
class ProgressApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = new CaseNumber(2026, 1).toString();
    private static final String NOT_THERE = new CaseNumber(2026, 2).toString();

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
        var progresses = new Progresses(
                DecisionTable.read(Path.of("mappings/desk/progress.csv")),
                Directory.read(Path.of("mappings/agencies/directory.json")));
        api = MockMvcBuilders.standaloneSetup(
                        new ProgressApi(hub.histories(), progresses, DeskFixture.canonical(), hub.audit(), hub.clock()))
                .setControllerAdvice(new Problems())
                .build();
        var letter = Complaints.letter("PRES/2026/000123").complaint();
        byte[] record = "Sertifikat".getBytes(UTF_8);
        var submission = new Submission(
                hub.ids().get(),
                "spde-register",
                letter,
                DeskFixture.canonical().bytes(letter),
                record);
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DeskFixture.desk().take(unit, submission);
        });
    }

    @Test
    void anOfficerSeesHowACaseStandsAndThatIsWrittenDown() throws Exception {
        MockHttpServletResponse answer = get(FIRST, "application/json");
        JsonNode told = JSON.readTree(answer.getContentAsByteArray());

        assertThat(told.path("case").asText()).isEqualTo(FIRST);
        assertThat(told.path("state").asText()).isEqualTo("REFERRED");
        assertThat(told.path("receivedOn").asText()).isEqualTo("2026-11-20");
        assertThat(told.path("steps").findValuesAsText("words"))
                .contains("Pengaduan dinyatakan lengkap.")
                .anyMatch(words -> words.startsWith("Pengaduan diteruskan kepada Kementerian Agraria"));
        assertThat(told.path("entries").asInt())
                .isEqualTo(hub.jdbc().queryForObject("select version from case_file", Integer.class));
        assertThat(told.path("seal").asText()).hasSize(64);
        assertThat(told.toString()).doesNotContain(Complaints.NAME, "Sertifikat");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(hub.audit().of(FIRST))
                .extracting(Audit.Line::who, Audit.Line::did)
                .containsExactly(tuple("sari", "PROGRESS"));
    }

    @Test
    void aFewWordsAreForWhatsAppAndTheTelephone() throws Exception {
        String words =
                new String(get(FIRST.toLowerCase(Locale.ROOT), "text/plain").getContentAsByteArray(), UTF_8);
        assertThat(words)
                .startsWith("Berkas " + FIRST + ", diterima 20 November 2026.")
                .hasSizeLessThanOrEqualTo(700);
    }

    @Test
    void theFormIsAFile() throws Exception {
        MockHttpServletResponse answer = get(FIRST, "application/pdf");
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Content-Disposition")).contains("perkembangan-" + FIRST + ".pdf");
        assertThat(new String(answer.getContentAsByteArray(), UTF_8)).startsWith("%PDF-");
    }

    @Test
    void aMistypedNumberIsSaidToBeOneBeforeAnythingIsLookedUp() throws Exception {
        String wrong = FIRST.substring(0, FIRST.length() - 1) + (FIRST.endsWith("0") ? "1" : "0");
        assertThat(problem(get(wrong, "application/json"), 400)).contains("angka pemeriksa");
        assertThat(hub.audit().of(wrong)).isEmpty();
    }

    @Test
    void aNumberThatThereIsNotIsWrittenDownToo() throws Exception {
        problem(get(NOT_THERE, "text/plain"), 404);
        assertThat(hub.audit().of(NOT_THERE)).hasSize(1);
    }

    @Test
    void ofAnErasedCaseNothingIsTold() throws Exception {
        hub.jdbc().update("delete from case_key");
        problem(get(FIRST, "application/json"), 410);
    }

    private MockHttpServletResponse get(String number, String accept) throws Exception {
        return api.perform(MockMvcRequestBuilders.get("/api/v1/cases/" + number + "/progress")
                        .header("Accept", accept)
                        .principal(() -> "sari"))
                .andReturn()
                .getResponse();
    }

    private static String problem(MockHttpServletResponse answer, int status) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return JSON.readTree(answer.getContentAsByteArray()).path("detail").asText();
    }
}
