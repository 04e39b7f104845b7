package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.ledger.Feeds;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Remembers how the feeds do; says in the log that one fails once, and once that it goes well again. */
public final class FeedHealth {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHealth.class);
    private static final Duration OFTEN_ENOUGH = Duration.ofSeconds(5);

    private final Feeds feeds;
    private final Clock clock;
    private final Map<String, String> failures = new ConcurrentHashMap<>();
    private final Map<String, Instant> written = new ConcurrentHashMap<>();

    FeedHealth(Feeds feeds, Clock clock) {
        this.feeds = feeds;
        this.clock = clock;
    }

    /** The feed was read; all that it had is stored. */
    public void succeeded(String feed) {
        boolean isWell = failures.remove(feed) == null;
        Instant now = clock.instant();
        Instant last = written.get(feed);
        if (isWell && last != null && now.isBefore(last.plus(OFTEN_ENOUGH))) {
            return;
        }
        feeds.succeeded(feed, null);
        written.put(feed, now);
        if (!isWell) {
            LOG.info("Feed {} is read again", feed);
        }
    }

    /** The feed could not be read; it is tried again at the next poll and nothing is lost. */
    public void failed(String feed, Exception failure) {
        String reason = reason(failure);
        if (reason.equals(failures.put(feed, reason))) {
            return;
        }
        LOG.warn("Feed {} could not be read and is tried again: {}", feed, reason);
        LOG.debug("Feed {}", feed, failure);
        try {
            feeds.failed(feed, reason);
        } catch (DataAccessException e) {
            LOG.debug("The failure of feed {} could not be written down", feed, e);
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case HttpOperationFailedException http -> "HTTP " + http.getStatusCode();
            case NotAPage answer -> String.valueOf(answer.getMessage());
            case IOException network -> "network: " + network.getClass().getSimpleName();
            case DataAccessException database ->
                "database: " + database.getClass().getSimpleName();
            default -> failure.getClass().getSimpleName();
        };
    }
}
