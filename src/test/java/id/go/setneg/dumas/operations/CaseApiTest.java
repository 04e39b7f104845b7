package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint.Attachment;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Audit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call it is in AccessTest. */
@ExtendWith(OutputCaptureExtension.class)
class CaseApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CaseNumber FIRST = new CaseNumber(2026, 1);
    private static final CaseNumber SECOND = new CaseNumber(2026, 2);
    private static final String TICKET = "a".repeat(43) + "." + "b".repeat(43);

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
        HubLedger hub = desk.hub();
        api = MockMvcBuilders.standaloneSetup(
                        new CaseApi(hub.dossiers(), DeskFixture.directory(), DeskFixture.canonical(), hub.audit()))
                .setControllerAdvice(new Problems())
                .build();
    }

    @Test
    void anOfficerReadsAllThatADecisionNeeds(CapturedOutput log) throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001")
                .attachments(new Attachment("bukti.pdf", "application/pdf", 1234L, TICKET)));
        MockHttpServletResponse answer = get(FIRST.toString().toLowerCase(Locale.ROOT));
        JsonNode told = json(answer);

        assertThat(told.path("number").asText()).isEqualTo(FIRST.toString());
        assertThat(told.path("state").asText()).isEqualTo("REFERRED");
        assertThat(told.path("agenda").path("number").asText()).isEqualTo("000001");
        assertThat(told.path("direction").path("document").asText()).isEqualTo("ND-12/2026");
        assertThat(told.path("verdict").asText()).isEqualTo("ditindaklanjuti (tidak ada halangan)");
        assertThat(told.has("partOf")).isFalse();
        JsonNode submission = told.path("submissions").get(0);
        assertThat(submission.path("complaint").path("complainant").path("nik").asText())
                .isEqualTo(Complaints.NIK);
        assertThat(submission.path("complaint").path("channel").asText()).isEqualTo("LETTER");
        assertThat(submission.path("complaint").path("matter").path("text").asText())
                .isEqualTo(Complaints.TEXT);
        assertThat(submission.path("complaint").path("attachments").toString()).contains("bukti.pdf", "1234");
        assertThat(answer.getContentAsString()).doesNotContain(TICKET);
        assertThat(told.path("referrals").get(0).path("agencyName").asText()).startsWith("Kementerian Agraria");
        assertThat(told.path("deliveries").findValuesAsText("kind")).contains("REFERRAL");
        assertThat(words(told))
                .startsWith("Kiriman diterima lewat surat pada 20 November 2026.")
                .anyMatch(words -> words.startsWith("Berkas diteruskan kepada Kementerian Agraria"));
        assertThat(told.path("journal").get(0).path("actor").asText()).isEqualTo("source:spde");
        assertThat(told.path("journal").size())
                .isEqualTo(desk.hub().jdbc().queryForObject("select version from case_file", Integer.class));
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(log.getAll()).doesNotContain(Complaints.NAME, Complaints.NIK, Complaints.TEXT);
    }

    @Test
    void eachLookIsWrittenDownAlsoAtANumberThatThereIsNot() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001"));
        get(FIRST.toString());
        problem(get(SECOND.toString()), 404);

        for (CaseNumber number : List.of(FIRST, SECOND)) {
            assertThat(desk.hub().audit().of(number.toString()))
                    .extracting(Audit.Line::who, Audit.Line::did)
                    .containsExactly(tuple("sari", "CASE"));
        }
    }

    @Test
    void whatIsMissingAndWhatRangIsShownWithItsClocks() throws Exception {
        desk.take(Complaints.mail("<satu@contoh.invalid>").address(null).text("Adik saya disekap oleh majikannya."));
        JsonNode told = json(get(FIRST.toString()));

        assertThat(told.path("state").asText()).isEqualTo("AWAITING_COMPLETION");
        assertThat(told.path("missing").toString()).isEqualTo("[\"ADDRESS\"]");
        assertThat(told.path("alarms").toString()).isEqualTo("[\"EMERGENCY\"]");
        assertThat(words(told))
                .contains(
                        "Belum lengkap; kurang: alamat.",
                        "Alarm: nyawa mungkin terancam, diberitahukan kepada officer, yang tidak mempunyai alamat surel.");
    }

    @Test
    void aPartSaysOfWhichCaseItIsPartAndTheWholeShowsWhatItHolds() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.take(Complaints.mail("<dua@contoh.invalid>").stranger().text("Upah kami belum dibayar."));
        DeskFixture.merging(desk.hub().ledger()).merge(SECOND, FIRST, "Perkara yang sama.", "sari");

        JsonNode part = json(get(SECOND.toString()));
        assertThat(part.path("state").asText()).isEqualTo("MERGED");
        assertThat(part.path("partOf").asText()).isEqualTo(FIRST.toString());
        assertThat(part.path("submissions")).hasSize(1);
        assertThat(words(part)).last().asString().contains("menjadi bagian berkas " + FIRST, "Perkara yang sama.");

        JsonNode whole = json(get(FIRST.toString()));
        assertThat(whole.path("parts").toString()).isEqualTo("[\"" + SECOND + "\"]");
        assertThat(whole.path("submissions").findValuesAsText("case"))
                .containsExactly(FIRST.toString(), SECOND.toString());
        assertThat(desk.hub().audit().of(SECOND.toString())).hasSize(2);
    }

    @Test
    void ofARecordTheNewestVersionIsShownAndWhatTheSourceDeletedIsMarked() throws Exception {
        desk.take(Complaints.lapor("100045").text("Jalan di kampung kami rusak."));
        desk.take(Complaints.lapor("100045").text("Jalan di kampung kami rusak berat."));
        desk.hub().ledger().write(unit -> {
            unit.prepareRecords("lapor", List.of("100045"));
            desk.desk().takeDeletion(unit, "lapor", "100045");
            return "";
        });
        JsonNode told = json(get(FIRST.toString()));

        assertThat(told.path("submissions")).hasSize(1);
        assertThat(told.path("submissions").get(0).path("version").asInt()).isEqualTo(2);
        assertThat(told.path("submissions").get(0).path("lost").asBoolean()).isTrue();
        assertThat(told.path("state").asText()).isEqualTo("WITHDRAWN");
    }

    @Test
    void aMistypedNumberIsSaidToBeOneBeforeAnythingIsLookedUp() throws Exception {
        String number = FIRST.toString();
        String wrong = number.substring(0, number.length() - 1) + (number.endsWith("0") ? "1" : "0");
        assertThat(problem(get(wrong), 400)).contains("angka pemeriksa");
        assertThat(desk.hub().audit().of(wrong)).isEmpty();
    }

    @Test
    void ofAnErasedCaseNothingIsTold() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001"));
        desk.hub().jdbc().update("delete from case_key");
        problem(get(FIRST.toString()), 410);
    }

    private MockHttpServletResponse get(String number) throws Exception {
        return api.perform(MockMvcRequestBuilders.get("/api/v1/cases/" + number).principal(() -> "sari"))
                .andReturn()
                .getResponse();
    }

    private static List<String> words(JsonNode told) {
        return StreamSupport.stream(told.path("journal").spliterator(), false)
                .map(fact -> fact.path("words").asText())
                .toList();
    }

    private static JsonNode json(MockHttpServletResponse answer) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(200);
        return JSON.readTree(answer.getContentAsByteArray());
    }

    private static String problem(MockHttpServletResponse answer, int status) throws IOException {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        return JSON.readTree(answer.getContentAsByteArray()).path("detail").asText();
    }
}
