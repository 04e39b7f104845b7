package id.go.setneg.dumas.bench;

import id.go.setneg.dumas.fixture.Dovecot;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.springframework.util.FileSystemUtils;

/**
 * Prints how many records a second each source brings into the committed ledger, on H2 and on PostgreSQL, each beside a bare
 * loop that writes the same rows, how much of the time reading and mapping take, and how much heap large mails need:
 * {@code ./mvnw -Pbench-sources spring-boot:test-run}. The routes are the hub's own; servers run on this machine.
 */
public final class Sources {

    private static final Path FOLDER = Path.of("target", "bench-sources").toAbsolutePath();
    private static final int ROUNDS = 3;
    private static final int ROWS = 20_000;
    private static final int MAILS = 1_000;
    private static final int LARGE_MAILS = 300;
    private static final List<String> MEANING = List.of(Profile.READING, Profile.MAPPING);
    private static final List<String> SOURCE = List.of(Profile.IMAP, Profile.HTTP);

    private int table;
    private final List<String> profiles = new ArrayList<>();
    private final Heap heap = new Heap();
    private final Samples samples = new Samples();
    private final ListServer lists;
    private final String database;
    private final int largeMails;
    private final String bareUrl;
    private final SourceHub hub;
    private final Dovecot dovecot;

    /**
     * One source, as it is measured.
     *
     * @param feed whose route is resumed
     * @param together records that the hub commits together
     * @param rounds records of each round; the first warms up and does not count, the last is profiled and does not count
     */
    private record Course(String name, String feed, int together, int... rounds) {}

    /** @param bytes as the source sends them, without what its protocol adds */
    private record Offer(long bytes, long startNanos) {}

    /** Prepares records and says how many bytes they have; the run starts when it returns, or when the source is asked. */
    private interface Offering {
        Offer offer(int records) throws Exception;
    }

    private Sources(String database, int largeMails, String bareUrl, SourceHub hub, ListServer lists, Dovecot dovecot) {
        this.database = database;
        this.largeMails = largeMails;
        this.bareUrl = bareUrl;
        this.hub = hub;
        this.lists = lists;
        this.dovecot = dovecot;
    }

