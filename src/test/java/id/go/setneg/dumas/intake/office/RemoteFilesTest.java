package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.go.setneg.dumas.intake.contract.TestContracts;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The routes that ask the office's API, with a real server. */
class RemoteFilesTest {

    private static final byte[] SCAN = "%PDF-1.4 rusak".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256 = "b44c5f4e1ff1e7f5b0b5c6f2f2f5f6a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0";

    @TempDir
    Path data;

    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private OfficeRoutes office;

    /** A walk as the connector sees it. */
    public record Asking(String since, int page) {}

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/surat", this::list);
        server.createContext("/berkas/", this::file);
        server.start();
        office = new OfficeRoutes(data);
        var http = new HttpComponent();
        http.setHttpClientConfigurer(client -> client.disableAutomaticRetries());
        office.camel.addComponent("http", http);
        Map<String, String> settings = new HashMap<>(Map.of(
                "hub.spde.enabled", "true",
                "hub.spde.url", "http://127.0.0.1:" + server.getAddress().getPort(),
                "hub.spde.token", "rahasia",
                "hub.spde.page-size", "20",
                "hub.spde.file-size", "1KB",
                "hub.spde.file-patience", "1h"));
        office.start(
                settings,
                "connectors/spde-page",
                "routes/spde/spde-page",
                "connectors/spde-files",
                "routes/spde/spde-files");
    }

    @AfterEach
    void close() {
        office.close();
        server.stop(0);
    }

    private void list(HttpExchange call) throws IOException {
        try (call) {
            asked.add(call.getRequestURI().getQuery() + " "
                    + call.getRequestHeaders().getFirst("If-None-Match"));
            if ("\"v1\"".equals(call.getRequestHeaders().getFirst("If-None-Match"))) {
                call.sendResponseHeaders(304, -1);
                return;
            }
            call.getResponseHeaders().set("ETag", "\"v1\"");
            answer(call, statuses.getOrDefault("surat", 200), "{\"data\":[]}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void file(HttpExchange call) throws IOException {
        try (call) {
            String id = call.getRequestURI().getPath().substring("/berkas/".length());
            asked.add(id);
            int status = statuses.getOrDefault(id, 200);
            if (!"Bearer rahasia".equals(call.getRequestHeaders().getFirst("Authorization"))) {
                answer(call, 401, new byte[0]);
            } else if (status == 0) {
                call.getResponseHeaders().set("Content-Type", "application/pdf");
                call.sendResponseHeaders(200, 100); // and breaks off
                call.getResponseBody().write(SCAN);
                call.getResponseBody().flush();
            } else if (status == 200
                    && ("\"" + id + "\"").equals(call.getRequestHeaders().getFirst("If-None-Match"))) {
                call.sendResponseHeaders(304, -1);
            } else {
                call.getResponseHeaders().set("ETag", "\"" + id + "\"");
                answer(call, status, id.equals("besar") ? new byte[2_000] : SCAN);
            }
        } catch (IOException e) {
            // closed before all of it was sent, as it should
        }
    }

    private static void answer(HttpExchange call, int status, byte[] body) throws IOException {
        call.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        call.getResponseBody().write(body);
    }

    @Test
    void aFileIsFetchedAndLookedAt() throws Exception {
        JsonNode file = fetch("{'id':'f1','nama':'scan.pdf','tipe':'application/pdf','ukuran':14}");

        assertThat(office.attachments.open(file.path("content").asText())).isEqualTo(SCAN);
        assertThat(file.path("size").asInt()).isEqualTo(SCAN.length);
        assertThat(file.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(file.path("textLayer").asText()).isEqualTo("BROKEN");
        assertThat(file.path("nama").asText()).isEqualTo("scan.pdf");
    }

    @Test
    void whatIsKnownIsNotFetchedAgain() throws Exception {
        JsonNode first = fetch("{'id':'f1','etag':'a'}");
        JsonNode second = fetch("{'id':'f1','etag':'a'}");

        assertThat(second).isEqualTo(first);
        assertThat(asked).containsExactly("f1");
    }

    @Test
    void aNewVersionIsAskedForAndMayBeTheSame() throws Exception {
        JsonNode first = fetch("{'id':'f1','etag':'a'}");
        JsonNode second = fetch("{'id':'f1','etag':'b'}");

        assertThat(second.path("content")).isEqualTo(first.path("content"));
        assertThat(asked).containsExactly("f1", "f1");
    }

    @Test
    void aFileThatIsGoneIsMissingAtOnce() throws Exception {
        statuses.put("f1", 404);

        assertThat(fetch("{'id':'f1'}").path("missing").asText()).isEqualTo("HTTP 404");
        assertThat(asked).containsExactly("f1");
    }

    @Test
    void aPassingFaultHoldsThePageBackUntilThePatienceIsOver() throws Exception {
        statuses.put("f1", 503);
        String json = "[{'berkas':[{'id':'f1'},{'id':'f2'}]},{'berkas':[]},{}]";

        assertThatThrownBy(() -> give(json)).hasStackTraceContaining("cannot be had for now: HTTP 503");
        office.clock.advance(Duration.ofMinutes(59));
        assertThatThrownBy(() -> give(json)).hasStackTraceContaining("cannot be had for now: HTTP 503");
        office.clock.advance(Duration.ofMinutes(1));
        List<SourceRecord> page = give(json);

        assertThat(page).hasSize(3);
        assertThat(page.getFirst().content().at("/berkas/0/missing").asText()).isEqualTo("HTTP 503");
        assertThat(page.getFirst().content().at("/berkas/1/content").asText()).isNotEmpty();
        assertThat(asked).containsExactly("f1", "f2", "f1", "f1");
    }

    @Test
    void aFileThatIsMissingDoesNotHoldItsPageBackAgainAndMayComeLater() throws Exception {
        statuses.put("f1", 503);
        assertThatThrownBy(() -> fetch("{'id':'f1'}")).isNotNull();
        office.clock.advance(Duration.ofHours(2));

        assertThat(fetch("{'id':'f1'}").path("missing").asText()).isEqualTo("HTTP 503");
        assertThat(fetch("{'id':'f1'}").path("missing").asText()).isEqualTo("HTTP 503");
        statuses.remove("f1");
        assertThat(fetch("{'id':'f1'}").path("content").asText()).isNotEmpty();
    }

    @Test
    void aServerThatFailsThreeTimesInARowIsLeftAloneAndThePatienceOfTheOthersBeginsToo() throws Exception {
        List.of("f1", "f2", "f3", "f4").forEach(id -> statuses.put(id, 429));
        String json = "[{'berkas':[{'id':'f1'},{'id':'f2'},{'id':'f3'},{'id':'f4'}]}]";

        assertThatThrownBy(() -> give(json)).isNotNull();
        assertThat(asked).containsExactly("f1", "f2", "f3");
        office.clock.advance(Duration.ofHours(1));

        assertThat(give(json).getFirst().content().at("/berkas/3/missing").asText())
                .isEqualTo("HTTP 429");
    }

    @Test
    void aFileThatTwoLettersHaveIsAskedForOnce() throws Exception {
        List<SourceRecord> page = give("[{'berkas':[{'id':'f1','etag':'a'}]},{'berkas':[{'id':'f1','etag':'a'}]}]");

        assertThat(page.getFirst().content()).isEqualTo(page.getLast().content());
        assertThat(asked).containsExactly("f1");
    }

    @Test
    void whatIsKnownIsNotReplacedByMissingWhereOnlyTheLetterChanged() throws Exception {
        JsonNode first = give("[{'diubahPada':'1','berkas':[{'id':'f1','ukuran':14}]}]")
                .getFirst()
                .content()
                .at("/berkas/0");
        statuses.put("f1", 503);
        String changed = "[{'diubahPada':'2','berkas':[{'id':'f1','ukuran':14}]}]";
        assertThatThrownBy(() -> give(changed)).isNotNull();
        office.clock.advance(Duration.ofHours(1));

        assertThat(give(changed).getFirst().content().at("/berkas/0")).isEqualTo(first);
        assertThatThrownBy(() -> give(changed.replace("14", "15"))).isNotNull();
    }

    @Test
    void anAnswerThatBreaksOffHoldsThePageBack() {
        statuses.put("f1", 0);

        assertThatThrownBy(() -> fetch("{'id':'f1'}")).hasStackTraceContaining("the answer broke off");
    }

    @Test
    void aServerThatIsAwayHoldsThePageBack() throws Exception {
        server.stop(0);

        assertThatThrownBy(() -> fetch("{'id':'f1'}")).hasStackTraceContaining("no answer");
        office.clock.advance(Duration.ofHours(1));
        assertThat(fetch("{'id':'f1'}").path("missing").asText()).isEqualTo("no answer");
    }

    @Test
    void aFailureOfOurOwnReachesWhoCalledAndIsNoted() throws Exception {
        office.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:walk")
                        .routeConfigurationId("note-feed-fault")
                        .setVariable("feed", constant("spde-register"))
                        .to("direct:spde-files");
            }
        });
        Path store = data.resolve("sealed");
        Files.writeString(store, "no folder");

        office.camel.createProducerTemplate().sendBody("direct:walk", records("[{'berkas':[{'id':'f1'}]}]"));

        assertThat(office.health.failures).singleElement().asString().contains("a file cannot be stored");
    }

    @Test
    void aPageThatIsHeldBackReachesWhoCalledAndIsNoted() throws Exception {
        statuses.put("f1", 500);
        office.camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:walk")
                        .routeConfigurationId("note-feed-fault")
                        .setVariable("feed", constant("spde-register"))
                        .to("direct:spde-files");
            }
        });

        office.camel.createProducerTemplate().sendBody("direct:walk", records("[{'berkas':[{'id':'f1'}]}]"));

        assertThat(office.health.failures).singleElement().asString().contains("HTTP 500");
    }

    @Test
    void aFetchedRecordIsAsItsContractSays() throws Exception {
        statuses.put("f2", 404);
        ObjectNode record = give("[{'bukuAgenda':'PRES','tahunAgenda':2026,'berkas':["
                        + "{'id':'f1','nama':'scan.pdf','tipe':'application/pdf','ukuran':14,'etag':'a'},{'id':'f2'}]}]")
                .getFirst()
                .content();

        assertThat(record.at("/berkas/0/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(TestContracts.differences("spde/record", record)).isEmpty();
    }

    @Test
    void whatIsTooLargeOrOtherwiseNotWhatItSaysIsMissing() throws Exception {
        assertThat(fetch("{'id':'besar'}").path("missing").asText()).isEqualTo("more than 1024 bytes");
        assertThat(fetch("{'id':'f1','sha256':'" + SHA256 + "'}")
                        .path("missing")
                        .asText())
                .isEqualTo("other bytes than its sha256 says");
    }

    @Test
    void anIdNeverLeadsElsewhereAndASourceCannotNameATicket() throws Exception {
        JsonNode file = fetch("{'id':'../surat','content':'alamat.kunci'}");

        assertThat(file.path("missing").asText()).isEqualTo("an id that is no name");
        assertThat(file.has("content")).isFalse();
        assertThat(fetch("{'nama':'x'}").path("missing").asText()).isEqualTo("no id");
        assertThat(asked).isEmpty();
    }

    @Test
    void theListIsAskedForWithItsLastValidator() {
        assertThat(page(1)).isEqualTo("{\"data\":[]}");
        confirm();
        assertThat(page(1)).isEqualTo("{\"data\":[]}");
        assertThat(page(2)).isEqualTo("{\"data\":[]}");

        assertThat(asked)
                .containsExactly(
                        "diubahSejak=2026&halaman=1&ukuran=20 null",
                        "diubahSejak=2026&halaman=1&ukuran=20 \"v1\"",
                        "diubahSejak=2026&halaman=2&ukuran=20 null");
    }

    @Test
    void aListThatCannotBeHadIsAFailureOfWhoAsked() {
        statuses.put("surat", 500);

        assertThatThrownBy(() -> page(1)).hasStackTraceContaining("500");
    }

    private void confirm() {
        office.camel
                .getRegistry()
                .lookupByNameAndType("validators", Validators.class)
                .confirm("spde-register");
    }

    private String page(int number) {
        Exchange answer = office.camel.createProducerTemplate().request("direct:spde-page", exchange -> {
            exchange.setVariable("walk", new Asking("2026", number));
            exchange.getMessage().setBody("the page before");
        });
        if (answer.getException() != null) {
            throw new IllegalStateException(answer.getException());
        }
        return answer.getMessage().getBody(String.class);
    }

    private JsonNode fetch(String file) throws Exception {
        return give("[{'diubahPada':'2026-11-24T08:00:00+07:00','berkas':[" + file + "]}]")
                .getFirst()
                .content()
                .at("/berkas/0");
    }

    @SuppressWarnings("unchecked")
    private List<SourceRecord> give(String json) throws IOException {
        return office.camel.createProducerTemplate().requestBody("direct:spde-files", records(json), List.class);
    }

    private static List<SourceRecord> records(String json) throws IOException {
        List<SourceRecord> page = new ArrayList<>();
        for (JsonNode each : new ObjectMapper().readTree(json.replace('\'', '"'))) {
            page.add(SourceRecord.ofJson("spde-register", (ObjectNode) each, ZoneId.of("Asia/Jakarta")));
        }
        return page;
    }
}
