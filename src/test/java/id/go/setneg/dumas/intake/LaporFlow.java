package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.delivery.Answers;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.intake.lapor.InstitutionsFixture;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;

/** The route files for LAPOR! themselves, in Camel without Spring; what they hand in is kept instead of taken in. */
final class LaporFlow implements AutoCloseable {

    final DefaultCamelContext camel = new DefaultCamelContext();
    final Set<String> taken = ConcurrentHashMap.newKeySet();
    final Queue<Vanished> vanished = new ConcurrentLinkedQueue<>();
    final List<String> open = new ArrayList<>();
    final Properties properties = new Properties();

    /** So many pages are spilt before one is taken. */
    final AtomicInteger spills = new AtomicInteger();

    final HubLedger hub;
    final Backfills backfills;

    LaporFlow(Path folder, String url, AnswerBounds bounds) {
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
        camel.getRegistry().bind("laporAnswers", bounds);
        camel.getRegistry().bind("laporResumed", new ResumedFeed(dialogue, health));
        camel.getRegistry().bind("knownReports", known);
        camel.getRegistry().bind("works", new Works(hub.clock()));
        camel.getRegistry().bind("backfills", backfills);
        camel.getRegistry().bind("institutions", InstitutionsFixture.over(hub));
        camel.getRegistry().bind("answers", new Answers());
        camel.getShutdownStrategy().setTimeout(5);
        properties.putAll(Map.of(
                "hub.lapor.enabled", "true",
                "hub.lapor.url", url,
                "hub.lapor.gateway-key", "kunci",
                "hub.lapor.gateway-key-file", "",
                "hub.lapor.client-token", "token",
                "hub.lapor.client-token-file", "",
                "hub.lapor.institution", "151",
                "hub.lapor.period", "50",
                "hub.lapor.overlap", "5m",
                "hub.lapor.page-size", "2"));
        properties.setProperty("hub.lapor.user", "90151");
        properties.setProperty("hub.lapor.full-scan-at", "01:30");
        properties.setProperty("hub.lapor.institutions-at", "02:30");
    }

    void start(String... flows) throws Exception {
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.addRoutes(new RouteBuilder(camel) {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:lapor-report-page").process(LaporFlow.this::take);
                from("direct:lapor-vanished").process(exchange -> {
                    List<?> gone = exchange.getMessage().getBody(List.class);
                    gone.forEach(one -> vanished.add((Vanished) one));
                });
            }
        });
        List<Path> files = new ArrayList<>(List.of(
                Path.of("routes/shared/note-feed-fault.camel.yaml"),
                Path.of("routes/shared/leave-to-caller.camel.yaml")));
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

    void startReports() throws Exception {
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

    /** Why a feed could not be read last; null when it could. */
    String failure(String feed) {
        return hub.feeds().all().stream()
                .filter(one -> one.name().equals(feed))
                .map(one -> String.valueOf(one.failure()))
                .findFirst()
                .filter(text -> !text.equals("null"))
                .orElse(null);
    }

    void failsWith(String text) {
        await().untilAsserted(() -> assertThat(failure("lapor-reports")).contains(text));
    }

    @Override
    public void close() {
        camel.stop();
        hub.close();
    }
}
