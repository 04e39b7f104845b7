package id.go.setneg.dumas.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Cases whose writer is to be asked another day for what is missing. */
public final class PostponedAsks {

    private final JdbcTemplate jdbc;

    PostponedAsks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were postponed before a time, the longest waiting first. */
    public List<UUID> before(OffsetDateTime time, int most) {
        return jdbc.query(
                "select case_id from postponed_ask where since < ? order by since, case_id limit ?",
                (row, n) -> row.getObject(1, UUID.class),
                time,
                most);
    }
}
