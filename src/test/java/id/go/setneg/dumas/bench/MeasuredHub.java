package id.go.setneg.dumas.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import id.go.setneg.dumas.DumasHub;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The whole hub in this process, with its own routes, connectors and mappings; only the sources are left out. */
final class MeasuredHub implements AutoCloseable {

    /** Pages wait while so many complaints are under way, so that the time of one is not the time of a backlog. */
    static final int UNDER_WAY = 2 * Pages.SIZE;

    /** How exactly the moment of a stored outcome is seen. */
    static final Duration LOOK = Duration.ofMillis(10);

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Receiver receiver = new Receiver();
    private final Pages pages = new Pages();
    private final ConfigurableApplicationContext context;
    private final ProducerTemplate routes;
    private final JdbcTemplate jdbc;

    private record Look(long nanos, int settled) {}

    MeasuredHub(Path data, String jdbcUrl) throws IOException, JOSEException {
        String[] arguments = properties(data, jdbcUrl, receiver.url()).entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new);
        context = new SpringApplicationBuilder(DumasHub.class).run(arguments);
        routes = context.getBean(CamelContext.class).createProducerTemplate();
        jdbc = context.getBean(JdbcTemplate.class);
    }

    static Map<String, String> properties(Path data, String jdbcUrl, String agencyUrl)
            throws IOException, JOSEException {
        var all = new TreeMap<String, String>();
        all.put("server.port", "0");
        all.put("logging.level.root", "warn");
        all.put("spring.datasource.url", jdbcUrl);
        all.put("hub.data", data.toString());
        all.put("hub.ledger.master-key-file", data.resolve("master.key").toString());
        all.put("hub.ledger.create-master-key", "true");
        all.put("hub.status.key-file", data.resolve("hub.jwk").toString());
        all.put("hub.status.create-key", "true");
        all.put("hub.evidence.key-file", data.resolve("evidence.jwk").toString());
        all.put("hub.evidence.create-key", "true");
        try (var free = new ServerSocket(0)) {
            all.put("hub.broker.port", free.getLocalPort() + "");
        }
        all.put("hub.broker.data", data.resolve("artemis").toString());
        all.put("hub.operators.operator.password", "bench");
        all.put("hub.operators.operator.role", "OPERATOR");
        all.put("hub.agencies.atr-bpn.way", "http");
        all.put("hub.agencies.atr-bpn.url", agencyUrl);
        all.put("hub.agencies.atr-bpn.secrets[0]", "whsec_bm90IGEgc2VjcmV0LCBvbmx5IGEgYmVuY2htYXJr");
        all.put("hub.agencies.atr-bpn.password", "bench");
        all.put("hub.agencies.kemensos.way", "queue");
        all.put(
                "hub.agencies.kemensos.public-key",
                new ECKeyGenerator(Curve.P_256)
                        .keyID("bench")
                        .generate()
                        .toPublicJWK()
                        .toJSONString());
        all.put("hub.agencies.kemensos.password", "bench");
        return all;
    }

    /**
     * Carries complaints from the source's page to the stored outcome of the delivery; they end in the order in which they
     * came, because one destination is served in order.
     */
    Figures carry(Way way, int count) throws InterruptedException {
        int before = settled(way);
        long arrivedBefore = arrived(way);
        var places = new Semaphore(UNDER_WAY);
        var looks = new ArrayList<Look>();
        long[] start = new long[count];
        try (var watch = Executors.newSingleThreadScheduledExecutor()) {
            watch.scheduleAtFixedRate(
                    () -> look(settled(way) - before, looks, places), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
            for (int offered = 0; offered < count; offered += Pages.SIZE) {
                acquire(places, Pages.SIZE);
                var page = pages.next(way.agency());
                Arrays.fill(start, offered, offered + Pages.SIZE, System.nanoTime());
                routes.sendBody("direct:spde-record-page", page);
            }
            acquire(places, UNDER_WAY);
            watch.shutdownNow();
        }
        long arrived = arrived(way) - arrivedBefore;
        if (arrived != count) {
            throw new IllegalStateException(arrived + " of " + count + " arrived by " + way.label());
        }
        return Figures.of(start, ends(looks, count));
    }

    /** What the other side has, whatever the ledger says. */
    private long arrived(Way way) {
        return switch (way) {
            case HTTP -> receiver.signed();
            case QUEUE ->
                context.getBean(EmbeddedActiveMQ.class)
                        .getActiveMQServer()
                        .locateQueue(way.destination() + ".referrals")
                        .getMessageCount();
        };
    }

    private static void acquire(Semaphore places, int wanted) throws InterruptedException {
        if (!places.tryAcquire(wanted, BOUND.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("nothing was delivered for " + BOUND);
        }
    }

    private static void look(int settled, List<Look> looks, Semaphore places) {
        int known = looks.isEmpty() ? 0 : looks.getLast().settled();
        if (settled > known) {
            looks.add(new Look(System.nanoTime(), settled));
            places.release(settled - known);
        }
    }

    private static long[] ends(List<Look> looks, int count) {
        long[] end = new long[count];
        int next = 0;
        for (Look look : looks) {
            Arrays.fill(end, next, Math.min(look.settled(), count), look.nanos());
            next = look.settled();
        }
        return end;
    }

    private int settled(Way way) {
        Integer settled = jdbc.queryForObject(
                "select count(*) from delivery where state = 'DELIVERED' and destination = ?",
                Integer.class,
                way.destination());
        return settled == null ? 0 : settled;
    }

    int recordBytes() {
        return pages.bytes();
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        context.close();
        receiver.close();
    }
}
