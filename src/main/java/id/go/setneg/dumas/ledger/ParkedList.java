package id.go.setneg.dumas.ledger;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Parked records as people look for them. What was parked for the same cause has the same feed, mapping and reason, where
 * digits in the reason do not count: each run of them reads {@code 9}. Nothing here holds personal data.
 */
public final class ParkedList {

    private static final String CAUSE = "regexp_replace(reason, '[0-9]+', '9', 'g')";
    private static final int MOST_CAUSES = 200;

    private final JdbcTemplate jdbc;

    /** What became of a parked record. */
    public enum State {
        WAITING,
        REPLAYED,
        DISCARDED
    }

    /**
     * Why records were parked.
     *
     * @param words the reason, each run of digits as {@code 9}
     */
    public record Cause(String feed, String mapping, String words) {}

    /** The records that wait for one cause. */
    public record Group(Cause cause, long count, OffsetDateTime oldest, OffsetDateTime newest) {}

    /**
     * One record.
     *
     * @param settledBy who discarded it
     */
    public record Row(
            UUID id,
            String feed,
            String mapping,
            String reason,
            State state,
            OffsetDateTime parkedAt,
            @Nullable OffsetDateTime settledAt,
            @Nullable String settledBy) {}

    /**
     * Which ones to list.
     *
     * @param cause absent for all
     * @param feed absent for all
     * @param since parked at or after
     * @param until parked at or before
     */
    public record Filter(
            State state,
            @Nullable Cause cause,
            @Nullable String feed,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime until) {

        /** Those that wait for a cause, parked up to a point in time. */
        public static Filter waiting(Cause cause, @Nullable OffsetDateTime until) {
            return new Filter(State.WAITING, cause, null, null, until);
        }
    }

    public ParkedList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits, by cause, the longest waiting first; at most two hundred. */
    public List<Group> groups() {
        return jdbc.query(
                "select feed, mapping, cause, count(*), min(parked_at), max(parked_at) from (select feed, mapping, "
                        + CAUSE + " as cause, parked_at from parked where state = 'WAITING') w"
                        + " group by feed, mapping, cause order by 5, 1, 2, 3 limit " + MOST_CAUSES,
                (row, n) -> new Group(
                        new Cause(row.getString(1), row.getString(2), row.getString(3)),
                        row.getLong(4),
                        row.getObject(5, OffsetDateTime.class),
                        row.getObject(6, OffsetDateTime.class)));
    }

    /** One record, whatever became of it. */
    public Optional<Row> find(UUID id) {
        return rows(" where id = ?", List.of(id)).stream().findFirst();
    }

    /**
     * A page, in the order of parking.
     *
     * @param after the last id of the page before, absent for the first
     */
    public List<Row> page(Filter filter, @Nullable UUID after, int most) {
        var where = new StringBuilder(" where state = ?");
        List<Object> arguments = new ArrayList<>(List.of(filter.state().name()));
        Cause cause = filter.cause();
        if (cause != null) {
            where.append(" and feed = ? and mapping = ? and " + CAUSE + " = ?");
            arguments.addAll(List.of(cause.feed(), cause.mapping(), cause.words()));
        }
        and(where, " and feed = ?", filter.feed(), arguments);
        and(where, " and parked_at >= ?", utc(filter.since()), arguments);
        and(where, " and parked_at <= ?", utc(filter.until()), arguments);
        and(where, " and id > ?", after, arguments);
        arguments.add(most);
        return rows(where + " order by id limit ?", arguments);
    }

    private static void and(StringBuilder where, String condition, @Nullable Object value, List<Object> arguments) {
        if (value != null) {
            where.append(condition);
            arguments.add(value);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable OffsetDateTime time) {
        return time == null ? null : time.withOffsetSameInstant(ZoneOffset.UTC);
    }

    private List<Row> rows(String rest, List<Object> arguments) {
        return jdbc.query(
                "select id, feed, mapping, reason, state, parked_at, settled_at, settled_by from parked" + rest,
                (row, n) -> new Row(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        State.valueOf(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class),
                        row.getObject(7, OffsetDateTime.class),
                        row.getString(8)),
                arguments.toArray());
    }
}
