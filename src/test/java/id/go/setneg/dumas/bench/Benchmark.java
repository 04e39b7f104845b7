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
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how many complaints a second the hub carries from a source's page to the stored outcome of the delivery, on H2 and
 * on PostgreSQL, each beside a bare loop over the database in the same run: {@code ./mvnw -Pbench spring-boot:test-run}.
 * Hub and loop take turns, because the machine may be shared.
 */
public final class Benchmark {

    private static final Path FOLDER = Path.of("target", "bench").toAbsolutePath();
    private static final int ROUNDS = 5;
    private static final int ROUND = 400;
    private static final int WARM_UP = 2_000;
    private static final int PROFILED = 4_000;

    private final List<String> table = new ArrayList<>();
    private final List<String> profiles = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();
    private final List<String> loads = new ArrayList<>();

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
        var carried = new TreeMap<Way, List<Figures>>();
        var bare = new ArrayList<Figures>();
        try (var hub = new MeasuredHub(data, url)) {
            for (Way way : Way.values()) {
                hub.carry(way, WARM_UP);
                carried.put(way, new ArrayList<>());
            }
            try (var loop = new BareLoop(hub.jdbc(), Way.HTTP, bareUrl)) {
                loop.write(WARM_UP);
                sizes.add("%s: a record of %,d bytes becomes %d rows of %,d bytes"
                        .formatted(database, hub.recordBytes(), loop.rows(), loop.bytes()));
                String before = load();
                for (int round = 0; round < ROUNDS; round++) {
                    for (Way way : Way.values()) {
                        carried.get(way).add(hub.carry(way, ROUND));
                    }
                    bare.add(loop.write(ROUND));
                }
                loads.add("%s %s to %s".formatted(database, before, load()));
            }
            for (Way way : Way.values()) {
                profile(database, way, hub);
            }
        }
        carried.forEach((way, rounds) -> add(database, way.label(), rounds, bare));
        add(database, "bare loop", bare, bare);
    }

    private void profile(String database, Way way, MeasuredHub hub) throws Exception {
        try (var profile = new Profile()) {
            long processor = processorNanos();
            hub.carry(way, PROFILED);
            double each = (processorNanos() - processor) / 1e6 / PROFILED;
            profiles.add("%s, %s (%.2f ms of processor time a complaint)".formatted(database, way.label(), each));
            Path file = FOLDER.resolve(database + "-" + way + ".jfr");
            profile.lines(file, PROFILED).forEach(line -> profiles.add("  " + line));
        }
    }

    private void add(String database, String name, List<Figures> rounds, List<Figures> bare) {
        Figures all = Figures.together(rounds);
        double[] ratios = IntStream.range(0, ROUNDS)
                .mapToDouble(i -> rounds.get(i).perSecond() / bare.get(i).perSecond())
                .sorted()
                .toArray();
        table.add("| %-10s | %-13s | %12.0f | %6.1f | %6.1f | %6.2f (%.2f to %.2f) |"
                .formatted(
                        database,
                        name,
                        all.perSecond(),
                        all.millisOf(0.5),
                        all.millisOf(0.99),
                        ratios[ROUNDS / 2],
                        ratios[0],
                        ratios[ROUNDS - 1]));
    }

    private static String load() {
        return "%.1f".formatted(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
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
                %d cores, JDK %s, heap %d MiB; load of the machine while measuring: %s.
                %d rounds of %d complaints, hub and bare loop in turn, after %,d to warm up; pages of %d, at most %d complaints
                under way, outcomes looked for every %d ms. Sender, receiver and broker run in this process. H2 writes at each
                commit without fsync, PostgreSQL with fsync=on. The bare loop writes the same rows in two commits a complaint:
                one connection, prepared statements, no batches, no encryption; its times are those of one complaint. The hub
                can be faster, because the complaints of a page share their commits.
                %s.

                | database   | delivery      | complaints/s | p50 ms | p99 ms | of the bare loop: median (range) |
                |------------|---------------|--------------|--------|--------|----------------------------------|
                %s

                Where the time goes, in a further %,d complaints each (JDK Flight Recorder, files in target/bench):
                %s
                """,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                String.join(", ", loads),
                ROUNDS,
                ROUND,
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
