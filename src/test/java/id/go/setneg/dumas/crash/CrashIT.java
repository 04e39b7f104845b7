package id.go.setneg.dumas.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.sandbox.Sandbox;
import id.go.setneg.dumas.sandbox.SandboxSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged hub is killed three times in the middle of its work (SIGKILL) and started again. In the end nothing is lost
 * and nothing was done twice. A mail is counted by its Message-ID, because SMTP knows no repetition.
 *
 * <p>{@code -Dcrash.seed=…} repeats the random moment of the third kill, as well as a busy machine can.
 */
@Execution(ExecutionMode.CONCURRENT) // it waits for processes of its own most of its time
class CrashIT {

    private static final Path FOLDER = Path.of("target", "crash").toAbsolutePath();

    /** Lets 60 records, three kills and every retry fit into a minute. */
    private static final Map<String, String> FAST = Map.of(
            "hub.delivery.lease", "5s",
            "hub.delivery.first-delay", "300ms",
            "hub.delivery.max-delay", "2s",
            "hub.lapor.period", "1s",
            "hub.spde.period", "1s",
            "hub.mail.period", "1s");

    /** A killed hub ends its connections halfway; the mail server's threads that die of it are no other test's fault. */
    @BeforeAll
    static void forgive() {
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
    }

    @Test
    void nothingIsLostOrDoubledOnH2() throws Exception {
        crash("h2", fresh("h2"), Map.of());
    }

    @Test
    void nothingIsLostOrDoubledOnPostgres() throws Exception {
        Path data = fresh("postgres");
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("cluster"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            crash("postgres", data, Map.of("spring.datasource.url", server.getJdbcUrl("postgres", "postgres")));
        }
    }

    private static Path fresh(String name) throws IOException {
        Path data = FOLDER.resolve(name);
        FileSystemUtils.deleteRecursively(data);
        return data;
    }

    private static void crash(String name, Path data, Map<String, String> database) throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("CrashIT on " + name + ": -Dcrash.seed=" + seed);
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.in(data))) {
            var properties = new TreeMap<>(sandbox.properties());
            properties.putAll(FAST);
            properties.putAll(database);
            try (var hub = new HubProcess(properties, FOLDER.resolve(name + ".log"))) {
                killWhileReferralsAreOut(hub, sandbox);
                killWhileStatusesFlow(hub, sandbox);
                killAtAnyMoment(hub, sandbox, new Random(seed));
                hub.start();
                hub.awaitReady();
                settle(hub, sandbox);
                hub.stop();
                var names = StoredLedger.Names.of(Path.of(properties.get("hub.ledger.master-key-file")));
                try (Connection connection = DriverManager.getConnection(properties.get("spring.datasource.url"))) {
                    StoredLedger ledger = StoredLedger.in(connection);
                    System.out.println("CrashIT on " + name + ": " + ledger.summary());
                    assertThat(new Reconciliation(sandbox, ledger, names).differences())
                            .as("seed %d, the hub's log is %s, agencies say %s", seed, hub.log(), sandbox.troubles())
                            .isEmpty();
                }
            }
        }
    }

    private static void killWhileReferralsAreOut(HubProcess hub, Sandbox sandbox) throws Exception {
        sandbox.load(30);
        hub.start();
        hub.awaitReady();
        until("the first referral", () -> !sandbox.referralsReceived().isEmpty());
        hub.kill();
    }

    private static void killWhileStatusesFlow(HubProcess hub, Sandbox sandbox) throws Exception {
        sandbox.load(15);
        int before = sandbox.statusesAtSources().size();
        hub.start();
        until("notices", () -> sandbox.statusesAtSources().size() >= before + 8);
        hub.kill();
    }

    /** Perhaps while it starts, perhaps while it works. */
    private static void killAtAnyMoment(HubProcess hub, Sandbox sandbox, Random random) throws Exception {
        sandbox.load(15);
        hub.start();
        Duration life = Duration.ofMillis(random.nextLong(3_000, 16_000));
        await().dontCatchUncaughtExceptions()
                .pollDelay(life)
                .atMost(life.plusMinutes(3))
                .until(() -> true);
        hub.kill();
    }

    /** Waits until every source has been read and nothing moves any more; what is missing then, the counts tell. */
    private static void settle(HubProcess hub, Sandbox sandbox) throws Exception {
        Instant since = Instant.now();
        var still = new Stillness(Duration.ofSeconds(4));
        try {
            await().dontCatchUncaughtExceptions() // a killed hub leaves the servers' connections broken
                    .atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> still.holds(List.of(
                                    sandbox.agendaEntries().size(),
                                    sandbox.referralsReceived().size(),
                                    sandbox.statusesReported().size(),
                                    sandbox.statusesAtSources().size()))
                            && sandbox.statusesReported().size()
                                    == 3 * sandbox.referralsReceived().size()
                            && hub.waiting() == 0
                            && hub.hasReadEveryFeed(since.plusSeconds(2)));
        } catch (ConditionTimeoutException e) {
            System.out.println("CrashIT: still moving, " + hub.waiting() + " deliveries wait, see " + hub.log());
        }
    }

    private static void until(String what, Callable<Boolean> condition) {
        await(what)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    /** Tells how long something has been the same. */
    private static final class Stillness {

        private final Duration enough;
        private List<Integer> last = List.of();
        private long since;

        Stillness(Duration enough) {
            this.enough = enough;
        }

        boolean holds(List<Integer> now) {
            if (!now.equals(last)) {
                last = now;
                since = System.nanoTime();
            }
            return System.nanoTime() - since >= enough.toNanos();
        }
    }
}
