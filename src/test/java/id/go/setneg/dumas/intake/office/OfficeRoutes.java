package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.scan.Scans;
import id.go.setneg.dumas.intake.scan.TestScans;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.LedgerSettings;
import id.go.setneg.dumas.ledger.MasterKeys;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The hub's own route files of the office, with a list instead of the ledger behind them. */
final class OfficeRoutes implements AutoCloseable {

    final DefaultCamelContext camel = new DefaultCamelContext();
    final Attachments attachments;
    final Scans scans;
    final RunningClock clock = new RunningClock();
    final Health health = new Health();
    final ConcurrentLinkedQueue<List<SourceRecord>> pages = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Callable<?>> meanwhile = new ConcurrentLinkedQueue<>();
    volatile boolean refuses;

    /** What the routes say of a feed. */
    public static final class Health {
        final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

        public void succeeded(String feed) {}

        public void failed(String feed, Exception failure) {
            failures.add(String.valueOf(failure));
        }
    }

    /** Runs on, and ahead when a test says so. */
    static final class RunningClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void advance(Duration by) {
            ahead = ahead.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    OfficeRoutes(Path data) {
        var settings = new LedgerSettings(data.resolve("master.json"), true, data.resolve("sealed"));
        attachments = new Attachments(settings, MasterKeys.of(settings));
        scans = TestScans.of(attachments);
    }

    @SuppressWarnings("unchecked")
    OfficeRoutes start(Map<String, String> settings, String... files) throws Exception {
        var policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(0);
        policy.setLogExhausted(false);
        camel.getRegistry().bind("noRedelivery", policy);
        camel.getRegistry().bind("attachments", attachments);
        camel.getRegistry().bind("scans", scans);
        camel.getRegistry().bind("clock", clock);
        camel.getRegistry().bind("validators", new Validators());
        camel.getRegistry().bind("feedHealth", health);
        var properties = new Properties();
        properties.putAll(settings);
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getShutdownStrategy().setTimeout(10);
        load("routes/shared/note-and-leave");
        load("routes/shared/note-feed-fault");
        load("routes/shared/leave-to-caller");
        RouteBuilder.addRoutes(
                camel,
                rows -> rows.from("direct:spde-rows")
                        .errorHandler(rows.noErrorHandler())
                        .process(exchange -> {
                            if (refuses) {
                                throw new IllegalStateException("no database");
                            }
                            Callable<?> now = meanwhile.poll();
                            if (now != null) {
                                now.call();
                            }
                            pages.add(exchange.getMessage().getBody(List.class));
                        }));
        for (String file : files) {
            load(file);
        }
        camel.start();
        return this;
    }

    private void load(String file) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.resolveMandatoryResource(camel, "file:" + file + ".camel.yaml"));
    }

    List<SourceRecord> records() {
        return pages.stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
