package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.sandbox.Canaries;
import id.go.setneg.dumas.sandbox.WatchedAgency;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Personal data that nobody could mistake runs through every feed, mapping, destination and way back, well formed and
 * not, and is found nowhere but at whom it is meant for.
 */
@RunningHub
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryIT {

    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    private final List<String> answers = new ArrayList<>();

    @BeforeAll
    void letThemFly() throws Exception {
        Canaries canaries = world.canaries();
        canaries.letter("Kementerian Agraria dan Tata Ruang/BPN", "");
        canaries.letter("Kementerian Sosial", "");
        canaries.letter("Kementerian Ketenagakerjaan", "");
        canaries.letter("Kementerian PANRB", "");
        canaries.letter("Kementerian PANRB", WatchedAgency.REFUSE);
        canaries.letter("Kementerian Lingkungan Hidup", "");
        canaries.letter("Kementerian Lingkungan Hidup", "");
        canaries.letter("Badan " + Canaries.WORD, "");
        canaries.hostileLetter();
        canaries.row();
        canaries.hostileRow();
        canaries.report();
        canaries.hostileReport();
        canaries.mail();
        canaries.automaticMail();
        canaries.questionMail();
        canaries.question();
        canaries.agencyMail();
        world.settle(ledger);
        reportByHttp();
        reportByQueue();
        world.settle(ledger);
        lookAtWhatWaits();
    }

    private void reportByHttp() {
        Web agency = world.agency(world.byHttp().code());
        for (UUID referral : referrals(world.byHttp().code())) {
            String path = "/api/v1/referrals/" + referral + "/status";
            agency.post(path, update(referral).toString());
            for (String field : List.of("id", "referral", "status", "at", "note", "letterNumber", Canaries.WORD)) {
                answers.add(body(agency.post(
                        path,
                        update(referral).put(field, Canaries.WORD + "\u0000").toString())));
            }
            answers.add(body(agency.post(path, Canaries.WORD)));
            answers.add(body(agency.post(path, "{\"" + Canaries.WORD + "\":")));
            answers.add(body(agency.send("POST", path, "text/" + Canaries.WORD, Canaries.WORD)));
            answers.add(body(agency.send("PATCH", path, "application/json", Canaries.WORD)));
        }
        for (Web anybody :
                List.of(agency, world.operator(), world.web(""), world.web(Canaries.WORD + ":" + Canaries.NIK))) {
            for (String path : List.of(
                    "/api/v1/",
                    "/api/v1/parked/",
                    "/api/v1/backfills/",
                    "/api/v1/referrals/",
                    "/hawtio/",
                    "/actuator/metrics/",
                    "/")) {
                answers.add(body(anybody.get(path + Canaries.WORD + "?q=" + Canaries.WORD)));
                answers.add(body(anybody.post(path + Canaries.WORD, "{\"q\":\"" + Canaries.WORD + "\"}")));
            }
        }
    }

    private void reportByQueue() throws Exception {
        var queue = world.byQueue();
        var taken = queue.take().orElseThrow();
        String referral = queue.open(Web.json(taken.event()).path("data").asText());
        assertThat(referral).contains(Canaries.MARKS);
        ObjectNode update = update(UUID.fromString(Web.json(referral).path("id").asText()));
        String keys = world.web("").get("/api/v1/keys").body();
        queue.put("agency.klh.status", queue.event(update, keys));
        queue.put("agency.klh.status", queue.event(update.put("status", Canaries.WORD), keys));
        await().until(() -> count(ledger, "from status_update where agency = 'klh'") > 0
                && count(ledger, "from parked where feed = 'agency.klh.status'") > 0);
    }

    /** An operator lists, shows and replays every parked record; what one says is not for operators. */
    private void lookAtWhatWaits() {
        Web operator = world.operator();
        String parked = "/api/v1/parked";
        String list = body(operator.get(parked + "?most=500"));
        JsonNode records = Web.json(operator.get(parked + "?most=500").body()).path("records");
        assertThat(records).hasSizeGreaterThan(3);
        answers.add(list);
        answers.add(body(operator.get(parked + "/groups")));
        answers.add(body(operator.get("/api/v1/drift")));
        for (JsonNode record : records) {
            String one = parked + "/" + record.path("id").asText();
            HttpResponse<String> shown = operator.get(one);
            assertThat(Web.json(shown.body()).path("shape").asText()).isNotBlank();
            answers.add(body(shown));
            answers.add(body(operator.post(one + "/replay", "{}")));
            assertThat(operator.get(one + "/content").statusCode()).isEqualTo(403);
        }
    }

    private static ObjectNode update(UUID referral) {
        return Web.JSON
                .createObjectNode()
                .put("id", "kenari-" + referral)
                .put("referral", referral.toString())
                .put("status", "ACKNOWLEDGED")
                .put("at", "2026-11-24T09:00:00+07:00")
                .put("note", Canaries.WORD + " sudah dihubungi, NIK " + Canaries.NIK)
                .put("letterNumber", Canaries.WORD + "/1");
    }

    private List<UUID> referrals(String agency) {
        return ledger.queryForList("select id from referral where agency = ?", UUID.class, agency);
    }

    private static String body(HttpResponse<String> answer) {
        return answer.statusCode() + " " + answer.headers().map() + " " + answer.body();
    }

    @Test
    void theyArriveWhereTheyAreMeantToArrive() {
        Map<String, List<String>> read = world.sandbox().referralsRead();
        for (String agency : List.of("atr-bpn", "kemensos", "kemnaker")) {
            assertThat(read.get(agency).stream().filter(referral -> referral.contains(Canaries.WORD)))
                    .as(agency)
                    .isNotEmpty()
                    .anySatisfy(referral -> assertThat(referral).contains(Canaries.MARKS));
        }
        assertThat(world.byHttp().messages())
                .anySatisfy(message -> assertThat(message.body()).contains(Canaries.MARKS));
        assertThat(
                        count(
                                ledger,
                                "from delivery d join referral r on r.id = d.referral_id"
                                        + " where r.agency in ('klh', 'kemenpanrb') and d.kind = 'STATUS' and d.state = 'DELIVERED'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(ledger.queryForList("select distinct feed from parked", String.class))
                .contains("spde-register", "spde-drop-folder", "lapor-reports", "asdep-mailbox", "agency.klh.status");
        assertThat(count(ledger, "from correspondence where feed = 'persuratan-mailbox' and kind = 'AUTOMATIC'"))
                .isPositive();
        assertThat(count(ledger, "from delivery where state = 'HELD' and reason = 'HTTP 422'"))
                .isPositive();
    }

    @Test
    void nothingIsPrinted() {
        assertThat(world.printed()).contains("dumas-hub");
        assertThat(world.printed().lines().filter(line -> !found(line).isEmpty()))
                .isEmpty();
        assertThat(secretsIn(world.printed())).isEmpty();
    }

    @Test
    void noAnswerRepeatsThem() {
        assertThat(answers)
                .hasSizeGreaterThan(50)
                .allSatisfy(answer ->
                        assertThat(found(withoutLocation(answer))).as(answer).isEmpty());
    }

    /** The place where a browser is sent after its login may name the page that it asked for. */
    private static String withoutLocation(String answer) {
        return answer.replaceAll("location=\\[[^\\]]*\\]", "");
    }

    @Test
    void noOperatorSeesThemOverJmx() {
        Web operator = world.operator();
        JsonNode names = operator.jolokia(
                        Web.JSON.createObjectNode().put("type", "search").put("mbean", "*:*"))
                .path("value");
        assertThat(names.size()).isGreaterThan(300);
        List<ObjectNode> requests = new ArrayList<>();
        for (JsonNode name : names) {
            ObjectNode read = Web.JSON.createObjectNode().put("type", "read").put("mbean", name.asText());
            read.putObject("config").put("ignoreErrors", true).put("maxDepth", 6);
            requests.add(read);
            if (name.asText().startsWith("org.apache.camel:")) {
                for (String operation : List.of("dumpRoutesAsXml()", "dumpRouteAsXml()", "endpointStatistics()")) {
                    requests.add(Web.JSON
                            .createObjectNode()
                            .put("type", "exec")
                            .put("mbean", name.asText())
                            .put("operation", operation));
                }
            }
        }
        var leaks = new TreeSet<String>();
        int seen = 0;
        for (int from = 0; from < requests.size(); from += 200) {
            ArrayNode bulk = Web.JSON.createArrayNode();
            requests.subList(from, Math.min(from + 200, requests.size())).forEach(bulk::add);
            for (JsonNode answer : operator.jolokia(bulk)) {
                seen += answer.path("status").asInt() == 200 ? 1 : 0;
                String text = answer.toString();
                found(text).forEach(mark -> leaks.add(answer.path("request") + " shows " + mark));
                secretsIn(text).forEach(secret -> leaks.add(answer.path("request") + " shows " + secret));
            }
        }
        assertThat(seen).isGreaterThan(300);
        assertThat(leaks).isEmpty();
    }

    @Test
    void noActuatorEndpointShowsThem() {
        Web operator = world.operator();
        var pages = new ArrayList<String>(List.of(
                "/actuator", "/actuator/health", "/actuator/info", "/actuator/metrics", "/actuator/prometheus"));
        for (JsonNode name : Web.json(operator.get("/actuator/metrics").body()).path("names")) {
            if (!name.asText().matches("(jvm|process|system|disk|executor)\\..*")) { // these know the machine only
                pages.add("/actuator/metrics/" + name.asText());
            }
        }
        assertThat(pages).hasSizeGreaterThan(15);
        for (String page : pages) {
            String answer = operator.get(page).body();
            assertThat(found(answer)).as(page).isEmpty();
            assertThat(secretsIn(answer)).as(page).isEmpty();
        }
    }

    @Test
    void noColumnHoldsThemInClear() {
        var leaks = new TreeSet<String>();
        int rows = 0;
        for (String table : ledger.queryForList(
                "select table_name from information_schema.tables where table_schema = 'public'", String.class)) {
            for (Map<String, Object> row : ledger.queryForList("select * from " + table)) {
                rows++;
                row.forEach((column, value) -> {
                    String text = value instanceof byte[] bytes
                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                            : String.valueOf(value);
                    found(text).forEach(mark -> leaks.add(table + "." + column + " holds " + mark));
                });
            }
        }
        assertThat(rows).isGreaterThan(500);
        assertThat(leaks).isEmpty();
    }

    @Test
    void noFileOfTheHubHoldsThemInClear() throws IOException {
        var leaks = new TreeSet<String>();
        List<Path> files;
        try (var all = Files.walk(world.data())) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(world.data().resolve("sandbox")))
                    .filter(file -> !file.startsWith(world.data().resolve("spde-ekspor"))) // the office's own
                    .toList();
        }
        assertThat(files.toString()).contains("ledger.mv.db", "artemis/journal", "attachments");
        for (Path file : files) {
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            found(content).forEach(mark -> leaks.add(world.data().relativize(file) + " holds " + mark));
        }
        assertThat(leaks).isEmpty();
    }

    @Test
    void theLookItselfWouldSeeThem() {
        assertThat(found("x" + Canaries.WORD.toUpperCase(Locale.ROOT))).isNotEmpty();
        for (Charset charset : CHARSETS) {
            byte[] bytes = ("x" + Canaries.NIK).getBytes(charset);
            assertThat(found(new String(bytes, StandardCharsets.ISO_8859_1)))
                    .as("%s", charset)
                    .isNotEmpty();
        }
        assertThat(secretsIn(world.properties().get("hub.spde.token"))).containsExactly("hub.spde.token");
    }

    /** The marks in a text, or in bytes that were read as ISO 8859-1. */
    private static List<String> found(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Canaries.MARKS.stream()
                .filter(mark -> CHARSETS.stream()
                        .map(charset -> new String(
                                mark.toLowerCase(Locale.ROOT).getBytes(charset), StandardCharsets.ISO_8859_1))
                        .anyMatch(small::contains))
                .toList();
    }

    /** The settings whose secret values a text holds. */
    private List<String> secretsIn(String text) {
        return world.properties().entrySet().stream()
                .filter(setting -> setting.getKey().matches(".*(password|token|gateway-key|secrets\\[0])"))
                .filter(setting -> setting.getValue().length() > 20 && text.contains(setting.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
