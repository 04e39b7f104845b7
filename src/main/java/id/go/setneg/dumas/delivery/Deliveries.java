package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.ledger.CaseKeys;
import id.go.setneg.dumas.ledger.DataKey;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is to be sent, as the ledger has it. Of one case only the oldest unsettled delivery to a destination is ever due,
 * so that nothing overtakes, but for an alert to people, which waits for nothing; several hub nodes may claim from one ledger.
 */
public final class Deliveries {

    private static final String DUE = """
            select id, case_id, referral_id, kind, attempts, created_at, sealed_payload, master, sealed_key
            from delivery d
            where state = 'WAITING' and destination = ? and next_attempt_at <= ?
              and (leased_until is null or leased_until < ?)
              and (kind = 'ALERT'
                   or not exists (select 1 from delivery earlier
                                  where earlier.case_id = d.case_id and earlier.destination = d.destination
                                    and earlier.seq < d.seq and earlier.state in ('WAITING', 'HELD', 'PARKED')))
            order by seq limit ? for update skip locked""";

    private final JdbcTemplate jdbc;
    private final Ledger ledger;
    private final CaseKeys keys;
    private final DeliverySettings settings;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    /** Deliveries that this node may send until the lease ends. */
    record Claim(String destination, UUID lease, OffsetDateTime until, List<Delivery> deliveries) {

        boolean isEmpty() {
            return deliveries.isEmpty();
        }
    }

    /** An attempt that has ended. */
    record Attempt(Delivery delivery, OffsetDateTime at, Duration duration, Outcome outcome) {}

    private record Row(
            UUID id,
            @Nullable UUID caseId,
            @Nullable UUID referral,
            String kind,
            int attempts,
            OffsetDateTime createdAt,
            byte[] sealedPayload,
            @Nullable String master,
            byte @Nullable [] sealedKey) {

        Delivery opened(String destination, DataKey key) {
            return new Delivery(
                    id,
                    destination,
                    kind,
                    caseId,
                    referral,
                    attempts + 1,
                    createdAt,
                    key.open("delivery.sealed_payload", sealedPayload));
        }
    }

    Deliveries(JdbcTemplate jdbc, Ledger ledger, CaseKeys keys, DeliverySettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** The destinations that have something due. */
    Set<String> destinationsDue() {
        OffsetDateTime now = now();
        return new HashSet<>(jdbc.queryForList(
                "select distinct destination from delivery where state = 'WAITING' and next_attempt_at <= ?"
                        + " and (leased_until is null or leased_until < ?)",
                String.class,
                now,
                now));
    }

    /**
     * Claims what is due for a destination, oldest first. The attempt counts from here on: if this process dies, the next
     * one knows that the message may have gone out.
     */
    Claim claim(String destination) {
        return ledger.write(unit -> claim(destination, unit));
    }

    /**
     * Writes down how attempts ended, gives back what was claimed and not sent, and claims what is due next, all in one
     * transaction.
     */
    Claim settle(Claim claim, List<Attempt> attempts, boolean more) {
        return ledger.write(unit -> {
            write(unit, claim.lease(), attempts);
            giveBack(claim, attempts);
            return more
                    ? claim(claim.destination(), unit)
                    : new Claim(claim.destination(), claim.lease(), unit.now(), List.of());
        });
    }

    private void giveBack(Claim claim, List<Attempt> attempts) {
        Set<UUID> sent =
                attempts.stream().map(attempt -> attempt.delivery().id()).collect(Collectors.toSet());
        List<Object[]> unsent = claim.deliveries().stream()
                .filter(delivery -> !sent.contains(delivery.id()))
                .map(delivery -> new Object[] {delivery.id(), claim.lease()})
                .toList();
        if (!unsent.isEmpty()) {
            jdbc.batchUpdate(
                    "update delivery set lease = null, leased_until = null, attempts = attempts - 1"
                            + " where id = ? and lease = ?",
                    unsent);
        }
    }

    /**
     * Sends a held or parked delivery again, at once.
     *
     * @return false when it does not wait for a person
     */
    public boolean replay(UUID id) {
        return ledger.write(unit -> jdbc.update(
                        "update delivery set state = 'WAITING', next_attempt_at = ?, reason = null"
                                + " where id = ? and state in ('HELD', 'PARKED')",
                        unit.now(),
                        id)
                == 1);
    }

    private Claim claim(String destination, UnitOfWork unit) {
        OffsetDateTime now = unit.now();
        List<Row> rows = jdbc.query(
                DUE,
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getInt(5),
                        row.getObject(6, OffsetDateTime.class),
                        row.getBytes(7),
                        row.getString(8),
                        row.getBytes(9)),
                destination,
                now,
                now,
                settings.batch());
        UUID lease = unit.newId();
        OffsetDateTime until = now.plus(settings.lease());
        if (rows.isEmpty()) {
            return new Claim(destination, lease, until, List.of());
        }
        Map<UUID, DataKey> dataKeys =
                keys.of(rows.stream().map(Row::caseId).filter(Objects::nonNull).toList());
        List<Delivery> opened = new ArrayList<>();
        for (Row row : rows) {
            DataKey key = row.master() == null || row.sealedKey() == null
                    ? dataKeys.get(row.caseId())
                    : keys.own(row.master(), row.sealedKey());
            if (key == null) {
                jdbc.update(
                        "update delivery set state = 'PARKED', reason = 'KEY destroyed', settled_at = ? where id = ?",
                        now,
                        row.id());
            } else {
                opened.add(row.opened(destination, key));
            }
        }
        jdbc.batchUpdate(
                "update delivery set lease = ?, leased_until = ?, attempts = attempts + 1 where id = ?",
                opened.stream()
                        .map(delivery -> new Object[] {lease, until, delivery.id()})
                        .toList());
        return new Claim(destination, lease, until, opened);
    }

