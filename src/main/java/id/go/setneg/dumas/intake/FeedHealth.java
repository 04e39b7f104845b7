package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.ledger.Feeds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Remembers how the feeds do. The ledger and the console know of every failure at once; the log says it only when a feed
 * has failed three times in a row, and once when it goes well again.
 */
public final class FeedHealth {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHealth.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(5);
    private static final int WORTH_SAYING = 3;

    private final Feeds feeds;
    private final Clock clock;
    private final Map<String, Health> known = new ConcurrentHashMap<>();

    private record Health(int failures, Instant written) {}

    FeedHealth(Feeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** The feed was read; all that it had is stored. */
    public void succeeded(String feed) {
        Health before = known.getOrDefault(feed, new Health(0, Instant.MIN));
        Instant now = clock.instant();
        if (before.failures() == 0 && now.minus(OFTEN_ENOUGH).isBefore(before.written())) {
            return;
        }
        feeds.succeeded(feed, null);
        known.put(feed, new Health(0, now));
        if (before.failures() >= WORTH_SAYING) {
            LOG.info("Feed {} is read again", feed);
        }
    }

    /** The feed could not be read; it is tried again at the next poll and nothing is lost. */
    public void failed(String feed, Exception failure) {
        String reason = reason(failure);
        LOG.debug("Feed {}", feed, failure);
        Health now = known.compute(
                feed, (name, before) -> new Health(before == null ? 1 : before.failures() + 1, Instant.MIN));
        if (now.failures() == WORTH_SAYING) {
            LOG.warn("Feed {} has failed {} times in a row and is tried again: {}", feed, WORTH_SAYING, reason);
        }
        try {
            feeds.failed(feed, reason);
        } catch (DataAccessException e) {
            LOG.debug("The failure of feed {} could not be written down", feed, e);
        }
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String known = known(cause);
            if (known != null) {
                return known;
            }
        }
        return Fault.of(failure);
    }

    private static @Nullable String known(Throwable cause) {
        return switch (cause) {
            case HttpOperationFailedException http -> "HTTP " + http.getStatusCode();
            case NotAPage answer -> answer.getMessage();
            case IOException network -> "NETWORK " + network.getClass().getSimpleName();
            case DataAccessException database ->
                "DATABASE " + database.getClass().getSimpleName();
            case TransactionException database ->
                "DATABASE " + database.getClass().getSimpleName();
            default -> null;
        };
    }
}
