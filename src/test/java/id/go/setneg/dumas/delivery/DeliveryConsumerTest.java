package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Logged;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.LedgerFixture;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DeliveryConsumerTest {

    private static final String LAND = "agency.atr-bpn";
    private static final Duration LOOK = Duration.ofMillis(100);

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
    private final Processor take = exchange -> taken.add(payload(exchange));

    @TempDir
    Path folder;

    private HubLedger hub;
    private Dispatcher dispatcher;
    private Sent sent;
    private Asked asked;

    /** Counts how often the deliveries turn to the database. */
    private static final class Asked extends DelegatingDataSource {
        private final AtomicInteger times = new AtomicInteger();

        Asked(HubLedger hub) {
            super(hub.source());
        }

        @Override
        public Connection getConnection() throws SQLException {
            times.incrementAndGet();
            return super.getConnection();
        }
    }

    @BeforeEach
    void open() {
        hub = HubLedger.onH2(folder);
        asked = new Asked(hub);
        camel.getShutdownStrategy().setTimeout(10);
        hubWith(3);
    }

    @AfterEach
    void close() {
        dispatcher.stop();
        camel.stop();
        hub.close();
    }

    private void hubWith(int concurrency) {
        var settings = new DeliverySettings(
                Duration.ofSeconds(10), 3, Duration.ofHours(4), Duration.ofMinutes(2), 64, concurrency, LOOK);
        var jdbc = new JdbcTemplate(asked);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(asked));
        var ledger = new Ledger(jdbc, transaction, hub.masterKeys(), hub.clock(), hub.ids());
        var deliveries =
                new Deliveries(jdbc, ledger, LedgerFixture.caseKeys(jdbc, hub.masterKeys()), settings, hub.clock());
        sent = new Sent(hub, ledger);
        dispatcher = new Dispatcher(deliveries, ledger, settings);
        if (camel.hasComponent("delivery") != null) {
            camel.removeComponent("delivery");
        }
        camel.addComponent("delivery", new DeliveryComponent(deliveries, dispatcher, settings));
    }

    @Test
    void whatIsCommittedIsSentAtOnceWithoutALook() throws Exception {
        route(LAND, take);
        camel.start();
        Sent.Case one = sent.referral(LAND, "satu");
        await().untilAsserted(() -> assertThat(state(one)).isEqualTo("DELIVERED"));
        assertThat(taken).containsExactly("satu");
    }

    @Test
    void whatWaitedSinceAnEarlierRunIsSentAtTheStart() throws Exception {
        Sent.Case one = sent.referral(LAND, "satu");
        route(LAND, take);
        camel.start();
        await().untilAsserted(() -> assertThat(state(one)).isEqualTo("DELIVERED"));
    }

    @Test
    void whatAnExceptionQuotesIsNotLogged() throws Exception {
        try (var log = new Logged(DeliveryConsumer.class)) {
            route(LAND, exchange -> {
                throw new IllegalStateException("cannot write 'Nama Yang Tak Boleh Bocor'");
            });
            camel.start();
            Sent.Case one = sent.referral(LAND, "satu");
            await().untilAsserted(() -> assertThat(state(one)).isEqualTo("PARKED"));

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("IllegalStateException"))
                    .noneMatch(line -> line.contains("Bocor"));
        }
    }

    @Test
    void whileARouteIsSuspendedItsDeliveriesWait() throws Exception {
        route(LAND, take);
        route("agency.kemnaker", take);
        camel.start();
        dispatcher.start();
        camel.getRouteController().suspendRoute(LAND);
        Sent.Case one = sent.referral(LAND, "tunggu");
        Sent.Case other = sent.referral("agency.kemnaker", "jalan");
        await().untilAsserted(() -> assertThat(state(other)).isEqualTo("DELIVERED"));
        int before = asked.times.get();
        await().until(() -> asked.times.get() > before + 2);
        assertThat(taken).containsExactly("jalan");
        assertThat(row(one)).containsEntry("state", "WAITING").containsEntry("attempts", 0);

        camel.getRouteController().resumeRoute(LAND);
        await().untilAsserted(() -> assertThat(state(one)).isEqualTo("DELIVERED"));
        assertThat(taken).containsExactly("jalan", "tunggu");
    }

    @Test
    void whatIsClaimedWhenARouteIsSuspendedIsGivenBack() throws Exception {
        hubWith(1);
        var working = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        route(LAND, exchange -> {
            take.process(exchange);
            working.countDown();
            assertThat(finish.await(10, TimeUnit.SECONDS)).isTrue();
        });
        Sent.Case one = sent.referral(LAND, "satu");
        Sent.Case two = sent.referral(LAND, "dua");
        camel.start();
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        var suspended = CompletableFuture.runAsync(() -> suspend(LAND));
        var consumer = (DeliveryConsumer) camel.getRoute(LAND).getConsumer();
        await().until(() -> !consumer.isRunAllowed() || consumer.isSuspendingOrSuspended());
        finish.countDown();
        suspended.get(10, TimeUnit.SECONDS);
        await().untilAsserted(() -> assertThat(state(one)).isEqualTo("DELIVERED"));
        assertThat(row(two))
                .containsEntry("state", "WAITING")
                .containsEntry("attempts", 0)
                .containsEntry("lease", null);
        assertThat(taken).containsExactly("satu");
    }

    @Test
    void stoppingWaitsForWhatIsUnderWay() throws Exception {
        var working = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        route(LAND, exchange -> {
            working.countDown();
            assertThat(finish.await(10, TimeUnit.SECONDS)).isTrue();
        });
        Sent.Case one = sent.referral(LAND, "satu");
        camel.start();
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        var stopped = CompletableFuture.runAsync(camel::stop);
        await().until(() -> camel.isStopping());
        assertThat(stopped).isNotDone();
        finish.countDown();
        stopped.get(20, TimeUnit.SECONDS);
        assertThat(state(one)).isEqualTo("DELIVERED");
    }

    @Test
    void noMoreAreUnderWayThanTheSettingsSay() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var full = new CountDownLatch(3);
        route(LAND, exchange -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            full.countDown();
            assertThat(full.await(10, TimeUnit.SECONDS)).isTrue();
            now.decrementAndGet();
            take.process(exchange);
        });
        for (int i = 0; i < 20; i++) {
            sent.referral(LAND, "surat " + i);
        }
        camel.start();
        await().until(() -> taken.size() == 20);
        assertThat(most).hasValue(3);
        await().untilAsserted(() -> assertThat(count("DELIVERED")).isEqualTo(20));
    }

    @Test
    void eachFailureIsSettledByWhoseFaultItWas() throws Exception {
        route(LAND, exchange -> {
            switch (payload(exchange)) {
                case "ditolak" ->
                    throw new HttpOperationFailedException("http://127.0.0.1/", 422, "", null, Map.of(), "");
                case "terputus" -> throw new ConnectException("contoh");
                case "rusak" -> throw new IllegalStateException("contoh");
                case "terlalu dalam" -> throw new StackOverflowError();
                default -> exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
            }
        });
        camel.start();
        Sent.Case refused = sent.referral(LAND, "ditolak");
        Sent.Case cut = sent.referral(LAND, "terputus");
        Sent.Case broken = sent.referral(LAND, "rusak");
        Sent.Case deep = sent.referral(LAND, "terlalu dalam");
        Sent.Case good = sent.referral(LAND, "baik");
        await().untilAsserted(() -> assertThat(hub.jdbc().queryForObject("select count(*) from attempt", int.class))
                .isEqualTo(5));
        assertThat(row(refused)).containsEntry("state", "HELD").containsEntry("reason", "HTTP 422");
        assertThat(row(cut)).containsEntry("state", "WAITING").containsEntry("reason", "NETWORK ConnectException");
        assertThat(row(broken)).containsEntry("state", "PARKED");
        assertThat(row(deep)).containsEntry("state", "PARKED");
        assertThat(row(good)).containsEntry("state", "DELIVERED");
        assertThat(hub.jdbc()
                        .queryForObject(
                                "select reason from attempt where delivery_id = ?", String.class, good.delivery()))
                .isEqualTo("HTTP 202");
    }

    @Test
    void aRetryIsFoundByTheNextLook() throws Exception {
        var tries = new AtomicInteger();
        route(LAND, exchange -> {
            if (tries.incrementAndGet() == 1) {
                throw new ConnectException("contoh");
            }
        });
        camel.start();
        dispatcher.start();
        Sent.Case one = sent.referral(LAND, "satu");
        await().untilAsserted(() -> assertThat(row(one)).containsEntry("reason", "NETWORK ConnectException"));
        hub.clock().advance(Duration.ofSeconds(13));
        await().untilAsserted(() -> assertThat(state(one)).isEqualTo("DELIVERED"));
        assertThat(tries).hasValue(2);
    }

    @Test
    void twoRoutesToOneDestinationAreRefused() throws Exception {
        route(LAND, take);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("delivery:" + LAND + "?bridgeErrorHandler=false")
                        .routeId("twin")
                        .process(take);
            }
        });
        assertThatThrownBy(camel::start).hasStackTraceContaining("two routes deliver to " + LAND);
    }

    @Test
    void aThousandIdleDestinationsCostOneQuestionEachLook() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int i = 0; i < 1_000; i++) {
                    from("delivery:agency.contoh-" + i)
                            .routeId("agency.contoh-" + i)
                            .process(take);
                }
            }
        });
        camel.start();
        Sent.Case last = sent.referral("agency.contoh-999", "jalan");
        await().untilAsserted(() -> assertThat(state(last)).isEqualTo("DELIVERED"));
        int atRest = asked.times.get();
        long start = System.nanoTime();
        dispatcher.start();
        await().until(() -> asked.times.get() - atRest >= 5);
        long looks = (System.nanoTime() - start) / LOOK.toNanos() + 1;
        assertThat(asked.times.get() - atRest).isLessThanOrEqualTo((int) looks);
    }

    private void route(String destination, Processor processor) throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("delivery:" + destination).routeId(destination).process(processor);
            }
        });
    }

    private void suspend(String route) {
        try {
            camel.getRouteController().suspendRoute(route);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String payload(Exchange exchange) {
        return new String(exchange.getMessage().getBody(Delivery.class).payload(), StandardCharsets.UTF_8);
    }

    private String state(Sent.Case of) {
        return String.valueOf(row(of).get("state"));
    }

    private Map<String, Object> row(Sent.Case of) {
        return hub.jdbc()
                .queryForMap("select state, attempts, lease, reason from delivery where id = ?", of.delivery());
    }

    private int count(String state) {
        List<Integer> counts =
                hub.jdbc().queryForList("select count(*) from delivery where state = ?", Integer.class, state);
        return counts.getFirst();
    }
}
