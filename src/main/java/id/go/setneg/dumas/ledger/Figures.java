package id.go.setneg.dumas.ledger;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much of everything there is; numbers and codes only. */
public final class Figures {

    private final JdbcTemplate jdbc;

    /**
     * What waits for one destination.
     *
     * @param waiting due now or later
     * @param oldest when the oldest of the waiting was written
     * @param held waits for a person
     * @param failure why the newest attempt of those that wait failed
     */
    public record Outgoing(
            String destination,
            long waiting,
            @Nullable OffsetDateTime oldest,
            long held,
            long delivered,
            @Nullable String failure) {}

    /**
     * Something that waits for a person.
     *
     * @param isRecord whether it is a parked record; else it is a delivery
     * @param place feed or destination
     */
    public record Waiting(UUID id, boolean isRecord, String place, String reason, OffsetDateTime since) {}

    Figures(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Submissions by feed. */
    public Map<String, Long> taken() {
        return counts("select feed, count(*) from submission group by feed");
    }

    /** Waiting parked records by feed. */
    public Map<String, Long> parked() {
        return counts("select feed, count(*) from parked where state = 'WAITING' group by feed");
    }

    /** Cases by state. */
    public Map<String, Long> cases() {
        return counts("select state, count(*) from case_file group by state");
    }

    /** Every destination that ever had a delivery. */
    public List<Outgoing> outgoing() {
        return jdbc.query(
                """
                select destination,
                       sum(case when state = 'WAITING' then 1 else 0 end),
                       min(case when state = 'WAITING' then created_at end),
                       sum(case when state in ('HELD', 'PARKED') then 1 else 0 end),
                       sum(case when state = 'DELIVERED' then 1 else 0 end),
                       max(case when state = 'WAITING' then reason end)
                from delivery group by destination order by destination""",
                (row, n) -> new Outgoing(
                        row.getString(1),
                        row.getLong(2),
                        row.getObject(3, OffsetDateTime.class),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6)));
    }

    /** Parked records, and held or parked deliveries, oldest first; so many of each. */
    public List<Waiting> waiting(int most) {
        return jdbc.query(
                """
                select * from (
                    select id, 1, feed, reason, parked_at from parked where state = 'WAITING' order by parked_at limit ?) r
                union all
                select * from (
                    select id, 0, destination, coalesce(reason, ''), created_at
                    from delivery where state in ('HELD', 'PARKED') order by created_at limit ?) d
                order by 5""",
                (row, n) -> new Waiting(
                        row.getObject(1, UUID.class),
                        row.getInt(2) == 1,
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)),
                most,
                most);
    }

    private Map<String, Long> counts(String sql) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.query(sql, row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
