package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.desk.OpenDesk;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.LedgerFixture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call what is in AccessTest. */
class AlarmApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = new CaseNumber(2026, 1).toString();
    private static final String SECOND = new CaseNumber(2026, 2).toString();

    @TempDir
    static Path folder;

    private static OpenDesk desk;
    private static AlarmList list;
    private MockMvc api;

    @BeforeAll
    static void open() {
        HubLedger hub = HubLedger.onH2(folder);
        desk = new OpenDesk(hub, DeskFixture.desk(Map.of("officer", "petugas@setneg.go.id")));
        list = LedgerFixture.alarmList(hub.jdbc());
    }

    @AfterAll
    static void close() {
        desk.hub().close();
    }

    @BeforeEach
    void start() {
        desk.hub().clear();
        desk.hub().clock().set(HubLedger.START);
        api = MockMvcBuilders.standaloneSetup(
                        new AlarmApi(list, desk.hub().clock()),
                        new DecisionApi(desk.hub().ledger(), desk.decisions()))
                .setControllerAdvice(new Problems())
                .build();
    }

    @Test
    void whatIsOpenIsListedTheOldestFirstWithoutAWordOfTheComplaint() throws Exception {
        assertThat(alarms().toString()).isEqualTo("{\"open\":0,\"alarms\":[]}");
        desk.take(Complaints.letter("PRES/2026/000001").text("Saya akan meledakkan kantor itu."));
        desk.hub().clock().advance(Duration.ofHours(1));
        desk.take(Complaints.mail("<dua@contoh.invalid>").stranger().text("Adik saya disekap oleh majikannya."));
        desk.hub().clock().advance(Duration.ofMinutes(1));

        JsonNode open = alarms();
        assertThat(open.path("open").asInt()).isEqualTo(2);
        assertThat(open.path("alarms").findValuesAsText("case")).containsExactly(FIRST, SECOND);
        assertThat(open.path("alarms").findValuesAsText("alarm")).containsExactly("THREAT", "EMERGENCY");
        assertThat(open.path("alarms").findValuesAsText("ageSeconds")).containsExactly("3660", "60");
        assertThat(open.path("alarms").findValuesAsText("role")).containsExactly("head", "officer");
        assertThat(open.path("alarms").findValuesAsText("mail")).containsExactly("null", "WAITING");
        assertThat(open.toString()).doesNotContain(Complaints.NAME, "meledakkan", "@");
        assertThat(new AlarmsHealth(list).health().getDetails())
                .containsEntry("open", 2L)
                .containsEntry("oldest", "2026-11-24T01:00:00Z");
    }

    @Test
    void oneIsOpenUntilAnOfficerHasSeenToIt() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001").text("Saya akan meledakkan kantor itu, lalu bunuh diri."));
        assertThat(see("THREAT")).isEqualTo(200);
        assertThat(alarms().path("alarms").findValuesAsText("alarm")).containsExactly("SELF_HARM");
        assertThat(see("THREAT")).isEqualTo(409);
        assertThat(see("SELF_HARM")).isEqualTo(200);
        assertThat(alarms().path("open").asInt()).isZero();
        assertThat(new AlarmsHealth(list).health().getDetails()).doesNotContainKey("oldest");
    }

    @Test
    void anErasedCaseRingsNoMore() throws Exception {
        desk.take(Complaints.letter("PRES/2026/000001").text("Saya akan meledakkan kantor itu."));
        desk.hub().jdbc().update("delete from case_key");

        assertThat(alarms().path("open").asInt()).isZero();
    }

    private int see(String alarm) throws Exception {
        String body = """
                {"decision": "see-to-alarms", "reason": "Sudah ditelepon, aman.", "alarms": ["%s"]}""".formatted(alarm);
        return api.perform(MockMvcRequestBuilders.post("/api/v1/cases/" + FIRST + "/decisions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .principal(() -> "sari"))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private JsonNode alarms() throws Exception {
        return JSON.readTree(api.perform(MockMvcRequestBuilders.get("/api/v1/alarms"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray());
    }
}
