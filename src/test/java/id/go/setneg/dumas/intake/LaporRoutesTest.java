package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Backfill.Range;
import id.go.setneg.dumas.intake.Backfill.State;
import id.go.setneg.dumas.intake.FaultyLapor.Answer;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.intake.lapor.InstitutionsFixture;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The route files themselves, in Camel without Spring, against a LAPOR! that answers as it likes. */
@Execution(ExecutionMode.CONCURRENT) // each waits most of its time
class LaporRoutesTest {

    private static final Answer GATEWAY = Answer.of(401, "{\"fault\":{\"code\":900901}}");
    private static final Answer CLIENT = Answer.of(401, "{\"status\":401}");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final FaultyLapor lapor = new FaultyLapor();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Vanished> vanished = new ConcurrentLinkedQueue<>();
    private final List<String> open = new ArrayList<>();
    private final AtomicInteger spills = new AtomicInteger();
    private final Properties properties = new Properties();

    @TempDir
    Path folder;

    private HubLedger hub;
    private Backfills backfills;

    @BeforeEach
    void open() {
        hub = HubLedger.onH2(folder);
        backfills = new Backfills(
                camel,
                camel.createProducerTemplate(),
                new BackfillSettings(Duration.ofMillis(50), Duration.ofHours(1)),
                new Works(hub.clock()),
                hub.clock(),
                UUID::randomUUID);
        var policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(0);
        policy.setLogExhausted(false);
        var health = new FeedHealth(hub.feeds(), hub.drifts(), hub.clock());
        var dialogue = new Dialogue("LAPOR!", new Pace(100, 1000, hub.clock()), Duration.ofHours(1), hub.clock());
        KnownReports known = () -> List.copyOf(open).stream();
        camel.getRegistry().bind("noRedelivery", policy);
        camel.getRegistry().bind("feeds", hub.feeds());
        camel.getRegistry().bind("feedHealth", health);
        camel.getRegistry().bind("laporDialogue", dialogue);
        camel.getRegistry().bind("laporResumed", new ResumedFeed(dialogue, health));
        camel.getRegistry().bind("knownReports", known);
        camel.getRegistry().bind("works", new Works(hub.clock()));
        camel.getRegistry().bind("backfills", backfills);
        camel.getRegistry().bind("institutions", InstitutionsFixture.over(hub));
        var http = camel.getComponent("http", HttpComponent.class);
        http.setResponseTimeout(5_000);
        http.setHttpClientConfigurer(client -> client.disableAutomaticRetries().disableRedirectHandling());
        camel.getShutdownStrategy().setTimeout(5);
        properties.putAll(Map.of(
                "hub.lapor.enabled", "true",
                "hub.lapor.url", lapor.url(),
                "hub.lapor.gateway-key", "kunci",
                "hub.lapor.gateway-key-file", "",
                "hub.lapor.client-token", "token",
                "hub.lapor.client-token-file", "",
                "hub.lapor.institution", "151",
                "hub.lapor.period", "50",
                "hub.lapor.overlap", "5m",
                "hub.lapor.page-size", "2"));
        properties.setProperty("hub.lapor.full-scan-at", "01:30");
        properties.setProperty("hub.lapor.institutions-at", "02:30");
        for (int id = 1; id <= 7; id++) {
            lapor.put(id, "2026-11-23 10:0" + id + ":00");
        }
    }

    @AfterEach
    void close() {
        camel.stop();
        lapor.close();
        hub.close();
    }

