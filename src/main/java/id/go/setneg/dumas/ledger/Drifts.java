package id.go.setneg.dumas.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the records of a source differ from what is known of them. No value of a record is kept, only its shape. */
public final class Drifts {

    private final JdbcTemplate jdbc;

    /**
     * One difference.
     *
     * @param path where in the record, such as {@code /pengadu/surel} or {@code /berkas/[]/tipe}
     * @param what {@code UNKNOWN_FIELD}, {@code NEW_VALUE}, {@code OTHER_TYPE}, {@code NOT_STRICT} (JSON
     *     that breaks its rules) or {@code MORE}
     * @param shape of the first example: letters as {@code a}, digits as {@code 9}
     * @param sightings how often it was seen; a record that is read twice counts twice
     */
    public record Drift(
            String feed, String path, String what, String shape, long sightings, Instant firstAt, Instant lastAt) {}

    public Drifts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** All, the newest first. */
    public List<Drift> all() {
        return jdbc.query(
                "select feed, path, what, shape, sightings, first_at, last_at from drift order by first_at desc, feed, path",
                (row, n) -> new Drift(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }

    /** Adds sightings to what is known; several hubs over one database may do so at once. */
    public void add(List<Drift> seen) {
        for (Drift drift : seen) {
            if (!counted(drift) && !inserted(drift)) {
                counted(drift);
            }
        }
    }

    /** A person has dealt with it; when it is seen again, it is new. False when it is not there. */
    public boolean forget(String feed, String path, String what) {
        return jdbc.update("delete from drift where feed = ? and path = ? and what = ?", feed, path, what) > 0;
    }

    private boolean counted(Drift drift) {
        return jdbc.update(
                        "update drift set sightings = sightings + ?, last_at = ? where feed = ? and path = ? and what = ?",
                        drift.sightings(),
                        utc(drift.lastAt()),
                        drift.feed(),
                        drift.path(),
                        drift.what())
                > 0;
    }

    private boolean inserted(Drift drift) {
        return jdbc.update(
                        "insert into drift (feed, path, what, shape, sightings, first_at, last_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        drift.feed(),
                        drift.path(),
                        drift.what(),
                        drift.shape(),
                        drift.sightings(),
                        utc(drift.firstAt()),
                        utc(drift.lastAt()))
                > 0;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
