package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.desk.DeadlineFixture;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Over a real ledger; who may call what is in AccessTest. */
class DeadlineApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private HubLedger hub;
    private Path file;
    private DeadlineFixture clocks;
    private MockMvc api;

    @BeforeEach
    void open() throws Exception {
        hub = HubLedger.onH2(folder);
        file = Files.copy(Path.of("mappings/calendar/hari_libur_2024_2027.csv"), folder.resolve("calendar.csv"));
        clocks = DeadlineFixture.over(hub, file);
        api = MockMvcBuilders.standaloneSetup(
                        new DeadlineApi(clocks.deadlines(), clocks.calendar(), clocks.review(), hub.clock()))
                .setControllerAdvice(new Problems())
                .build();
        take(Complaints.letter("PRES/2026/000001").namedAgency(null));
        take(Complaints.letter("PRES/2026/000002").namedAgency(null).receivedAt("2026-11-24T08:00:00+07:00"));
        take(Complaints.letter("PRES/2026/000003").direction(null));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private void take(Complaints what) {
        Complaint complaint = what.complaint();
        byte[] canonical = DeskFixture.canonical().bytes(complaint);
        var submission =
                new Submission(hub.ids().get(), "feed", complaint, canonical, "{}".getBytes(StandardCharsets.UTF_8));
        clocks.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return DeskFixture.desk().take(unit, submission);
        });
    }

    private JsonNode json(MockHttpServletRequestBuilder request, int status) throws Exception {
        MockHttpServletResponse answer = api.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return JSON.readTree(answer.getContentAsString());
    }

    private JsonNode get(String query) throws Exception {
        return json(MockMvcRequestBuilders.get("/api/v1/deadlines" + query), 200);
    }

    @Test
    void whatIsOverdueDueAndOpenIsListedWithoutAWordOfTheComplaint() throws Exception {
        hub.clock().set("2026-12-11T08:00:00+07:00");

        JsonNode overdue = get("").path("deadlines");
        assertThat(overdue).hasSize(2);
        JsonNode first = overdue.get(0);
        assertThat(first.path("caseNumber").asText()).startsWith("DUMAS-2026-000001-");
        assertThat(first.path("clock").asText()).isEqualTo("ISSUE");
        assertThat(first.path("owner").asText()).isEqualTo("OFFICE");
        assertThat(first.path("due").asText()).isEqualTo("2026-12-10");
        assertThat(first.path("late").asInt()).isEqualTo(1);
        assertThat(first.path("provisional").asBoolean()).isFalse();
        assertThat(get("?state=due").path("deadlines")).hasSize(3);

        JsonNode all = get("?state=all").path("deadlines");
        assertThat(all).hasSize(4);
        assertThat(all.get(3).path("clock").asText()).isEqualTo("DIRECTION");
        assertThat(all.get(3).path("due").isNull()).isTrue();
        assertThat(all.get(3).path("late").isNull()).isTrue();
        assertThat(all.toString()).doesNotContain(Complaints.NAME, "pertanahan");
        assertThat(get("?state=all&owner=DEPUTY&clock=DIRECTION").path("deadlines"))
                .hasSize(1);
        assertThat(get("?state=all&agency=atr-bpn").path("deadlines")).isEmpty();
    }

    @Test
    void aPageSaysWhereTheNextBegins() throws Exception {
        JsonNode first = get("?state=all&most=3");
        JsonNode rest = json(
                MockMvcRequestBuilders.get("/api/v1/deadlines")
                        .queryParam("state", "all")
                        .queryParam("after", first.path("next").asText()),
                200);

        assertThat(first.path("deadlines")).hasSize(3);
        assertThat(rest.path("deadlines")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        json(MockMvcRequestBuilders.get("/api/v1/deadlines?after=nowhere"), 400);
        json(MockMvcRequestBuilders.get("/api/v1/deadlines?most=501"), 400);
        json(MockMvcRequestBuilders.get("/api/v1/deadlines?state=late"), 400);
    }

    @Test
    void aDecreeIsTakenAndABrokenFileIsRefusedWithItsReasons() throws Exception {
        String before = get("/calendar").path("version").asText();
        assertThat(get("/calendar").path("years")).hasSize(4);
        Files.writeString(
                file, "2026-12-01,CUTI_BERSAMA,Contoh,SKB 77 Tahun 2026,2026-11-24\n", StandardOpenOption.APPEND);

        JsonNode taken = json(MockMvcRequestBuilders.post("/api/v1/deadlines/calendar"), 200);
        assertThat(taken.path("isNew").asBoolean()).isTrue();
        assertThat(taken.path("cases").asInt()).isEqualTo(3);
        assertThat(taken.path("version").asText()).isNotEqualTo(before);

        Files.writeString(file, "tanggal\n");
        JsonNode refused = json(MockMvcRequestBuilders.post("/api/v1/deadlines/calendar"), 200);
        assertThat(refused.path("isNew").asBoolean()).isFalse();
        assertThat(refused.path("problems")).hasSize(1);
        assertThat(refused.path("version")).isEqualTo(taken.path("version"));
    }
}
