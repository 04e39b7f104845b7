package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call what is in AccessTest. */
class DecisionApiTest {

    private static final String NUMBER = new CaseNumber(2026, 1).toString();
    private static final String UNKNOWN = new CaseNumber(2026, 999).toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static OpenDesk desk;
    private MockMvc api;

    @BeforeAll
    static void open() {
        desk = new OpenDesk(HubLedger.onH2(folder));
    }

    @AfterAll
    static void close() {
        desk.hub().close();
    }

    @BeforeEach
    void start() {
        desk.hub().clear();
        api = MockMvcBuilders.standaloneSetup(new DecisionApi(desk.hub().ledger(), desk.decisions()))
                .setControllerAdvice(new Problems())
                .build();
    }

    @Test
    void anOfficerCompletesDirectsAndClosesACase() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001").signed(null).direction(null));

        JsonNode complete = json(decide("""
                {"decision": "complete", "reason": "Tanda tangan ada di halaman dua.",
                 "items": ["SIGNATURE"], "since": "2026-11-20T08:00:00+07:00"}"""));
        assertThat(complete.path("state").asText()).isEqualTo("AWAITING_DIRECTION");
        assertThat(complete.path("number").asText()).isEqualTo(NUMBER);
        assertThat(complete.path("facts").get(0).asText()).isEqualTo("ItemsConfirmed");

        JsonNode directed = json(decide("""
                {"decision": "direct", "reason": "Arahan diberikan di atas kertas.",
                 "by": "Deputi", "date": "2026-11-21", "document": "ND-12/2026"}"""));
        assertThat(directed.path("state").asText()).isEqualTo("REFERRED");

        JsonNode routed = json(decide("""
                {"decision": "route", "reason": "Kewenangan kementerian ini.", "agencies": ["kemenkes"],
                 "copies": ["kemendagri"]}"""));
        assertThat(routed.path("facts").toString()).isEqualTo("[\"ReferralIssued\",\"ReferralIssued\"]");
        assertThat(json(decide("{\"decision\": \"close\", \"reason\": \"Selesai seluruhnya.\"}"))
                        .path("state")
                        .asText())
                .isEqualTo("CLOSED");
    }

    @Test
    void anOfficerOrdersAFieldCheckOnce() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001"));
        String referral = desk.hub().jdbc().queryForObject("select cast(id as varchar) from referral", String.class);
        String body =
                "{\"decision\": \"field-check\", \"reason\": \"Perlu dilihat di lapangan.\", \"referral\": \"%s\"}";

        assertThat(json(decide(body.formatted(referral))).path("facts").get(0).asText())
                .isEqualTo("FieldCheckOrdered");
        assertThat(decide(body.formatted(referral)).getStatus()).isEqualTo(409);
        assertThat(decide(body.formatted(UUID.randomUUID())).getStatus()).isEqualTo(409);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', textBlock = """
            400; {"decision": "archive"}
            422; {"decision": "archive", "reason": "  pendek  "}
            400; {"decision": "complete", "reason": "Tanda tangan ada.", "items": [], "since": "2026-11-20T08:00:00+07:00"}
            400; {"decision": "complete", "reason": "Tanda tangan ada.", "items": ["HOPE"], "since": "2026-11-20T08:00:00+07:00"}
            400; {"decision": "judge", "reason": "Tidak ada hasilnya."}
            400; {"decision": "route", "reason": "Tanpa instansi sama sekali."}
            400; {"decision": "route", "reason": "Instansi salah tulis.", "agencies": ["Tidak Ada"]}
            409; {"decision": "route", "reason": "Belum lengkap dan belum diarahkan.", "agencies": ["kemensos"]}
            400; {"decision": "fly", "reason": "Keputusan yang tidak ada."}
            422; {"decision": "complete", "reason": "Tanda tangan ada.", "items": ["SIGNATURE"], "since": "2999-01-01T00:00:00Z"}
            422; {"decision": "complete", "reason": "Tanda tangan ada.", "items": ["SIGNATURE"], "since": "+999999999-12-31T23:59:59Z"}
            422; {"decision": "complete", "reason": "Tanda tangan ada.", "items": ["SIGNATURE"], "since": "-999999999-01-01T00:00:00Z"}
            422; {"decision": "direct", "reason": "Arahan di kertas.", "by": "Deputi", "date": "2999-01-01", "document": "ND-1"}
            422; {"decision": "direct", "reason": "Arahan di kertas.", "by": "Deputi", "date": "0001-01-01", "document": "ND-1"}
            422; {"decision": "route", "reason": "Instansi salah tulis.", "agencies": ["tidak-ada"]}
            422; {"decision": "route", "reason": "Instansi salah tulis.", "agencies": ["kemensos"], "copies": ["tidak-ada"]}
            409; {"decision": "reopen", "reason": "Tidak pernah ditutup."}
            400; not JSON
            """)
    void badDecisionsAreRefusedAndRepeatNothing(int status, String body) throws Exception {
        desk.take(Complaints.mail("<satu@contoh.invalid>"));
        int before = desk.facts().size();

        MockHttpServletResponse answer = decide(body);

        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).doesNotContain("pendek", "HOPE", "fly");
        assertThat(desk.facts()).hasSize(before);
    }

    @Test
    void aWrongOrUnknownNumberIsTold() throws Exception {
        String body = "{\"decision\": \"archive\", \"reason\": \"Bukan kewenangan pemerintah.\"}";
        assertThat(decide(NUMBER.substring(0, 19) + "00", body).getStatus()).isEqualTo(400);
        assertThat(decide(UNKNOWN, body).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse decide(String body) throws Exception {
        return decide(NUMBER, body);
    }

    private MockHttpServletResponse decide(String number, String body) throws Exception {
        return api.perform(MockMvcRequestBuilders.post("/api/v1/cases/" + number + "/decisions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .principal(() -> "sari"))
                .andReturn()
                .getResponse();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }
}
