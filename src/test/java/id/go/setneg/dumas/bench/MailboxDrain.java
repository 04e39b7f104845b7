package id.go.setneg.dumas.bench;

import com.nimbusds.jose.JOSEException;
import id.go.setneg.dumas.DumasHub;
import id.go.setneg.dumas.fixture.Dovecot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole hub beside a real Dovecot: how long waiting mails take from the inbox into the ledger and on to their folder. */
final class MailboxDrain implements AutoCloseable {

    private static final String USER = "dumas";
    private static final String ROUTE = "dumas-mailbox";
    private static final Duration BOUND = Duration.ofMinutes(20);
    private static final int LINE = 76;

    private final Dovecot dovecot = Dovecot.start();
    private final ConfigurableApplicationContext context;
    private int written;

    /**
     * What came out.
     *
     * @param peak most bytes of heap in use at once, garbage included
     */
    record Drained(int mails, int bytes, Duration took, long peak) {

        @Override
        public String toString() {
            double seconds = took.toMillis() / 1e3;
            return "%,d mails of %,d bytes in %.1f s: %.0f a second, heap at most %d MiB"
                    .formatted(mails, bytes, seconds, mails / seconds, peak >> 20);
        }
    }

    MailboxDrain(Path data, String jdbcUrl) throws IOException, JOSEException {
        var properties = MeasuredHub.properties(data, jdbcUrl, "http://127.0.0.1:9/");
        properties.put("hub.mail.enabled", "true");
        properties.put("hub.mail.imap-scheme", "imap");
        properties.put("hub.mail.imap-host", "127.0.0.1");
        properties.put("hub.mail.imap-port", dovecot.imapPort() + "");
        properties.put("hub.mail.smtp-host", "127.0.0.1");
        properties.put("hub.mail.smtp-port", "9");
        properties.put("hub.mail.period", "10m");
        for (String mailbox : List.of(USER, "persuratan", "asdep")) {
            properties.put("hub.mail." + mailbox + "-user", mailbox);
            properties.put("hub.mail." + mailbox + "-password", Dovecot.PASSWORD);
        }
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(DumasHub.class).run(arguments);
    }

    /** Lets mails wait, and then measures until the last one is stored and moved. */
    Drained drain(int mails, int bytes) throws Exception {
        var routes = context.getBean(CamelContext.class).getRouteController();
        routes.suspendRoute(ROUTE);
        for (int i = 0; i < mails; i++) {
            dovecot.deliver(USER, mail(++written, bytes));
        }
        long before = stored();
        int processed = dovecot.count(USER, ".Diproses");
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        routes.resumeRoute(ROUTE); // looks at once
        Awaitility.await("the inbox to be empty")
                .atMost(BOUND)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> dovecot.count(USER, "") == 0);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long peak =
                heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        if (stored() - before != mails || dovecot.count(USER, ".Diproses") - processed != mails) {
            throw new IllegalStateException("%d of %d mails were stored".formatted(stored() - before, mails));
        }
        return new Drained(mails, bytes, took, peak);
    }

    private long stored() {
        Long stored = context.getBean(JdbcTemplate.class)
                .queryForObject("select count(*) from submission where source = 'mail'", Long.class);
        return stored == null ? 0 : stored;
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static byte[] mail(int number, int bytes) {
        var mail = new StringBuilder(String.format(Locale.ROOT, """
                From: Warga Rekaan <warga%1$d@contoh.example>\r
                To: dumas@setneg.go.id\r
                Date: Tue, 24 Nov 2026 09:00:00 +0700\r
                Subject: Jalan rusak di desa kami, laporan %1$d\r
                Message-ID: <ukur-%1$d@contoh.example>\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary=batas\r
                \r
                --batas\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                Jalan di depan rumah saya rusak sejak bulan lalu dan belum diperbaiki.\r
                --batas\r
                Content-Type: application/pdf; name=bukti.pdf\r
                Content-Disposition: attachment; filename=bukti.pdf\r
                Content-Transfer-Encoding: base64\r
                \r
                """, number));
        String line = ("%010d".formatted(number) + "A".repeat(LINE)).substring(0, LINE) + "\r\n";
        while (mail.length() < bytes) {
            mail.append(line);
        }
        return mail.append("--batas--\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        context.close();
        dovecot.close();
    }

    /** Small mails and large ones, on H2 in a fresh folder. */
    public static void main(String[] arguments) throws Exception {
        Path data =
                Path.of("target", "bench-mail", System.currentTimeMillis() + "").toAbsolutePath();
        String url = "jdbc:h2:file:" + data
                + "/ledger;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
        try (var drain = new MailboxDrain(data, url)) {
            System.out.println(drain.drain(Integer.parseInt(arguments[0]), 4_000)); // to warm up
            System.out.println(drain.drain(Integer.parseInt(arguments[0]), 4_000));
            System.out.println(drain.drain(Integer.parseInt(arguments[1]), 5_000_000));
        }
    }
}
