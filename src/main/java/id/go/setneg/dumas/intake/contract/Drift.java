package id.go.setneg.dumas.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.intake.contract.Contract.What;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.mapping.RecordWatch;
import id.go.setneg.dumas.mapping.Shape;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Counts where records differ from their contract. Each new difference is said once in the log, with the shape of the first
 * example; counts are gathered in memory and stored every few seconds. A feed may have 300 differences; what is more is
 * counted together.
 */
final class Drift implements RecordWatch {

    private static final Logger LOG = LoggerFactory.getLogger(Drift.class);
    private static final int MOST_OF_A_FEED = 300;
    private static final int LONGEST = 200;

    private final Contracts contracts;
    private final Drifts drifts;
    private final Clock clock;
    private final Map<Key, Seen> seen = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> distinct = new ConcurrentHashMap<>();
    private volatile boolean isLoaded;

    private record Key(String feed, String path, String what) {}

    /** What was seen at one place; {@code unsaved} of it are not stored yet. */
    private record Seen(String shape, Instant first, Instant last, long unsaved) {

        Seen again(Instant now) {
            return new Seen(shape, unsaved == 0 ? now : first, now, unsaved + 1);
        }

        Seen saved(long some) {
            return new Seen(shape, first, last, unsaved - some);
        }
    }

    Drift(Contracts contracts, Drifts drifts, Clock clock) {
        this.contracts = contracts;
        this.drifts = drifts;
        this.clock = clock;
    }

    @Override
    public void saw(String mapping, SourceRecord record) {
        try {
            contracts
                    .of(mapping)
                    .ifPresent(contract -> contract.walk(
                            record.content(), (path, what, example) -> count(record.feed(), path, what, example)));
        } catch (RuntimeException | StackOverflowError e) { // a record that only looks odd is never kept out by this
            LOG.debug("A record of {} could not be compared with its contract: {}", record.feed(), Fault.of(e));
        }
    }

    private void count(String feed, String path, What what, JsonNode example) {
        load();
        Key key = known(new Key(feed, cut(path), what.name()));
        Instant now = clock.instant();
        if (seen.computeIfPresent(key, (same, known) -> known.again(now)) != null) {
            return;
        }
        String shape = Shape.of(example, LONGEST);
        if (seen.putIfAbsent(key, new Seen(shape, now, now, 1)) == null) {
            LOG.warn("Feed {} has changed its form: {} at {}, such as {}", feed, key.what(), key.path(), shape);
        } else {
            seen.computeIfPresent(key, (same, known) -> known.again(now));
        }
    }

    /** The same key, or the one that stands for all which are too many. */
    private Key known(Key key) {
        if (seen.containsKey(key)) {
            return key;
        }
        int before = distinct.computeIfAbsent(key.feed(), feed -> new AtomicInteger())
                .getAndIncrement();
        return before < MOST_OF_A_FEED ? key : new Key(key.feed(), "/…", "MORE");
    }

    private static String cut(String path) {
        return path.length() > LONGEST ? path.substring(0, LONGEST - 1) + "…" : path;
    }

    /** What an earlier run has seen is no news. */
    private synchronized void load() {
        if (isLoaded) {
            return;
        }
        for (Drifts.Drift stored : drifts.all()) {
            var key = new Key(stored.feed(), stored.path(), stored.what());
            seen.putIfAbsent(key, new Seen(stored.shape(), stored.firstAt(), stored.lastAt(), 0));
            distinct.computeIfAbsent(stored.feed(), feed -> new AtomicInteger()).incrementAndGet();
        }
        isLoaded = true;
    }

    /** Stores what was counted since the last time, and reads contracts that have changed. */
    void flush() {
        contracts.refresh();
        Map<Key, Seen> now = new HashMap<>(seen);
        List<Drifts.Drift> some = new ArrayList<>();
        now.forEach((key, one) -> {
            if (one.unsaved() > 0) {
                some.add(new Drifts.Drift(
                        key.feed(), key.path(), key.what(), one.shape(), one.unsaved(), one.first(), one.last()));
            }
        });
        try {
            drifts.add(some);
        } catch (DataAccessException e) {
            LOG.debug("Differences could not be stored and are kept for the next time: {}", Fault.of(e));
            return;
        }
        now.forEach((key, one) -> seen.computeIfPresent(key, (same, newer) -> newer.saved(one.unsaved())));
    }
}
