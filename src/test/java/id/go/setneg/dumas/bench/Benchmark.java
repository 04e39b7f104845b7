package id.go.setneg.dumas.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how many complaints a second the hub carries from a source's page to the stored outcome of the delivery, on H2 and
 * on PostgreSQL, each beside a bare loop over the database in the same run: {@code ./mvnw -Pbench spring-boot:test-run}.
 * {@code -Dbench.count=…} takes another number of complaints than 2,000.
 */
public final class Benchmark {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int COUNT = Integer.getInteger("bench.count", 2_000);
    private static final int WARM_UP = 4_000;
    private static final int PROFILED = 2_000;

    private final List<String> table = new ArrayList<>();
    private final List<String> profiles = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        requireWholeCompiler();
        var benchmark = new Benchmark();
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        String h2 = "jdbc:h2:file:" + FOLDER
                + "/h2/%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        benchmark.measure("H2", FOLDER.resolve("h2"), h2.formatted("ledger"), h2.formatted("bare"));
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(FOLDER.resolve("cluster"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                    try (var row = statement.executeQuery("show " + setting)) {
                        if (!row.next() || !row.getString(1).equals("on")) {
                            throw new IllegalStateException("PostgreSQL runs without " + setting);
                        }
                    }
                }
                statement.execute("create database bare");
            }
            benchmark.measure("PostgreSQL", FOLDER.resolve("postgres"), url, server.getJdbcUrl("postgres", "bare"));
        }
        benchmark.print();
    }

    /** Without the optimizing compiler cryptography alone takes several times as long: such figures say nothing. */
    private static void requireWholeCompiler() {
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.equals("-Xint") || argument.startsWith("-XX:TieredStopAtLevel")) {
                throw new IllegalStateException("measured with " + argument + ": start it with -Pbench");
            }
        }
    }

    private void measure(String database, Path data, String url, String bareUrl) throws Exception {
        var carried = new TreeMap<Way, Figures>();
        Figures bare;
        try (var hub = new MeasuredHub(data, url)) {
            for (Way way : Way.values()) {
                hub.carry(way, WARM_UP);
                long processor = processorNanos();
                carried.put(way, hub.carry(way, COUNT));
                double each = (processorNanos() - processor) / 1e6 / COUNT;
                profiles.add("%s, %s (%.2f ms of processor time a complaint)".formatted(database, way.label(), each));
                try (var profile = new Profile()) {
                    hub.carry(way, PROFILED);
                    Path file = FOLDER.resolve(database + "-" + way + ".jfr");
                    profile.lines(file, PROFILED).forEach(line -> profiles.add("  " + line));
                }
            }
            try (var loop = new BareLoop(hub.jdbc(), Way.HTTP, bareUrl)) {
                loop.write(WARM_UP);
                bare = loop.write(COUNT);
                sizes.add("%s: a record of %,d bytes becomes %d rows of %,d bytes"
                        .formatted(database, hub.recordBytes(), loop.rows(), loop.bytes()));
            }
        }
        carried.forEach((way, figures) -> add(database, way.label(), figures, bare));
        add(database, "bare loop", bare, bare);
    }

    private void add(String database, String name, Figures figures, Figures bare) {
        table.add("| %-10s | %-13s | %12.0f | %6.1f | %6.1f | %16.2f |"
                .formatted(
                        database,
                        name,
                        figures.perSecond(),
                        figures.p50(),
                        figures.p99(),
                        figures.perSecond() / bare.perSecond()));
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private void print() {
        System.out.printf(
                Locale.ROOT,
                """

                Dumas Hub: from a source's page to the stored outcome of the delivery.
                %d cores, JDK %s, heap %d MiB. %,d complaints a case after %,d to warm up, in pages of %d, at most %d under
                way, outcomes looked for every %d ms; sender, receiver and broker in this process. H2 writes at each commit
                without fsync, PostgreSQL with fsync=on. The bare loop writes the same rows in two commits a complaint: one
                connection, prepared statements, no batches, no encryption; its times are those of one complaint. The hub
                can be faster, because the complaints of a page share their commits.
                %s.

                | database   | delivery      | complaints/s | p50 ms | p99 ms | of the bare loop |
                |------------|---------------|--------------|--------|--------|------------------|
                %s

                Where the time goes, in a further %,d complaints each (JDK Flight Recorder, files in target/bench):
                %s
                """,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                COUNT,
                WARM_UP,
                Pages.SIZE,
                MeasuredHub.UNDER_WAY,
                MeasuredHub.LOOK.toMillis(),
                String.join("; ", sizes),
                String.join("\n", table),
                PROFILED,
                String.join("\n", profiles));
    }
}