    /** @param arguments how many mails of 5 MB, {@value #LARGE_MAILS} unless given */
    public static void main(String[] arguments) throws Exception {
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.equals("-Xint") || argument.startsWith("-XX:TieredStopAtLevel")) {
                throw new IllegalStateException("measured with " + argument + ": start it with -Pbench-sources");
            }
        }
        FileSystemUtils.deleteRecursively(FOLDER);
        Files.createDirectories(FOLDER);
        conditions();
        int largeMails = arguments.length == 0 ? LARGE_MAILS : Integer.parseInt(arguments[0]);
        String h2 = "jdbc:h2:file:" + FOLDER
                + "/h2/%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        run("H2", largeMails, h2.formatted("ledger"), h2.formatted("bare"));
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(FOLDER.resolve("cluster"))
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                    var statement = connection.createStatement()) {
                statement.execute("create database bare");
            }
            String url = server.getJdbcUrl("postgres", "postgres");
            run(
                    "PostgreSQL",
                    largeMails,
                    url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                    server.getJdbcUrl("postgres", "bare"));
        }
    }

    private static void run(String database, int largeMails, String url, String bareUrl) throws Exception {
        Path data = Files.createDirectories(FOLDER.resolve(database.toLowerCase(Locale.ROOT)));
        try (var lists = new ListServer();
                var dovecot = Dovecot.start();
                var hub = new SourceHub(data, url, lists, dovecot)) {
            new Sources(database, largeMails, bareUrl, hub, lists, dovecot).measure();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private void measure() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%n%s, load of the machine %.1f%n"
                        + "| source                        | records/s (range)    | MB/s   | of the bare loop | reading, mapping | database | source |"
                        + " reading, mapping alone |%n",
                database,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        measure(new Course("SPDE letters", "spde-register", 100, rounds(2_000, 2_000)), count -> list(count, 0));
        measure(
                new Course("SPDE, 1 in 10 with 2 MB", "spde-register", 100, rounds(200, 500)),
                count -> list(count, 10));
        measure(new Course("CSV export", "spde-drop-folder", 500, 5_000, ROWS, 5_000), count -> export(count, ".csv"));
        measure(
                new Course("XLSX export", "spde-drop-folder", 500, 5_000, ROWS, 5_000),
                count -> export(count, ".xlsx"));
        measure(new Course("LAPOR! reports", "lapor-reports", 100, rounds(2_000, 2_000)), this::reports);
        measure(
                new Course("mail of 4 kB", "dumas-mailbox", 1, 500, MAILS, MAILS, 500),
                count -> mails(count, any -> samples.smallMail()));
        measure(
                new Course("mail of 5 MB", "dumas-mailbox", 1, 10, largeMails, 30),
                count -> mails(count, any -> samples.largeMail()));
        profiles.forEach(System.out::println);
    }

    private static int[] rounds(int first, int others) {
        int[] rounds = new int[ROUNDS + 2];
        Arrays.fill(rounds, others);
        rounds[0] = first;
        return rounds;
    }

    private void measure(Course course, Offering offering) throws Exception {
        int[] rounds = course.rounds();
        run(course, rounds[0], offering);
        double[] perSecond = new double[rounds.length - 2];
        double[] ofBare = new double[rounds.length - 2];
        double bytesPerSecond = 0;
        heap.forget();
        try (var bare = new BareLoop(hub.jdbc(), course.feed(), (table++) + "-", bareUrl)) {
            bare.takeIn(1_000, course.together());
            for (int i = 0; i < perSecond.length; i++) {
                int records = rounds[i + 1];
                Ran ran = run(course, records, offering);
                perSecond[i] = records / ran.seconds();
                bytesPerSecond += ran.bytes() / ran.seconds() / perSecond.length;
                int written = Math.min(records, 2_000);
                ofBare[i] = perSecond[i] / (written / (bare.takeIn(written, course.together()) / 1e9));
            }
        }
        Heap.Peaks peaks = heap.peaks();
        long live = Heap.live() >> 20;
        profile(course, rounds[rounds.length - 1], offering, perSecond, bytesPerSecond, ofBare);
        profiles.add(
                "  heap while measured: at most %d MiB, after collections at most %d MiB; %d MiB are in use at the end"
                        .formatted(peaks.peak() >> 20, peaks.kept() >> 20, live));
    }

    private void profile(
            Course course, int records, Offering offering, double[] perSecond, double bytesPerSecond, double[] ofBare)
            throws Exception {
        try (var profile = new Profile()) {
            long processor = processorNanos();
            Ran ran = run(course, records, offering);
            double processorEach = (processorNanos() - processor) / 1e6 / records;
            Path file = FOLDER.resolve((database + " " + course.name()).replaceAll("\\W+", "-") + ".jfr");
            Profile.Times times = profile.times(file, records);
            double wall = ran.seconds() * 1e3 / records;
            double meaning = processorEach * times.share(MEANING);
            double database = processorEach * times.share(Profile.DATABASE) + times.waited(Profile.DATABASE);
            double source = processorEach * times.share(SOURCE) + times.waited(SOURCE);
            double all = processorEach + times.waited(Profile.DATABASE) + times.waited(SOURCE);
            Arrays.sort(perSecond);
            Arrays.sort(ofBare);
            System.out.printf(
                    Locale.ROOT,
                    "| %-29s | %6.0f (%d to %d) | %6.2f | %4.2f (%.2f to %.2f) | %3.0f %% | %3.0f %% | %3.0f %% | %6.0f/s |%n",
                    course.name(),
                    perSecond[perSecond.length / 2],
                    Math.round(perSecond[0]),
                    Math.round(perSecond[perSecond.length - 1]),
                    bytesPerSecond / 1e6,
                    ofBare[ofBare.length / 2],
                    ofBare[0],
                    ofBare[ofBare.length - 1],
                    100 * meaning / all,
                    100 * database / all,
                    100 * source / all,
                    1e3 / meaning);
            profiles.add(
                    "%s, %s: %.2f ms a record while profiled, %.2f ms of processor time, %.1f s until the rest was done"
                            .formatted(this.database, course.name(), wall, processorEach, ran.rest()));
            times.lines().forEach(line -> profiles.add("  " + line));
        }
    }

    /** @param rest seconds from the last stored record to the end of the walk */
    private record Ran(double seconds, long bytes, double rest) {}

    private Ran run(Course course, int records, Offering offering) throws Exception {
        System.gc();
        Offer offer = offering.offer(records);
        long resumed = System.nanoTime();
        long end = hub.read(course.feed(), records, () -> dovecot.count(SourceHub.USER, "") == 0);
        double rest = (System.nanoTime() - end) / 1e9;
        long start = offer.startNanos() > 0
                ? offer.startNanos()
                : course.feed().endsWith("mailbox") ? resumed : lists.firstAsked();
        tidy();
        return new Ran((end - start) / 1e9, offer.bytes(), rest);
    }

    private Offer list(int count, int withFile) {
        List<ListServer.Prepared> letters = samples.letters(count, withFile);
        lists.letters(letters);
        return new Offer(bytes(letters) + (withFile == 0 ? 0 : (long) lists.scanBytes() * (count / withFile)), 0);
    }

    private Offer reports(int count) {
        List<ListServer.Prepared> reports = samples.reports(count);
        lists.reports(reports);
        return new Offer(bytes(reports), 0);
    }

    private static long bytes(List<ListServer.Prepared> records) {
        return records.stream().mapToLong(record -> record.json().length()).sum();
    }

    /** Its time includes that the hub waits until the file has not changed for a while. */
    private Offer export(int count, String ending) throws IOException {
        Path made = FOLDER.resolve("ekspor" + ending);
        samples.export(made, count);
        long bytes = Files.size(made);
        Files.move(made, hub.folder().resolve("ekspor-" + System.nanoTime() + ending));
        return new Offer(bytes, System.nanoTime());
    }

    private Offer mails(int count, IntFunction<byte[]> mail) {
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            byte[] one = mail.apply(i);
            bytes += one.length;
            dovecot.deliver(SourceHub.USER, one);
        }
        return new Offer(bytes, 0);
    }

    /** What was processed is not needed any more. */
    private void tidy() throws IOException {
        for (Path mail : dovecot.list(SourceHub.USER, ".Diproses")) {
            Files.delete(mail);
        }
    }

    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }

    private static void conditions() {
        System.out.printf(
                Locale.ROOT,
                """

                Dumas Hub: from a source to the committed ledger, by the hub's own routes; what it has to send waits.
                %d cores, JDK %s, heap at most %d MiB, which the servers of SPDE and LAPOR! share; Dovecot and PostgreSQL are processes
                of their own on this machine. Pages of %d; LAPOR! is asked up to 1,000 times a second, so that the pace is not the
                limit. H2 writes at each commit without fsync, PostgreSQL with fsync=on. The bare loop writes the same rows in as many
                commits: one connection, prepared statements, no batches, no encryption. Of an export the time includes the wait for the
                file to be still; of mails, their move to the other folder. Shares are of the time that a record takes, in a further
                round with JDK Flight Recorder (files in target/bench-sources); reading and mapping alone: what one core would do of it.
                """,
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                ListServer.PAGE);
    }
}
