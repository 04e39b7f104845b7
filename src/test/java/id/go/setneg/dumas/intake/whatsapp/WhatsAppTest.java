package id.go.setneg.dumas.intake.whatsapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Phone;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Outbox;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.sandbox.WhatsAppServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger and the real desk; the letter's writer gave 081200000001. */
class WhatsAppTest {

    private static final String WRITER = "6281200000001";
    private static final String STRANGER = "6281200000002";
    private static final String CASE = new CaseNumber(2026, 1).toString();
    private static final String NO_CASE = new CaseNumber(2026, 2).toString();

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private static WhatsAppServer meta;
    private static DefaultCamelContext camel;
    private static WhatsAppMessages messages;
    private static MockMvc webhook;

    @BeforeAll
    static void open() throws Exception {
        hub = HubLedger.onH2(folder);
        meta = new WhatsAppServer("token", "rahasia");
        messages = new WhatsAppMessages(hub.ledger(), DeskFixture.questions(), WhatsAppServer.NUMBER);
        camel = new DefaultCamelContext();
        camel.addRoutes(new RouteBuilder(camel) {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:whatsapp-webhook").bean(messages, "take(${body})");
            }
        });
        camel.start();
        var settings = new WebhookSettings(true, WhatsAppServer.NUMBER, "rahasia", "sepakat");
        webhook = MockMvcBuilders.standaloneSetup(new WhatsAppApi(settings, camel.createProducerTemplate()))
                .build();
    }

    @AfterAll
    static void close() {
        camel.stop();
        meta.close();
        hub.close();
    }

    @BeforeEach
    void aLetter() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        Complaint letter = Complaints.letter("PRES/2026/000123").complaint();
        var submission = new Submission(
                hub.ids().get(),
                "spde-register",
                letter,
                DeskFixture.canonical().bytes(letter),
                "{}".getBytes(UTF_8));
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DeskFixture.desk().take(unit, submission);
        });
    }

    @Test
    void aRegisteredNumberLearnsHowTheCaseStands() throws Exception {
        assertThat(say("wamid.1", WRITER, "Mohon info " + CASE.toLowerCase(Locale.ROOT)))
                .isEqualTo(200);

        JsonNode answer = onlyAnswer();
        assertThat(DeskFixture.canonical().problems("progress", answer)).isEmpty();
        assertThat(answer.at("/recipient/address").asText()).isEqualTo(WRITER);
        assertThat(answer.path("reference").asText()).isEqualTo("wamid.1");
        assertThat(answer.path("brief").asText()).startsWith("Berkas " + CASE).contains("diteruskan kepada");
        assertThat(journal()).contains("CorrespondenceFiled");
    }

    @Test
    void whoeverElseAsksLearnsTheSameWhetherThereIsTheCaseOrNot() throws Exception {
        say("wamid.1", STRANGER, "Perkembangan " + CASE);
        say("wamid.2", "6281200000003", "Perkembangan " + NO_CASE);
        say("wamid.3", "6281200000004", "Halo");
        say("wamid.4", WRITER, "Perkembangan " + NO_CASE);

        assertThat(Outbox.of(hub, "PROGRESS"))
                .hasSize(4)
                .allSatisfy(answer -> assertThat(answer.payload().fieldNames())
                        .toIterable()
                        .containsExactly("id", "reference", "recipient"));
        assertThat(hub.jdbc().queryForList("select case_id from delivery where kind = 'PROGRESS'", UUID.class))
                .containsOnlyNulls();
        assertThat(journal()).doesNotContain("CorrespondenceFiled");
    }

    @Test
    void ofAnErasedCaseNothingIsTold() throws Exception {
        hub.jdbc().update("delete from case_key");
        assertThat(say("wamid.1", WRITER, CASE)).isEqualTo(200);
        assertThat(hub.jdbc().queryForList("select case_id from delivery where kind = 'PROGRESS'", UUID.class))
                .hasSize(1)
                .containsOnlyNulls();
    }

    @Test
    void aMessageThatIsPostedAgainActsOnceAndANumberIsAnsweredOnceADay() throws Exception {
        for (int i = 0; i < 3; i++) {
            say("wamid.1", WRITER, CASE);
        }
        assertThat(count("correspondence")).isEqualTo(1);
        say("wamid.2", WRITER, CASE);
        assertThat(count("correspondence")).isEqualTo(2);
        assertThat(Outbox.of(hub, "PROGRESS")).hasSize(1);

        hub.clock().advance(Duration.ofDays(1));
        say("wamid.3", WRITER, CASE);
        assertThat(Outbox.of(hub, "PROGRESS")).hasSize(2);
    }

    @Test
    void withoutTheRightSignatureNothingIsBelieved() throws Exception {
        byte[] body = WhatsAppServer.message("wamid.1", WRITER, CASE);
        String right = meta.signature(body);
        for (String wrong : List.of(
                "",
                "sha256=",
                "sha256=zz",
                right.substring(0, right.length() - 2),
                right + "00",
                right.replace("sha256", "sha1"),
                meta.signature(new byte[0]))) {
            assertThat(post(body, wrong)).as(wrong).isEqualTo(403);
        }
        assertThat(count("correspondence")).isZero();
        assertThat(post(body, right)).isEqualTo(200);
    }

    @Test
    void whatCannotBeReadIsParkedAndReceiptsArePassedOver() throws Exception {
        byte[] nonsense = "bukan JSON".getBytes(UTF_8);
        assertThat(post(nonsense, meta.signature(nonsense))).isEqualTo(200);
        say("wamid.1", "12", "nomor pendek");
        assertThat(hub.parked().waiting()).hasSize(2);

        byte[] others = new String(WhatsAppServer.message("wamid.2", WRITER, CASE), UTF_8)
                .replace(WhatsAppServer.NUMBER, "999")
                .getBytes(UTF_8);
        assertThat(post(others, meta.signature(others))).isEqualTo(200);
        byte[] receipt = new String(WhatsAppServer.message("wamid.3", WRITER, CASE), UTF_8)
                .replace("\"messages\":[", "\"statuses\":[")
                .getBytes(UTF_8);
        assertThat(post(receipt, meta.signature(receipt))).isEqualTo(200);
        assertThat(Outbox.of(hub, "PROGRESS")).isEmpty();
    }

    @Test
    void metaIsToldThatTheWebhookIsOursOnlyWithTheTokenThatWasAgreed() throws Exception {
        assertThat(verify("sepakat", "1158201444")).isEqualTo("200 1158201444");
        assertThat(verify("lain", "1158201444")).startsWith("403");
        assertThat(verify("sepakat", "<script>")).startsWith("403");
    }

    @ParameterizedTest
    @CsvSource({
        "081200000001, 6281200000001",
        "+62 812-0000-0001, 6281200000001",
        "0062 81200000001, 6281200000001",
        "+62 (0)812 0000 0001, 6281200000001",
        "+65 6123 4567, 6561234567",
        "112,",
        "'',"
    })
    void aNumberIsOneHoweverItIsWritten(String written, String digits) {
        assertThat(Phone.in(written).map(Phone::digits).orElse(null)).isEqualTo(digits);
    }

    private static int say(String id, String from, String text) throws Exception {
        byte[] body = WhatsAppServer.message(id, from, text);
        return post(body, meta.signature(body));
    }

    private static int post(byte[] body, String signature) throws Exception {
        return webhook.perform(MockMvcRequestBuilders.post("/api/v1/whatsapp")
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("X-Hub-Signature-256", signature)
                        .content(body))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private static String verify(String token, String challenge) throws Exception {
        var answer = webhook.perform(MockMvcRequestBuilders.get("/api/v1/whatsapp")
                        .param("hub.mode", "subscribe")
                        .param("hub.verify_token", token)
                        .param("hub.challenge", challenge))
                .andReturn()
                .getResponse();
        return answer.getStatus() + " " + answer.getContentAsString();
    }

    private static JsonNode onlyAnswer() {
        List<Outbox.Sent> answers = Outbox.of(hub, "PROGRESS");
        assertThat(answers).hasSize(1);
        assertThat(answers.getFirst().destination()).isEqualTo("whatsapp");
        return new ObjectMapper().valueToTree(answers.getFirst().payload());
    }

    private static List<String> journal() {
        return hub.jdbc().queryForList("select event from journal order by seq", String.class);
    }

    private static int count(String table) {
        Integer count = hub.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return count == null ? 0 : count;
    }
}
