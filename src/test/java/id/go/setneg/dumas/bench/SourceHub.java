package id.go.setneg.dumas.bench;

import id.go.setneg.dumas.DumasHub;
import id.go.setneg.dumas.fixture.Dovecot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole hub in this process with all its sources, each read only when asked for; what it has to send waits. */
final class SourceHub implements AutoCloseable {

    static final String USER = "dumas";
    private static final Duration BOUND = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final List<String> FEEDS = List.of(
            "spde-register",
            "spde-drop-folder",
            "lapor-reports",
            "lapor-full-scan",
            "lapor-institutions",
            "dumas-mailbox",
            "persuratan-mailbox",
            "asdep-mailbox");

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final Path folder;

    SourceHub(Path data, String jdbcUrl, ListServer lists, Dovecot dovecot) throws Exception {
        folder = Files.createDirectories(data.resolve("folder"));
        var properties = MeasuredHub.properties(data, jdbcUrl, "http://127.0.0.1:9/");
        properties.put("hub.spde.enabled", "true");
        properties.put("hub.spde.url", lists.url("spde"));
        properties.put("hub.spde.token", "bench");
        properties.put("hub.spde.period", "500ms");
        properties.put("hub.spde.overlap", "1s");
        properties.put("hub.spde.page-size", ListServer.PAGE + "");
        properties.put("hub.spde.folder-enabled", "true");
        properties.put("hub.spde.folder", folder.toString());
        properties.put("hub.lapor.enabled", "true");
        properties.put("hub.lapor.url", lists.url("lapor"));
        properties.put("hub.lapor.gateway-key", "bench");
        properties.put("hub.lapor.client-token", "bench");
        properties.put("hub.lapor.user", "1");
        properties.put("hub.lapor.period", "500ms");
        properties.put("hub.lapor.overlap", "1s");
        properties.put("hub.lapor.page-size", ListServer.PAGE + "");
        properties.put("hub.lapor.pace.slowest", "1000");
        properties.put("hub.lapor.pace.fastest", "1000");
        properties.put("hub.mail.enabled", "true");
        properties.put("hub.mail.imap-scheme", "imap");
        properties.put("hub.mail.imap-host", "127.0.0.1");
        properties.put("hub.mail.imap-port", dovecot.imapPort() + "");
        properties.put("hub.mail.smtp-host", "127.0.0.1");
        properties.put("hub.mail.smtp-port", "9");
        properties.put("hub.mail.period", "10m");
        properties.put("hub.mail.push", "false");
        for (String mailbox : List.of(USER, "persuratan", "asdep")) {
            properties.put("hub.mail." + mailbox + "-user", mailbox);
            properties.put("hub.mail." + mailbox + "-password", Dovecot.PASSWORD);
        }
        String[] arguments = properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(DumasHub.class).run(arguments);
        jdbc = context.getBean(JdbcTemplate.class);
        for (Route route : camel().getRoutes()) {
            if (FEEDS.contains(route.getRouteId())
                    || route.getEndpoint().getEndpointUri().startsWith("delivery:")) {
                camel().getRouteController().suspendRoute(route.getRouteId());
            }
        }
    }

    private CamelContext camel() {
        return context.getBean(CamelContext.class);
    }

    /** Where the office drops its exports. */
    Path folder() {
        return folder;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Each record opens a case here; the counter is one row, and looking at it costs nothing. */
    private long opened() {
        return number("select coalesce(sum(latest), 0) from case_counter");
    }

    private long stored() {
        return number("select count(*) from submission");
    }

    private long number(String question) {
        Long number = jdbc.queryForObject(question, Long.class);
        return number == null ? 0 : number;
    }

    /**
     * Lets one source be read until it has given so many records, and everything of it is done.
     *
     * @return when the last was stored, by {@link System#nanoTime()}, to 50 ms
     */
    long read(String feed, int records, BooleanSupplier isDone) throws Exception {
        long before = stored();
        long openedBefore = opened();
        camel().getRouteController().resumeRoute(feed);
        Awaitility.await(records + " records of " + feed)
                .atMost(BOUND)
                .pollDelay(LOOK)
                .pollInterval(LOOK)
                .until(() -> opened() - openedBefore >= records && isDone.getAsBoolean());
        long end = System.nanoTime();
        camel().getRouteController().suspendRoute(feed); // waits for the rest of its walk
        long parked = number("select count(*) from parked");
        if (stored() - before != records || parked != 0) {
            throw new IllegalStateException(
                    "%d of %d records of %s, %d parked".formatted(stored() - before, records, feed, parked));
        }
        return end;
    }

    @Override
    public void close() {
        context.close();
    }
}
