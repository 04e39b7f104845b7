package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.intake.FeedFault.Kind;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.ledger.Feeds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Remembers how the feeds do. The ledger and the console know of every failure at once; the log says it only when a feed
 * has failed three times in a row, and once when it goes well again. A feed that asks before each walk is kept back after
 * a failure: longer each time, up to a quarter of an hour, and never exactly as long.
 */
public final class FeedHealth {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHealth.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(5);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final int WORTH_SAYING = 3;

    /** Nobody was asked: what stopped it has been said. */
    private static final Set<Kind> SAID_ALREADY = Set.of(Kind.STOPPED, Kind.WAITING);

    /** Comes back however far a walk gets. */
    private static final Set<Kind> STAYING = Set.of(Kind.LOOP, Kind.OTHER_HOST, Kind.NO_PAGE, Kind.TOO_LARGE);

    private final Feeds feeds;
    private final Drifts drifts;
    private final Clock clock;
    private final Map<String, Health> known = new ConcurrentHashMap<>();

    private final Set<String> mended = ConcurrentHashMap.newKeySet();

    private record Health(
            int failures,
            Instant written,
            Instant notBefore,
            @Nullable Kind kind) {

        private static final Health WELL = new Health(0, Instant.MIN, Instant.MIN, null);
    }

    FeedHealth(Feeds feeds, Drifts drifts, Clock clock) {
        this.feeds = feeds;
        this.drifts = drifts;
        this.clock = clock;
    }

    /** Whether a feed may be read now. */
    public boolean admits(String feed) {
        return !clock.instant().isBefore(health(feed).notBefore());
    }

    /** An operator says that a feed may be read now. */
    public void release(String feed) {
        known.computeIfPresent(
                feed, (name, before) -> new Health(before.failures(), before.written(), Instant.MIN, before.kind()));
    }

    /** Part of what a feed has is stored: what failed before has passed. */
    void advanced(String feed) {
        known.computeIfPresent(
                feed,
                (name, before) -> before.kind() == null || STAYING.contains(before.kind())
                        ? before
                        : new Health(Math.min(before.failures(), 1), before.written(), Instant.MIN, before.kind()));
    }

    /** The feed was read; all that it had is stored. */
    public void succeeded(String feed) {
        Health before = health(feed);
        Instant now = clock.instant();
        if (before.kind() == null && now.minus(OFTEN_ENOUGH).isBefore(before.written())) {
            return;
        }
        feeds.succeeded(feed, null);
        known.put(feed, new Health(0, now, Instant.MIN, null));
        if (before.failures() >= WORTH_SAYING) {
            LOG.info("Feed {} is read again", feed);
        }
    }

    /** The feed could not be read; it is tried again at a later poll and nothing is lost. */
    public void failed(String feed, Exception failure) {
        FeedFault fault = FeedFault.of(failure, clock.instant());
        LOG.debug("Feed {} failed: {}", feed, Fault.of(failure)); // the exception may quote a record
        Health now = known.compute(feed, (name, before) -> after(before == null ? Health.WELL : before, fault));
        if (now.failures() == WORTH_SAYING && !SAID_ALREADY.contains(fault.kind())) {
            LOG.warn("Feed {} has failed {} times in a row and is tried again: {}", feed, WORTH_SAYING, fault.reason());
        }
        try {
            feeds.failed(feed, fault.reason());
        } catch (DataAccessException e) {
            LOG.debug("The failure of feed {} could not be written down: {}", feed, Fault.of(e));
        }
    }

    /** An answer broke the rules of JSON and was read all the same: that counts as a change of the feed's form. */
    public void mended(String feed) {
        Instant now = clock.instant();
        if (mended.add(feed)) {
            LOG.warn("Feed {} sends JSON that breaks the rules (RFC 8259); it is read all the same", feed);
        }
        try {
            drifts.add(List.of(new Drifts.Drift(feed, "/", "NOT_STRICT", "JSON", 1, now, now)));
        } catch (DataAccessException e) {
            LOG.debug("That the answer of feed {} was mended could not be written down", feed, e);
        }
    }

    private Health after(Health before, FeedFault fault) {
        if (SAID_ALREADY.contains(fault.kind())) {
            return new Health(before.failures(), Instant.MIN, Instant.MIN, fault.kind());
        }
        int failures = before.failures() + 1;
        Duration most = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 20));
        Duration delay = most.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : most;
        Instant notBefore = clock.instant()
                .plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 2, delay.toMillis() + 1));
        Duration asked = fault.retryAfter();
        if (asked != null && clock.instant().plus(asked).isAfter(notBefore)) {
            notBefore = clock.instant().plus(asked);
        }
        return new Health(failures, Instant.MIN, notBefore, fault.kind());
    }

    private Health health(String feed) {
        return known.getOrDefault(feed, Health.WELL);
    }
}