    private void start(String... flows) throws Exception {
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.addRoutes(new RouteBuilder(camel) {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:lapor-report-page").process(LaporRoutesTest.this::take);
                from("direct:lapor-vanished").process(exchange -> {
                    List<?> gone = exchange.getMessage().getBody(List.class);
                    gone.forEach(one -> vanished.add((Vanished) one));
                });
            }
        });
        List<Path> files = new ArrayList<>(List.of(Path.of("routes/shared/note-feed-fault.camel.yaml")));
        for (String flow : flows) {
            files.add(Path.of("connectors", flow.replace("lapor-backfill", "lapor-report-range") + ".camel.yaml"));
        }
        for (String flow : flows) {
            files.add(Path.of("routes/lapor", flow + ".camel.yaml"));
        }
        List<Resource> resources = files.stream()
                .map(file -> PluginHelper.getResourceLoader(camel).resolveResource("file:" + file))
                .toList();
        PluginHelper.getRoutesLoader(camel).loadRoutes(resources);
        camel.start();
    }

    private void startReports() throws Exception {
        start("lapor-get", "lapor-reports");
    }

    private void take(Exchange exchange) throws IOException {
        if (spills.getAndDecrement() > 0) {
            throw new IOException("spilt");
        }
        List<?> records = exchange.getMessage().getBody(List.class);
        records.forEach(
                record -> taken.add(((SourceRecord) record).content().path("id").asText()));
        exchange.getMessage().setBody(new Receipt(records.size(), 0, 0));
    }

    private void allAreTaken() {
        await().untilAsserted(() -> {
            hub.clock().advance(Duration.ofSeconds(1));
            assertThat(taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
        });
        await().untilAsserted(() -> assertThat(failure("lapor-reports")).isNull());
    }

    private String failure(String feed) {
        return hub.feeds().all().stream()
                .filter(one -> one.name().equals(feed))
                .map(one -> String.valueOf(one.failure()))
                .findFirst()
                .filter(text -> !text.equals("null"))
                .orElse(null);
    }

    private void failsWith(String text) {
        await().untilAsserted(() -> assertThat(failure("lapor-reports")).contains(text));
    }

    @Test
    void allPagesAreTakenAndThePositionIsATimeAndAnId() throws Exception {
        startReports();
        allAreTaken();
        await().untilAsserted(
                        () -> assertThat(hub.feeds().position("lapor-reports")).contains("2026-11-23T10:07+07:00 7"));
    }

    @Test
    void oneRefusalHealsUnseen() throws Exception {
        lapor.answerNext(GATEWAY, CLIENT);
        startReports();
        await().until(() -> taken.size() == 7);
        assertThat(failure("lapor-reports")).isNull();
    }

    @Test
    void twoRefusalsStopTheFeedUntilAProbeAnHourLater() throws Exception {
        lapor.gatewayKey("lain");
        startReports();
        failsWith("STOPPED gateway refuses our key");
        int asked = lapor.asked().size();
        assertThat(asked).isEqualTo(2);
        hub.clock().advance(Duration.ofMinutes(59));
        await().during(Duration.ofMillis(400)).until(() -> lapor.asked().size() == asked);
        hub.clock().advance(Duration.ofMinutes(2));
        await().until(() -> lapor.asked().size() == asked + 1);
        await().during(Duration.ofMillis(400)).until(() -> lapor.asked().size() == asked + 1);
        lapor.gatewayKey("kunci");
        hub.clock().advance(Duration.ofMinutes(61));
        allAreTaken();
    }

    @Test
    void whoResumesTheRouteWantsItAskedAtOnce() throws Exception {
        lapor.answerNext(CLIENT, CLIENT);
        startReports();
        failsWith("STOPPED our token is refused");
        await().during(Duration.ofMillis(300)).until(() -> taken.isEmpty());
        camel.getRouteController().suspendRoute("lapor-reports");
        camel.getRouteController().resumeRoute("lapor-reports");
        await().until(() -> taken.size() == 7);
    }

    @Test
    void aNewKeyInItsFileWorksAtOnce() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "lama\n");
        properties.setProperty("hub.lapor.gateway-key", "");
        properties.setProperty("hub.lapor.gateway-key-file", key.toString());
        lapor.gatewayKey("lama");
        startReports();
        await().until(() -> taken.size() == 7);
        lapor.gatewayKey("baru");
        Files.writeString(key, "baru\n");
        lapor.put(8, "2026-11-23 11:00:00");
        await().until(() -> taken.contains("8"));
    }

    @Test
    void whoAsksForAMinuteGetsIt() throws Exception {
        lapor.answerNext(new Answer(429, "{\"status\":429}", Map.of("Retry-After", "60")));
        startReports();
        failsWith("429");
        hub.clock().advance(Duration.ofSeconds(50));
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == 1);
        hub.clock().advance(Duration.ofSeconds(11));
        allAreTaken();
    }

    @Test
    void everyOtherFaultIsShownAndPasses() throws Exception {
        Map<Answer, String> faults = Map.of(
                Answer.of(503, "{\"fault\":{\"code\":303001}}"), "HTTP 503 (303001)",
                Answer.of(500, "<html>"), "HTTP 500",
                Answer.of(200, "<html>Pemeliharaan</html>"), "HTML",
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":1},"), "JSON that was cut",
                Answer.of(200, "{\"status\":200,\"message\":\"\"}"), "no list",
                Answer.of(200, "{\"results\":{\"data\":null,\"next_page_url\":null}}"), "no list",
                Answer.of(0, ""), "NETWORK");
        startReports();
        allAreTaken();
        for (Map.Entry<Answer, String> fault : faults.entrySet()) {
            hub.clock().advance(Duration.ofHours(1));
            lapor.answerNext(fault.getKey());
            failsWith(fault.getValue());
            hub.clock().advance(Duration.ofHours(1));
            await().untilAsserted(() -> assertThat(failure("lapor-reports")).isNull());
        }
    }

    @Test
    void aPageThatCouldNotBeStoredIsAskedForAgain() throws Exception {
        spills.set(2);
        startReports();
        allAreTaken();
    }

    @Test
    void aBackfillAsksAgainForAPageThatCameToNothing() throws Exception {
        lapor.answerNext(
                Answer.of(503, "{\"fault\":{\"code\":303001}}"),
                Answer.of(200, "<html>Pemeliharaan</html>"),
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":1},"),
                Answer.of(200, "{\"status\":200,\"message\":\"\"}"),
                Answer.of(0, ""));
        spills.set(2);
        start("lapor-get", "lapor-backfill");
        backfills.start(new Range("lapor", LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"), 100));
        await().until(() -> backfills.all().getFirst().state() != State.RUNNING);

        assertThat(backfills.all().getFirst().state()).isEqualTo(State.DONE);
        assertThat(backfills.all().getFirst().outcome()).isNull();
        assertThat(taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void aRecordThatIsNoObjectKeepsNoOtherBack() throws Exception {
        lapor.answerNext(Answer.of(200, "{\"results\":{\"data\":[\"rusak\",{\"id\":99}],\"next_page_url\":null}}"));
        startReports();
        await().until(() -> taken.contains("99"));
    }

    @Test
    void aNextPageElsewhereIsNotFollowed() throws Exception {
        try (var other = new FaultyLapor()) {
            lapor.answerNext(Answer.of(
                    200,
                    "{\"results\":{\"data\":[{\"id\":1}],\"next_page_url\":\"" + other.url()
                            + "/complaints?cursor=x\"}}"));
            startReports();
            failsWith("another place");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void theNightlyScanListsAllAndAsksForWhatIsMissing() throws Exception {
        open.addAll(List.of("3", "50", "51", "52"));
        lapor.answer("/complaints/51/complaint", Answer.of(403, "{\"status\":403}"));
        lapor.answer(
                "/complaints/52/complaint",
                Answer.of(
                        200,
                        "{\"status\":200,\"results\":{\"data\":{\"status_name\":\"Selesai\",\"content\":\"Jalan\"}}}"));
        start("lapor-get", "lapor-full-scan");
        await().until(() -> hub.feeds().position("lapor-full-scan").isPresent());

        assertThat(taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "52");
        assertThat(vanished).containsExactly(new Vanished("lapor", "50"));
        assertThat(lapor.asked("/complaints/3/")).isZero();
        assertThat(hub.feeds().position("lapor-full-scan")).contains("2026-11-24");
        int asked = lapor.asked().size();
        hub.clock().set("2026-11-25T01:29:00+07:00");
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == asked);
        hub.clock().set("2026-11-25T01:31:00+07:00");
        await().until(() -> hub.feeds().position("lapor-full-scan").orElse("").equals("2026-11-25"));
    }

    @Test
    void theInstitutionsAreRead() throws Exception {
        lapor.answer(
                "/masters/institutions/external",
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":151,\"name\":\"Kementerian Contoh\"}]}}"));
        start("lapor-get", "lapor-institutions");
        await().until(() -> hub.feeds().position("lapor-institutions").isPresent());

        assertThat(InstitutionsFixture.over(hub).name("151")).contains("Kementerian Contoh");
    }

    @Test
    void whoIsStoppedAlsoStopsTheOthers() throws Exception {
        lapor.gatewayKey("lain");
        start("lapor-get", "lapor-reports", "lapor-full-scan", "lapor-institutions");
        await().untilAsserted(() -> Stream.of("lapor-reports", "lapor-full-scan", "lapor-institutions")
                .forEach(feed -> assertThat(failure(feed)).startsWith("STOPPED")));
        int asked = lapor.asked().size();
        assertThat(asked).isLessThanOrEqualTo(6);
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == asked);
    }
}
