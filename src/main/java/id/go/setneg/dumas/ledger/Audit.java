package id.go.setneg.dumas.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who looked at personal data, and who did what with it: written down before it happens, never changed (UU 27/2022). */
public final class Audit {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    /**
     * One line.
     *
     * @param who login name
     * @param did such as {@code READ}
     * @param which what it was done with, such as a parked record's id
     */
    public record Line(OffsetDateTime at, String who, String did, String which) {}

    public Audit(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes a line; stored when this returns. */
    public void note(String who, String did, String which) {
        jdbc.update(
                "insert into audit (at, who, did, which) values (?, ?, ?, ?)",
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC),
                who.length() > 60 ? who.substring(0, 60) : who,
                did,
                which);
    }

    /** Everything that was done with one thing, oldest first. */
    public List<Line> of(String which) {
        return jdbc.query(
                "select at, who, did, which from audit where which = ? order by seq",
                (row, n) -> new Line(
                        row.getObject(1, OffsetDateTime.class), row.getString(2), row.getString(3), row.getString(4)),
                which);
    }
}
