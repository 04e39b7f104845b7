package id.go.setneg.dumas.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each feed has been read, and when that last went well. */
public final class Feeds {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * A feed as it stands.
     *
     * @param position how far it was read, in the source's own terms
     * @param failure the newest failure, absent once it went well again
     */
    public record Feed(
            String name,
            @Nullable String position,
            @Nullable OffsetDateTime succeededAt,
            @Nullable OffsetDateTime failedAt,
            @Nullable String failure) {}

    public Feeds(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<String> position(String feed) {
        return jdbc.queryForList("select position from feed_position where feed = ?", String.class, feed).stream()
                .filter(position -> position != null)
                .findFirst();
    }

    /** The feed was read to its end; everything up to the position is committed. */
    public void succeeded(String feed, @Nullable String position) {
        if (jdbc.update(
                        "update feed_position set position = coalesce(?, position), succeeded_at = ?, failure = null"
                                + " where feed = ?",
                        position,
                        now(),
                        feed)
                == 0) {
            jdbc.update(
                    "insert into feed_position (feed, position, succeeded_at) values (?, ?, ?)", feed, position, now());
        }
    }

    /** The feed is read up to the position and not yet to its end; everything up to there is committed. */
    public void moved(String feed, String position) {
        if (jdbc.update("update feed_position set position = ? where feed = ?", position, feed) == 0) {
            jdbc.update("insert into feed_position (feed, position) values (?, ?)", feed, position);
        }
    }

    /**
     * The feed could not be read.
     *
     * @param failure without personal data
     */
    public void failed(String feed, String failure) {
        if (jdbc.update("update feed_position set failed_at = ?, failure = ? where feed = ?", now(), failure, feed)
                == 0) {
            jdbc.update("insert into feed_position (feed, failed_at, failure) values (?, ?, ?)", feed, now(), failure);
        }
    }

    public List<Feed> all() {
        return jdbc.query(
                "select feed, position, succeeded_at, failed_at, failure from feed_position order by feed",
                (row, n) -> new Feed(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getObject(4, OffsetDateTime.class),
                        row.getString(5)));
    }

    /** The present, UTC. */
    public OffsetDateTime now() {
        return OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
