package id.go.setneg.dumas.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.Complaints;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.SettableClock;
import id.go.setneg.dumas.ledger.Submission;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how long a submission looks for its own among 1,000,000 cases (or as many as the first argument says), on H2 and on
 * PostgreSQL: {@code ./mvnw -Pbench-linking spring-boot:test-run}. Each case has twelve keys on average; most cases have
 * nothing else, 500 were taken in whole, and these are the ones that are found.
 */
public final class Linking {

    private static final Path FOLDER = Path.of("target", "bench-linking").toAbsolutePath();
    private static final int KEYS = 12;
    private static final int WHOLE = 500;
    private static final int WARM_UP = 300;
    private static final int LOOKUPS = 1_000;
    private static final int BATCH = 5_000;

    private final int cases;
    private final List<String> table = new ArrayList<>();
    private final Desk desk = DeskFixture.desk();
    private final Random random = new Random(1);
    private int number;

    private Linking(int cases) {
        this.cases = cases;
    }

    public static void main(String[] args) throws Exception {
        var linking = new Linking(args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]));
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        linking.measure(
                "H2",
                "jdbc:h2:file:" + FOLDER
                        + "/ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
                "set referential_integrity false",
                "set referential_integrity true");
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(FOLDER.resolve("cluster"))
                .setServerConfig("fsync", "on")
                .start()) {
            linking.measure(
                    "PostgreSQL",
                    server.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
                    "set session_replication_role = replica",
                    "set session_replication_role = origin");
        }
        linking.print();
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    private void measure(String database, String url, String unchecked, String checked) throws Exception {
        try (var source = new HikariDataSource()) {
            source.setJdbcUrl(url);
            if (url.startsWith("jdbc:h2:")) {
                source.setUsername("sa");
            }
            source.setMaximumPoolSize(2);
            Flyway.configure().dataSource(source).load().migrate();
            long start = System.nanoTime();
            load(source, unchecked, checked);
            double seconds = (System.nanoTime() - start) / 1e9;
            var hub = new HubLedger(
                    source, Files.createTempDirectory(FOLDER, "keys"), new SettableClock(HubLedger.START));
            Complaint[] there = new Complaint[WHOLE];
            for (int i = 0; i < WHOLE; i++) {
                there[i] = stranger();
                take(hub, there[i]);
            }
            System.out.printf(Locale.ROOT, "%s: loaded in %.0f s%n", database, seconds);
            add(database, "looks for its own, finds none", i -> look(hub, stranger()));
            add(database, "looks for its own, finds one", i -> look(hub, alike(there[i % WHOLE])));
            add(database, "taken in whole, linked to none", i -> take(hub, stranger()));
            add(database, "taken in whole, one proposed", i -> take(hub, alike(there[i % WHOLE])));
        }
    }

    private void add(String database, String what, IntFunction<Integer> act) {
        for (int i = 0; i < WARM_UP; i++) {
            act.apply(i);
        }
        long[] start = new long[LOOKUPS];
        long[] end = new long[LOOKUPS];
        int found = 0;
        for (int i = 0; i < LOOKUPS; i++) {
            start[i] = System.nanoTime();
            found += act.apply(i);
            end[i] = System.nanoTime();
        }
        Figures figures = Figures.of(start, end);
        table.add("| %-10s | %-30s | %6.2f | %6.2f | %6.2f | %5d of %d |"
                .formatted(
                        database,
                        what,
                        figures.millisOf(0.5),
                        figures.millisOf(0.99),
                        figures.millisOf(1),
                        found,
                        LOOKUPS));
        System.out.println(table.getLast());
    }

    /** A transaction that looks and writes nothing. */
    private int look(HubLedger hub, Complaint complaint) {
        Submission submission = submission(hub, complaint);
        return hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return unit.matters().matches().of(unit.openCase(), complaint).isEmpty() ? 0 : 1;
        });
    }

    private int take(HubLedger hub, Complaint complaint) {
        Submission submission = submission(hub, complaint);
        hub.ledger().write(unit -> {
            unit.prepare(List.of(submission));
            return desk.take(unit, submission);
        });
        return 1;
    }

    private static Submission submission(HubLedger hub, Complaint complaint) {
        return new Submission(
                hub.ids().get(), "bench", complaint, DeskFixture.canonical().bytes(complaint), "{}".getBytes(UTF_8));
    }

    private Complaint stranger() {
        number++;
        return Complaints.lapor("" + number)
                .text(words(120))
                .email("orang" + number + "@contoh.example")
                .complaint();
    }

    /** Of the same person, with a few other words. */
    private Complaint alike(Complaint other) {
        number++;
        String[] words = other.matter().text().split(" ", -1);
        for (int i = 0; i < 6; i++) {
            words[random.nextInt(words.length)] = "lain" + random.nextInt(1_000);
        }
        return new Complaints(other)
                .from("lapor", "" + number, other.channel())
                .text(String.join(" ", words))
                .complaint();
    }

    private String words(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "kata" + random.nextInt(20_000))
                .collect(Collectors.joining(" "));
    }

    private void load(HikariDataSource source, String unchecked, String checked) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute(unchecked);
            connection.setAutoCommit(false);
            var at = OffsetDateTime.parse("2026-01-01T00:00:00Z");
            insert(
                    connection,
                    "insert into case_file (id, number, state, version, head, opened_at, changed_at)"
                            + " values (?, ?, 'REFERRED', 1, ?, ?, ?)",
                    cases,
                    (row, i) -> {
                        row.setObject(1, id(i));
                        row.setString(2, new CaseNumber(2000 + i / 900_000, 1 + i % 900_000).toString());
                        row.setBytes(3, new byte[32]);
                        row.setObject(4, at);
                        row.setObject(5, at);
                    });
            long[] keys = random.longs((long) cases * KEYS).toArray();
            Arrays.parallelSort(keys);
            insert(connection, "insert into match_key (match_key, case_id) values (?, ?)", keys.length, (row, i) -> {
                row.setLong(1, keys[i]);
                row.setObject(2, id((int) Math.floorMod(keys[i] * 31, (long) cases)));
            });
            connection.setAutoCommit(true);
            connection.createStatement().execute(checked);
            connection.createStatement().execute("analyze");
        }
    }

    private interface Row {
        void fill(PreparedStatement row, int i) throws SQLException;
    }

    private static void insert(Connection connection, String sql, int count, Row row) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                row.fill(statement, i);
                statement.addBatch();
                if ((i + 1) % BATCH == 0 || i + 1 == count) {
                    statement.executeBatch();
                }
                if ((i + 1) % (20 * BATCH) == 0 || i + 1 == count) {
                    connection.commit();
                }
            }
        }
    }

    private static UUID id(int i) {
        return new UUID(((long) i << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    private void print() throws IOException {
        System.out.printf(
                Locale.ROOT,
                """

                Dumas Hub: a submission looks for its own among %,d cases with %,d keys.
                %d cores, JDK %s, heap %d MiB, load %.1f. One after another; the times are those of a whole transaction.

                | database   | a submission                   | p50 ms | p99 ms | max ms | found |
                |------------|--------------------------------|--------|--------|--------|-------|
                %s
                """,
                cases,
                (long) cases * KEYS,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                String.join("\n", table));
    }
}
