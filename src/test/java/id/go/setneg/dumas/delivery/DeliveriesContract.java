package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.go.setneg.dumas.delivery.Deliveries.Attempt;
import id.go.setneg.dumas.delivery.Deliveries.Claim;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.NewDelivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What deliveries keep on every database. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class DeliveriesContract {

    private static final DeliverySettings PATIENCE = new DeliverySettings(
            Duration.ofSeconds(10), 3, Duration.ofHours(4), Duration.ofMinutes(2), 4, 8, Duration.ofSeconds(1));
    private static final String LAND = "agency.atr-bpn";

    private HubLedger hub;
    private Deliveries deliveries;
    private Sent sent;

    abstract HubLedger open(Path folder);

    /** Of two deliveries behind a full batch that another transaction holds, how many a second claimer gets meanwhile. */
    abstract int foundBehindLocks();

    @BeforeAll
    void openLedger(@TempDir Path folder) {
        hub = open(folder);
    }

    @AfterAll
    void closeLedger() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        deliveries = node();
        sent = new Sent(hub);
    }

    // claiming

    @Test
    void aClaimHoldsWhatIsDueWithItsPayload() {
        Sent.Case one = sent.referral(LAND, "isi contoh");
        sent.referral("agency.kemnaker", "lain");
        Claim claim = deliveries.claim(LAND);
        assertThat(claim.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo(one.delivery());
            assertThat(delivery.kind()).isEqualTo("REFERRAL");
            assertThat(delivery.referral()).isEqualTo(one.referral());
            assertThat(delivery.attempt()).isEqualTo(1);
            assertThat(delivery.isRepeated()).isFalse();
            assertThat(delivery.createdAt()).isEqualTo(hub.clock().now());
            assertThat(new String(delivery.payload(), StandardCharsets.UTF_8)).isEqualTo("isi contoh");
        });
        assertThat(claim.until()).isEqualTo(hub.clock().now().plus(PATIENCE.lease()));
        assertThat(row(one.delivery())).containsEntry("attempts", 1).containsEntry("state", "WAITING");
    }

    @Test
    void whatBelongsToNoCaseIsSealedWithAKeyOfItsOwnAndWaitsForNothing() {
        for (String text : List.of("satu", "dua")) {
            hub.ledger().write(unit -> {
                byte[] payload = text.getBytes(StandardCharsets.UTF_8);
                unit.add(null, new NewDelivery(unit.newId(), "mail", "PROGRESS", null, payload, null));
                return text;
            });
        }
        Claim claim = deliveries.claim("mail");
        assertThat(claim.deliveries()).extracting(Delivery::caseId).containsExactly(null, null);
        assertThat(claim.deliveries())
                .extracting(delivery -> new String(delivery.payload(), StandardCharsets.UTF_8))
                .containsExactly("satu", "dua");
    }

    @Test
    void destinationsThatHaveSomethingDueAreNamed() {
        assertThat(deliveries.destinationsDue()).isEmpty();
        sent.referral(LAND, "satu");
        sent.referral("agency.kemnaker", "dua");
        assertThat(deliveries.destinationsDue()).containsExactlyInAnyOrder(LAND, "agency.kemnaker");
        deliveries.claim(LAND);
        assertThat(deliveries.destinationsDue()).containsExactly("agency.kemnaker");
        hub.clock().advance(PATIENCE.lease().plusSeconds(1));
        assertThat(deliveries.destinationsDue()).containsExactlyInAnyOrder(LAND, "agency.kemnaker");
    }

    @Test
    void aSecondClaimerGetsTheOthers() {
        for (int i = 0; i < 7; i++) {
            sent.referral(LAND, "surat " + i);
        }
        Claim first = deliveries.claim(LAND);
        Claim second = node().claim(LAND);
        assertThat(first.deliveries()).hasSize(PATIENCE.batch());
        assertThat(second.deliveries()).hasSize(3);
        assertThat(ids(first)).doesNotContainAnyElementsOf(ids(second));
        assertThat(node().claim(LAND).isEmpty()).isTrue();
    }

    @Test
    void aClaimerDoesNotWaitForAnotherOnesTransaction() throws Exception {
        for (int i = 0; i < 6; i++) {
            sent.referral(LAND, "surat " + i);
        }
        var claimed = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = executor.submit(() -> hub.transaction().execute(status -> {
                Claim claim = deliveries.claim(LAND);
                claimed.countDown();
                await(finish);
                return claim;
            }));
            assertThat(claimed.await(10, TimeUnit.SECONDS)).isTrue();
            Claim fast;
            try {
                fast = executor.submit(() -> node().claim(LAND)).get(5, TimeUnit.SECONDS);
            } finally {
                finish.countDown();
            }
            assertThat(fast.deliveries()).hasSize(foundBehindLocks());
            assertThat(ids(fast)).doesNotContainAnyElementsOf(ids(slow.get()));
        }
    }

    @Test
    void manyClaimersNeverGetTheSame() throws Exception {
        for (int i = 0; i < 30; i++) {
            sent.referral(LAND, "surat " + i);
        }
        List<UUID> all = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(4)) {
            List<Callable<List<UUID>>> claimers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Deliveries node = node();
                claimers.add(() -> {
                    List<UUID> mine = new ArrayList<>();
                    for (Claim claim = node.claim(LAND); !claim.isEmpty(); claim = node.claim(LAND)) {
                        mine.addAll(ids(claim));
                    }
                    return mine;
                });
            }
            for (var mine : executor.invokeAll(claimers)) {
                all.addAll(mine.get());
            }
        }
        assertThat(all).doesNotHaveDuplicates();
        all.addAll(ids(deliveries.claim(LAND)));
        assertThat(all).hasSize(30);
    }

    @Test
    void anExpiredLeaseIsClaimedAgainAndTheLateAnswerSettlesNothing() {
        Sent.Case one = sent.referral(LAND, "satu");
        Claim late = deliveries.claim(LAND);
        hub.clock().advance(PATIENCE.lease());
        assertThat(deliveries.claim(LAND).isEmpty()).isTrue();
        hub.clock().advance(Duration.ofSeconds(1));
        Claim again = node().claim(LAND);
        assertThat(again.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.attempt()).isEqualTo(2);
            assertThat(delivery.isRepeated()).isTrue();
        });

        settle(late, new Outcome.Passing("HTTP 503", null));
        assertThat(row(one.delivery())).containsEntry("lease", again.lease()).containsEntry("attempts", 2);

        settle(again, new Outcome.Delivered("HTTP 202"));
        OffsetDateTime settledAt = hub.clock().now();
        hub.clock().advance(Duration.ofSeconds(1));
        settle(late, new Outcome.Delivered("HTTP 202"));
        assertThat(row(one.delivery())).containsEntry("state", "DELIVERED").containsEntry("lease", null);
        assertThat(time("settled_at", one.delivery())).isEqualTo(settledAt);
        assertThat(sent.facts(one)).endsWith("ReferralDelivered").containsOnlyOnce("ReferralDelivered");
    }

    @Test
    void whatWasClaimedAndNotSentIsGivenBack() {
        Sent.Case one = sent.referral(LAND, "satu");
        Sent.Case two = sent.referral(LAND, "dua");
        Claim claim = deliveries.claim(LAND);
        Claim nothing = deliveries.settle(
                claim, List.of(attempt(claim.deliveries().getFirst(), new Outcome.Delivered("OK"))), false);
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(row(one.delivery())).containsEntry("state", "DELIVERED");
        assertThat(row(two.delivery()))
                .containsEntry("state", "WAITING")
                .containsEntry("lease", null)
                .containsEntry("attempts", 0);
        assertThat(ids(deliveries.claim(LAND))).containsExactly(two.delivery());
    }

    @Test
    void settlingClaimsWhatIsDueNext() {
        for (int i = 0; i < 6; i++) {
            sent.referral(LAND, "surat " + i);
        }
        Claim first = deliveries.claim(LAND);
        Claim second = settle(first, new Outcome.Delivered("OK"));
        assertThat(second.deliveries()).hasSize(2);
        assertThat(settle(second, new Outcome.Delivered("OK")).isEmpty()).isTrue();
    }

    // order

    @Test
    void theSecondOfACaseWaitsUntilTheFirstIsSettled() {
        Sent.Case one = sent.referral(LAND, "pertama");
        UUID second = sent.more(one, LAND, "kedua");
        Claim claim = deliveries.claim(LAND);
        assertThat(ids(claim)).containsExactly(one.delivery());
        assertThat(node().claim(LAND).isEmpty()).isTrue();
        assertThat(ids(settle(claim, new Outcome.Delivered("OK")))).containsExactly(second);
    }

    @Test
    void aRetryOfTheFirstIsNotOvertaken() {
        Sent.Case one = sent.referral(LAND, "pertama");
        sent.more(one, LAND, "kedua");
        assertThat(settle(deliveries.claim(LAND), new Outcome.Passing("HTTP 503", null))
                        .isEmpty())
                .isTrue();
        hub.clock().advance(Duration.ofSeconds(12));
        assertThat(ids(deliveries.claim(LAND))).containsExactly(one.delivery());
    }

    @Test
    void anAlertToPeopleWaitsForNothingHeld() {
        Sent.Case one = sent.referral(LAND, "ditolak");
        settle(deliveries.claim(LAND), new Outcome.Refused("HTTP 422"));
        sent.more(one, LAND, "pengingat");
        UUID alert = sent.more(one, LAND, "ALERT", "alarm");
        assertThat(ids(deliveries.claim(LAND))).containsExactly(alert);
    }

    @Test
    void aHeldOrParkedFirstBlocksTheSecond() {
        Sent.Case held = sent.referral(LAND, "ditolak");
        sent.more(held, LAND, "kedua");
        Sent.Case parked = sent.referral("agency.kemnaker", "rusak");
        sent.more(parked, "agency.kemnaker", "kedua");
        settle(deliveries.claim(LAND), new Outcome.Refused("HTTP 422"));
        settle(deliveries.claim("agency.kemnaker"), new Outcome.Broken("IllegalStateException at Envelope:61"));
        hub.clock().advance(Duration.ofDays(30));
        assertThat(deliveries.claim(LAND).isEmpty()).isTrue();
        assertThat(deliveries.claim("agency.kemnaker").isEmpty()).isTrue();
    }

    @Test
    void otherCasesAndOtherDestinationsDoNotWait() {
        Sent.Case one = sent.referral(LAND, "pertama");
        UUID elsewhere = sent.more(one, "spde", "pemberitahuan");
        Sent.Case other = sent.referral(LAND, "perkara lain");
        settle(
                deliveries.claim(LAND),
                attempts -> attempts.id().equals(one.delivery())
                        ? new Outcome.Refused("HTTP 422")
                        : new Outcome.Delivered("OK"));
        assertThat(row(other.delivery())).containsEntry("state", "DELIVERED");
        assertThat(ids(deliveries.claim("spde"))).containsExactly(elsewhere);
    }

    // outcomes

    @Test
    void deliveredIsAFactOfTheCase() {
        Sent.Case one = sent.referral(LAND, "satu");
        settle(deliveries.claim(LAND), new Outcome.Delivered("HTTP 202"));
        assertThat(row(one.delivery())).containsEntry("state", "DELIVERED").containsEntry("reason", null);
        assertThat(sent.facts(one)).endsWith("ReferralDelivered");
        assertThat(referralState(one)).isEqualTo("DELIVERED");
        assertThat(attempts(one.delivery())).containsExactly("1 DELIVERED HTTP 202");
    }

    @Test
    void refusedIsHeldForAPersonAndAFactOfTheCase() {
        Sent.Case one = sent.referral(LAND, "satu");
        settle(deliveries.claim(LAND), new Outcome.Refused("HTTP 422"));
        assertThat(row(one.delivery())).containsEntry("state", "HELD").containsEntry("reason", "HTTP 422");
        assertThat(sent.facts(one)).endsWith("ReferralHeld");
        assertThat(referralState(one)).isEqualTo("HELD");
        assertThat(attempts(one.delivery())).containsExactly("1 REFUSED HTTP 422");
    }

    @Test
    void brokenIsParkedAndHoldsTheReferral() {
        Sent.Case one = sent.referral(LAND, "satu");
        settle(deliveries.claim(LAND), new Outcome.Broken("NullPointerException"));
        assertThat(row(one.delivery())).containsEntry("state", "PARKED");
        assertThat(referralState(one)).isEqualTo("HELD");
    }

    @Test
    void aNoticesOutcomeIsNoFactOfTheCase() {
        Sent.Case one = sent.referral(LAND, "satu");
        UUID notice = sent.more(one, "spde", "pemberitahuan");
        List<String> before = sent.facts(one);
        settle(deliveries.claim("spde"), new Outcome.Refused("HTTP 404"));
        assertThat(row(notice)).containsEntry("state", "HELD");
        assertThat(sent.facts(one)).isEqualTo(before);
    }

    @Test
    void patienceGrowsUpToItsLimit() {
        Sent.Case one = sent.referral(LAND, "satu");
        double[] seconds = {10, 30, 90, 270, 810, 2430, 7290, 14400, 14400};
        for (int i = 0; i < seconds.length; i++) {
            settle(deliveries.claim(LAND), new Outcome.Passing("HTTP 503", null));
            double waits = waits(one.delivery());
            assertThat(waits).as("after attempt %d", i + 1).isBetween(seconds[i] * 0.799, seconds[i] * 1.2);
            hub.clock().advance(Duration.ofMillis((long) (waits * 1000) - 1));
            assertThat(deliveries.claim(LAND).isEmpty()).isTrue();
            hub.clock().advance(Duration.ofMillis(2));
        }
        assertThat(row(one.delivery())).containsEntry("state", "WAITING").containsEntry("reason", "HTTP 503");
        assertThat(attempts(one.delivery())).hasSize(9).last().isEqualTo("9 PASSING HTTP 503");
        assertThat(referralState(one)).isEqualTo("PREPARED");
    }

    @Test
    void whatTheOtherSideAsksForIsWaited() {
        Sent.Case one = sent.referral(LAND, "satu");
        settle(deliveries.claim(LAND), new Outcome.Passing("HTTP 429", Duration.ofMinutes(5)));
        assertThat(waits(one.delivery())).isCloseTo(300, within(0.01));
        hub.clock().advance(Duration.ofMinutes(5));
        settle(deliveries.claim(LAND), new Outcome.Passing("HTTP 429", Duration.ofSeconds(1)));
        assertThat(waits(one.delivery())).isBetween(24.0, 36.0);
    }

    @Test
    void whatHasADestroyedKeyIsParkedAndTheOthersGo() {
        Sent.Case erased = sent.referral(LAND, "terhapus");
        Sent.Case other = sent.referral(LAND, "lain");
        hub.jdbc().update("delete from case_key where case_id = ?", erased.id());
        assertThat(ids(deliveries.claim(LAND))).containsExactly(other.delivery());
        assertThat(row(erased.delivery()))
                .containsEntry("state", "PARKED")
                .containsEntry("reason", "KEY destroyed")
                .containsEntry("lease", null);
    }

    // replay

    @Test
    void aHeldDeliveryIsSentAgainWhenAPersonSaysSo() {
        Sent.Case one = sent.referral(LAND, "satu");
        settle(deliveries.claim(LAND), new Outcome.Refused("HTTP 422"));
        assertThat(deliveries.replay(one.delivery())).isTrue();
        assertThat(deliveries.replay(one.delivery())).isFalse();
        Claim again = deliveries.claim(LAND);
        assertThat(again.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo(one.delivery());
            assertThat(delivery.attempt()).isEqualTo(2);
        });
        settle(again, new Outcome.Delivered("HTTP 202"));
        assertThat(referralState(one)).isEqualTo("DELIVERED");
        assertThat(attempts(one.delivery())).containsExactly("1 REFUSED HTTP 422", "2 DELIVERED HTTP 202");
    }

    @Test
    void whatDoesNotWaitForAPersonIsNotReplayed() {
        Sent.Case one = sent.referral(LAND, "satu");
        assertThat(deliveries.replay(one.delivery())).isFalse();
        settle(deliveries.claim(LAND), new Outcome.Delivered("OK"));
        assertThat(deliveries.replay(one.delivery())).isFalse();
        assertThat(deliveries.replay(UUID.randomUUID())).isFalse();
        assertThat(row(one.delivery())).containsEntry("state", "DELIVERED");
    }

    private Deliveries node() {
        var ledger = new Ledger(hub.jdbc(), hub.transaction(), hub.masterKeys(), hub.clock(), hub.ids());
        return new Deliveries(hub.jdbc(), ledger, hub.caseKeys(), PATIENCE, hub.clock());
    }

    private Claim settle(Claim claim, Outcome outcome) {
        return settle(claim, delivery -> outcome);
    }

    private Claim settle(Claim claim, Function<Delivery, Outcome> outcome) {
        assertThat(claim.isEmpty()).isFalse();
        return deliveries.settle(
                claim,
                claim.deliveries().stream()
                        .map(delivery -> attempt(delivery, outcome.apply(delivery)))
                        .toList(),
                true);
    }

    private Attempt attempt(Delivery delivery, Outcome outcome) {
        return new Attempt(delivery, hub.clock().now(), Duration.ofMillis(5), outcome);
    }

    private static List<UUID> ids(Claim claim) {
        return claim.deliveries().stream().map(Delivery::id).toList();
    }

    private Map<String, @Nullable Object> row(UUID delivery) {
        return hub.jdbc().queryForMap("select state, lease, attempts, reason from delivery where id = ?", delivery);
    }

    private OffsetDateTime time(String column, UUID delivery) {
        return hub.jdbc()
                .queryForObject("select " + column + " from delivery where id = ?", OffsetDateTime.class, delivery);
    }

    private double waits(UUID delivery) {
        return Duration.between(hub.clock().now(), time("next_attempt_at", delivery))
                        .toNanos()
                / 1e9;
    }

    private String referralState(Sent.Case one) {
        return hub.jdbc().queryForObject("select state from referral where id = ?", String.class, one.referral());
    }

    private List<String> attempts(UUID delivery) {
        return hub.jdbc()
                .query(
                        "select number, outcome, reason from attempt where delivery_id = ? order by number",
                        (row, n) ->
                                String.join(" ", Arrays.asList(row.getString(1), row.getString(2), row.getString(3))),
                        delivery);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
