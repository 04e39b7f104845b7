package id.go.setneg.dumas.hub;

import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.sandbox.Canaries;
import id.go.setneg.dumas.sandbox.Sandbox;
import id.go.setneg.dumas.sandbox.SandboxSettings;
import id.go.setneg.dumas.sandbox.WatchedAgency;
import id.go.setneg.dumas.sandbox.WatchedQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What surrounds the running hub: the sandbox with sixty records, an agency by HTTP and one by queue whose messages are
 * kept as they came, and everything that the process has printed.
 */
final class World implements AutoCloseable {

    static final int RECORDS = 60;

    private static final long SEED = 2026;
    private static final Map<String, String> QUICK = Map.of(
            "hub.delivery.first-delay", "500ms",
            "hub.delivery.max-delay", "2s",
            "hub.delivery.look", "200ms",
            "hub.spde.period", "1s",
            "hub.lapor.period", "1s",
            "hub.lapor.pace.slowest", "5",
            "hub.mail.period", "1s",
            "hub.deadlines.period", "1s",
            "hub.backfill.first-delay", "50ms",
            "hub.backfill.patience", "10s");

    private final Path data;
    private final Printed printed = Printed.from(System.out, System.err);
    private final Sandbox sandbox;
    private final WatchedAgency byHttp = new WatchedAgency("kemenpanrb", SEED);
    private final WatchedQueue byQueue;
    private final Map<String, String> properties;
    private final Canaries canaries;
    private List<Object> atRest = List.of();

    /** Starts the world before the hub, which gets its settings from it. */
    static final class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext hub) {
            LoggingSystem.get(World.class.getClassLoader())
                    .setLogLevel("com.icegreen.greenmail", LogLevel.WARN); // it names everybody whom it delivers to
            World world = new World();
            hub.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("world", new HashMap<>(world.properties())));
            ((GenericApplicationContext) hub).registerBean(World.class, () -> world);
        }
    }

    private World() {
        data = fresh(Path.of("target/running-hub"));
        sandbox = Sandbox.start(SandboxSettings.in(data).withSeed(SEED));
        properties = sandbox.properties();
        byQueue = new WatchedQueue(
                "klh", SEED, data.resolve("sandbox"), Integer.parseInt(properties.get("hub.broker.port")));
        properties.putAll(byHttp.properties());
        properties.putAll(byQueue.properties());
        properties.putAll(QUICK);
        canaries = new Canaries(sandbox);
        sandbox.load(RECORDS);
    }

    private static Path fresh(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.createTempDirectory(folder, "run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Sandbox sandbox() {
        return sandbox;
    }

    WatchedAgency byHttp() {
        return byHttp;
    }

    WatchedQueue byQueue() {
        return byQueue;
    }

    /** Makes records that are recognised wherever they turn up. */
    Canaries canaries() {
        return canaries;
    }

    /** The hub's settings. */
    Map<String, String> properties() {
        return properties;
    }

    /** The hub's data folder. */
    Path data() {
        return data;
    }

    /** Everything on standard output and standard error since before the hub started. */
    String printed() {
        return printed.text();
    }

    /** A caller of the hub over HTTP; {@code login} is {@code name:password} or empty. */
    Web web(String login) {
        return new Web("http://127.0.0.1:" + properties.get("server.port"), login);
    }

    Web operator() {
        return web("operator:sandbox");
    }

    Web officer() {
        return web("officer:sandbox");
    }

    /** A caller with an agency's own password. */
    Web agency(String code) {
        return web(code + ":" + properties.get("hub.agencies." + code + ".password"));
    }

    /** Waits until everything that was put in has come out wherever it goes, and nothing moves any more. */
    void settle(JdbcTemplate ledger) {
        if (!isQuiet(ledger)) {
            await("the hub to have nothing left to do")
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(300))
                    .during(Duration.ofMillis(2_500))
                    .until(() -> isQuiet(ledger));
        }
    }

    /** Waits until each source was read to its end once more, also one that was kept back after a failure. */
    void everyFeedIsRead(JdbcTemplate ledger) {
        OffsetDateTime since = OffsetDateTime.now().plusSeconds(2);
        await("every feed to be read")
                .atMost(Duration.ofMinutes(3))
                .until(() -> List.of("spde-register", "lapor-reports", "dumas-mailbox", "spde-drop-folder").stream()
                        .allMatch(feed ->
                                count(ledger, "from feed_position where feed = ? and succeeded_at > ?", feed, since)
                                        == 1));
    }

    /** Whether nothing is due, and nothing has moved since this was asked before. */
    private boolean isQuiet(JdbcTemplate ledger) {
        List<Object> now = List.of(
                counts(ledger),
                sandbox.sourceRecords().size(),
                sandbox.statusesReported().size(),
                sandbox.registrations().size());
        boolean isQuiet = now.equals(atRest) && count(ledger, "from delivery where state = 'WAITING'") == 0;
        atRest = now;
        return isQuiet;
    }

    /** How much the ledger holds: submissions, facts, deliveries, status updates, parked records. */
    static List<Long> counts(JdbcTemplate ledger) {
        return List.of("submission", "journal", "delivery", "status_update", "parked").stream()
                .map(table -> count(ledger, "from " + table))
                .toList();
    }

    static long count(JdbcTemplate ledger, String from, Object... arguments) {
        Long count = ledger.queryForObject("select count(*) " + from, Long.class, arguments);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        sandbox.close();
        byHttp.close();
        printed.close();
    }
}