    private void write(UnitOfWork unit, UUID lease, List<Attempt> attempts) {
        List<Object[]> deliveryRows = new ArrayList<>();
        List<Object[]> attemptRows = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Delivery delivery = attempt.delivery();
            Outcome outcome = attempt.outcome();
            deliveryRows.add(
                    switch (outcome) {
                        case Outcome.Delivered delivered ->
                            row(delivery, lease, unit.now(), "DELIVERED", unit.now(), null);
                        case Outcome.Refused refused ->
                            row(delivery, lease, unit.now(), "HELD", unit.now(), refused.reason());
                        case Outcome.Broken broken ->
                            row(delivery, lease, unit.now(), "PARKED", unit.now(), broken.reason());
                        case Outcome.Passing passing -> {
                            Duration delay = settings.delayAfter(delivery.attempt(), passing.retryAfter(), random);
                            yield row(
                                    delivery, lease, null, "WAITING", unit.now().plus(delay), passing.reason());
                        }
                    });
            attemptRows.add(new Object[] {
                delivery.id(),
                delivery.attempt(),
                attempt.at(),
                (int) attempt.duration().toMillis(),
                outcome.getClass().getSimpleName().toUpperCase(Locale.ROOT),
                outcome.reason()
            });
        }
        int[] settled = jdbc.batchUpdate(
                "update delivery set state = ?, attempts = ?, next_attempt_at = ?, settled_at = ?, reason = ?,"
                        + " lease = null, leased_until = null where id = ? and lease = ?",
                deliveryRows);
        jdbc.batchUpdate(
                "insert into attempt (delivery_id, number, at, duration_ms, outcome, reason) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                attemptRows);
        record(
                unit,
                IntStream.range(0, settled.length)
                        .filter(i ->
                                settled[i] == 1) // else the lease was lost, and another node will say what happened
                        .mapToObj(attempts::get)
                        .toList());
    }

    private static Object[] row(
            Delivery delivery,
            UUID lease,
            @Nullable OffsetDateTime settledAt,
            String state,
            OffsetDateTime next,
            @Nullable String reason) {
        return new Object[] {state, delivery.attempt(), next, settledAt, reason, delivery.id(), lease};
    }

    /** What an outcome means for the case: only a referral's own delivery is a fact about the case. */
    private static void record(UnitOfWork unit, List<Attempt> attempts) {
        List<Attempt> referrals = attempts.stream()
                .filter(attempt -> attempt.delivery().kind().equals("REFERRAL"))
                .filter(attempt -> !(attempt.outcome() instanceof Outcome.Passing))
                .toList();
        unit.prepareReferrals(referrals.stream().map(Deliveries::referral).toList());
        for (Attempt attempt : referrals) {
            OpenCase open = unit.caseOfReferral(referral(attempt));
            CaseCommand command = attempt.outcome() instanceof Outcome.Delivered
                    ? new CaseCommand.ConfirmDelivery(referral(attempt))
                    : new CaseCommand.Hold(referral(attempt), attempt.outcome().reason());
            open.record(
                    open.file().decide(command),
                    "hub",
                    attempt.delivery().destination() + ": " + attempt.outcome().reason());
        }
    }

    private static UUID referral(Attempt attempt) {
        return Objects.requireNonNull(attempt.delivery().referral(), "a referral's delivery names it");
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
