package id.go.setneg.dumas.ledger;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much of everything there is; numbers and codes only. */
public final class Figures {

    /** Read from the index alone: deliveries are many, and each is large. */
    static final String DELIVERIES = "select destination, state, count(*) from delivery group by destination, state";

    static final String WAITING =
            "select destination, min(created_at), max(reason) from delivery where state = 'WAITING'"
                    + " group by destination";

    private final JdbcTemplate jdbc;

    private record Oldest(
            @Nullable OffsetDateTime since, @Nullable String failure) {
        private static final Oldest NONE = new Oldest(null, null);
    }

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
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        jdbc.query(DELIVERIES, row -> {
            counts.computeIfAbsent(row.getString(1), none -> new HashMap<>()).put(row.getString(2), row.getLong(3));
        });
        Map<String, Oldest> oldest = new HashMap<>();
        jdbc.query(WAITING, row -> {
            oldest.put(row.getString(1), new Oldest(row.getObject(2, OffsetDateTime.class), row.getString(3)));
        });
        return counts.entrySet().stream()
                .map(one -> outgoing(one.getKey(), one.getValue(), oldest.getOrDefault(one.getKey(), Oldest.NONE)))
                .toList();
    }

    private static Outgoing outgoing(String destination, Map<String, Long> counts, Oldest oldest) {
        return new Outgoing(
                destination,
                counts.getOrDefault("WAITING", 0L),
                oldest.since(),
                counts.getOrDefault("HELD", 0L) + counts.getOrDefault("PARKED", 0L),
                counts.getOrDefault("DELIVERED", 0L),
                oldest.failure());
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
