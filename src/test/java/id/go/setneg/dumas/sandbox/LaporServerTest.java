package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaporServerTest {

    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer gateway", "token", "client");

    private final LaporServer lapor = new LaporServer(0, "gateway", "client", Clock.systemUTC(), 7, 100_000);
    private final Caller caller = new Caller(lapor.url(), HEADERS);
    private final Inputs inputs = new Inputs(1, 0, LocalDate.of(2026, 11, 24));

    @AfterEach
    void close() {
        lapor.close();
    }

    private void load(int reports) {
        for (int i = 1; i <= reports; i++) {
            lapor.put(inputs.report(i));
        }
    }

    private void quiet() {
        lapor.quirks().off(EnumSet.allOf(Quirk.class));
    }

    @Test
    void theTwoLayersRefuseDifferently() throws Exception {
        var gateway =
                new Caller(lapor.url(), Map.of("Authorization", "Bearer x", "token", "client")).get("/complaints");
        var client =
                new Caller(lapor.url(), Map.of("Authorization", "Bearer gateway", "token", "x")).get("/complaints");
        assertThat(gateway.statusCode()).isEqualTo(401);
        assertThat(Json.read(gateway.body()).at("/fault/code").asInt()).isEqualTo(900901);
        assertThat(client.statusCode()).isEqualTo(401);
        assertThat(Json.read(client.body()).path("status").asInt()).isEqualTo(401);
    }

    @Test
    void withoutQuirksAWalkSeesEveryReportOnce() throws Exception {
        quiet();
        load(25);
        var ids = new HashSet<String>();
        String url = "/complaints?disposition_id=151&updated_since=2026-01-01%2000:00:00&page=1&page_size=10";
        int pages = 0;
        while (url != null) {
            JsonNode results = caller.json(url).path("results");
            results.path("data")
                    .forEach(one -> assertThat(ids.add(one.path("id").asText())).isTrue());
            url = Json.text(results, "next_page_url");
            pages++;
        }
        assertThat(ids).isEqualTo(lapor.references());
        assertThat(pages).isEqualTo(3);
        assertThat(caller.json("/complaints?disposition_id=12").at("/results/data"))
                .isEmpty();
    }

    @Test
    void reportsAreWrittenInLaporsOddForms() throws Exception {
        lapor.quirks().off(EnumSet.of(Quirk.CUT_LISTING, Quirk.MISSING_RESULTS, Quirk.HTML_WITH_200));
        lapor.quirks().off(EnumSet.of(Quirk.GATEWAY_401, Quirk.LAPOR_401, Quirk.GATEWAY_FAULT));
        lapor.quirks().off(EnumSet.of(Quirk.TOO_MANY_READINGS));
        load(20);
        JsonNode data = caller.json("/complaints?page_size=20").at("/results/data");
        assertThat(data).extracting(one -> one.path("id").isTextual()).contains(true, false);
        assertThat(data)
                .extracting(one -> one.path("is_secret").getNodeType())
                .contains(JsonNodeType.BOOLEAN, JsonNodeType.NUMBER, JsonNodeType.STRING);
        assertThat(data).extracting(one -> one.path("attachments").asText()).contains("[1,2].", "false");
        assertThat(data)
                .allSatisfy(one -> assertThat(one.path("updated_at").asText())
                        .matches("\\d\\d-\\d\\d-\\d{4} \\d\\d:\\d\\d:\\d\\d"));
    }

    @Test
    void everyQuirkOfReadingShowsInAHundredReadings() throws Exception {
        load(30);
        for (int i = 0; i < 100; i++) {
            caller.get("/complaints?page_size=10&page=" + (1 + i % 3));
        }
        caller.post("/complaints/100001/reject", "{}", Map.of());
        lapor.change("100001", record -> record.put("status_name", "Selesai"));
        HttpResponse<String> detail = until200("/complaints/100001/complaint");
        assertThat(Json.read(detail.body()).at("/results/data_logs/0/data").asText())
                .contains("\"Selesai\"");
        var reading = EnumSet.range(Quirk.MISSING_RESULTS, Quirk.HTML_WITH_200);
        assertThat(lapor.quirks().shown().keySet()).containsAll(reading);
    }

    private HttpResponse<String> until200(String path) throws Exception {
        while (true) {
            HttpResponse<String> answer = caller.get(path);
            if (answer.statusCode() == 200 && answer.body().contains("results")) {
                return answer;
            }
        }
    }

    @Test
    void aPageShiftsBetweenTwoReadings() throws Exception {
        quiet();
        lapor.quirks().on(EnumSet.of(Quirk.SHIFTING_PAGES));
        load(6);
        var seen = new HashSet<String>();
        for (int walk = 0; walk < 2; walk++) {
            seen.clear();
            for (int page = 1; page <= 2; page++) {
                caller.json("/complaints?page_size=3&page=" + page)
                        .at("/results/data")
                        .forEach(one -> seen.add(one.path("id").asText()));
            }
            if (seen.size() < 6) {
                break;
            }
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void aFollowUpIsStoredEvenWhenTheAnswerIsLost() throws Exception {
        load(1);
        int lost = 0;
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            try {
                HttpResponse<String> answer = add("100001", "Isi (Ref. %08d)".formatted(i));
                refused += answer.statusCode() == 429 ? 1 : 0;
                lost += answer.body().startsWith("<!DOCTYPE") ? 1 : 0;
            } catch (IOException e) {
                lost++;
            }
        }
        assertThat(lost).isGreaterThanOrEqualTo(4);
        assertThat(refused).isGreaterThanOrEqualTo(4);
        assertThat(lapor.followUps()).hasSize(30 - refused);
        assertThat(lapor.followed().acted()).hasSize(30 - refused).doesNotContainValue(2);
        quiet();
        JsonNode first = caller.json("/complaints/100001/followups").path("results");
        assertThat(first.path("data")).hasSize(10);
        assertThat(caller.json(Json.text(first, "next_page_url")).at("/results/data"))
                .hasSize(10);
        assertThat(caller.json("/complaints").at("/results/data/0/status_name").asText())
                .isEqualTo("Dalam Proses");
    }

    @Test
    void aRepeatedFollowUpIsDoubled() throws Exception {
        quiet();
        load(1);
        add("100001", "Isi (Ref. abcdef01)");
        add("100001", "Isi (Ref. abcdef01)");
        assertThat(lapor.followed().acted()).containsExactly(Map.entry("abcdef01", 2));
    }

    @Test
    void aWrongFollowUpIsRefused() throws Exception {
        quiet();
        load(1);
        assertThat(add("100001", "x".repeat(1001)).statusCode()).isEqualTo(422);
        assertThat(add("100001", "é".repeat(1000)).statusCode()).isEqualTo(200);
        assertThat(add("100099", "Isi").statusCode()).isEqualTo(404);
        assertThat(add("99999", "Isi").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> add(String complaint, String content) throws Exception {
        var form = new StringBuilder();
        Map.of("complaint_id", complaint, "user_id", "90151", "is_secret", "0", "content", content)
                .forEach((name, value) -> form.append("--b\r\nContent-Disposition: form-data; name=\"")
                        .append(name)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        form.append("--b--\r\n");
        return caller.post(
                "/complaints/followup/add", form.toString(), Map.of("Content-Type", "multipart/form-data; boundary=b"));
    }

    @Test
    void institutionsAreCutByThePageSize() throws Exception {
        quiet();
        assertThat(caller.json("/masters/institutions/external?page_size=50").at("/results/data"))
                .hasSize(50);
        assertThat(caller.json("/masters/institutions/external?page_size=1000").at("/results/data"))
                .hasSize(300);
    }

    @Test
    void aDeletedReportIsFoundByNobodyAndAHiddenOneIsRefused() throws Exception {
        load(3);
        lapor.quirks().off(EnumSet.allOf(Quirk.class));
        var ids = lapor.references().stream().sorted().toList();
        assertThat(lapor.delete(ids.get(0))).isTrue();
        assertThat(lapor.delete(ids.get(0))).isFalse();
        lapor.hide(ids.get(1));

        assertThat(caller.get("/complaints/" + ids.get(0) + "/complaint").statusCode())
                .isEqualTo(404);
        assertThat(caller.get("/complaints/" + ids.get(1) + "/complaint").statusCode())
                .isEqualTo(403);
        assertThat(caller.get("/complaints/" + ids.get(2) + "/complaint").statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/complaints?page=1").body()).doesNotContain("\"" + ids.get(1) + "\"");
    }
}
