package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Deadline;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is due and overdue over all cases; numbers, codes and days only. */
public final class Deadlines {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcTemplate jdbc;

    /**
     * One deadline of one case.
     *
     * @param caseNumber the public number
     * @param referral absent when it is for the case as a whole
     * @param agency code of the agency of the referral
     * @param reminded the last stage of which somebody was reminded
     */
    public record Line(
            UUID caseId,
            String caseNumber,
            Deadline.Kind clock,
            @Nullable UUID referral,
            @Nullable String agency,
            Deadline.Owner owner,
            OffsetDateTime startedAt,
            @Nullable LocalDate due,
            Deadline.State state,
            boolean provisional,
            @Nullable String reminded) {

        /** Where the next page begins. */
        public String place() {
            UUID subject = referral == null ? caseId : referral;
            return String.join(
                    " ", (due == null ? NEVER : due).toString(), caseNumber, clock.name(), subject.toString());
        }
    }

    /**
     * Which deadlines are meant; the open ones at any rate.
     *
     * @param until only those that run and are due up to this day; null for all
     */
    public record Filter(
            @Nullable LocalDate until,
            Deadline.@Nullable Kind clock,
            Deadline.@Nullable Owner owner,
            @Nullable String agency) {}

    /**
     * The open deadlines of one clock.
     *
     * @param overdue of the running ones, those whose due day has passed
     * @param soon of the running ones, those due from today up to some day
     * @param oldest the longest passed, or nearest, due day; absent where nothing has one
     */
    public record Figure(
            Deadline.Kind clock,
            long open,
            long paused,
            long overdue,
            long soon,
            @Nullable LocalDate oldest) {}

    public Deadlines(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A page, the longest overdue first, those without a due day last.
     *
     * @param after {@link Line#place} of the last of the page before, null at the beginning
     * @throws IllegalArgumentException when {@code after} is no place
     */
    public List<Line> page(Filter filter, @Nullable String after, int most) {
        var sql = new StringBuilder("""
                select d.case_id, c.number, d.clock, d.subject, r.agency, d.owner, d.started_at, d.due, d.state,
                       d.provisional, d.reminded
                from deadline d join case_file c on c.id = d.case_id left join referral r on r.id = d.subject
                where d.state in ('RUNNING', 'PAUSED')""");
        List<Object> values = new ArrayList<>();
        and(sql, values, " and d.state = 'RUNNING' and d.due <= ?", filter.until());
        and(sql, values, " and d.clock = ?", filter.clock());
        and(sql, values, " and d.owner = ?", filter.owner());
        and(sql, values, " and r.agency = ?", filter.agency());
        if (after != null) {
            sql.append(" and (coalesce(d.due, date '9999-12-31'), c.number, d.clock, d.subject) > (?, ?, ?, ?)");
            values.addAll(place(after));
        }
        sql.append(" order by coalesce(d.due, date '9999-12-31'), c.number, d.clock, d.subject limit ?");
        values.add(most);
        return jdbc.query(
                sql.toString(),
                (row, n) -> {
                    UUID caseId = row.getObject(1, UUID.class);
                    UUID subject = row.getObject(4, UUID.class);
                    return new Line(
                            caseId,
                            row.getString(2),
                            Deadline.Kind.valueOf(row.getString(3)),
                            subject.equals(caseId) ? null : subject,
                            row.getString(5),
                            Deadline.Owner.valueOf(row.getString(6)),
                            row.getObject(7, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                            row.getObject(8, LocalDate.class),
                            Deadline.State.valueOf(row.getString(9)),
                            row.getBoolean(10),
                            row.getString(11));
                },
                values.toArray());
    }

    /** Every clock of which one is open. */
    public List<Figure> figures(LocalDate today, LocalDate soon) {
        return jdbc.query(
                """
                select clock, count(*),
                       sum(case when state = 'PAUSED' then 1 else 0 end),
                       sum(case when state = 'RUNNING' and due < ? then 1 else 0 end),
                       sum(case when state = 'RUNNING' and due >= ? and due <= ? then 1 else 0 end),
                       min(case when state = 'RUNNING' then due end)
                from deadline where state in ('RUNNING', 'PAUSED') group by clock order by clock""",
                (row, n) -> new Figure(
                        Deadline.Kind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, LocalDate.class)),
                today,
                today,
                soon);
    }

    /** Cases whose clocks were computed by other rules than these, in the order of their ids; none that was erased. */
    public List<UUID> casesNotClockedBy(String version, @Nullable UUID after, int most) {
        return jdbc.queryForList("""
                select c.id from case_file c
                where (c.clocked_by is null or (c.clocked_by <> '-' and c.clocked_by <> ?)) and c.id > ?
                  and exists (select 1 from case_key k where k.case_id = c.id)
                order by c.id limit ?""", UUID.class, version, after == null ? new UUID(0, 0) : after, most);
    }

    private static void and(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value instanceof Enum<?> word ? word.name() : value);
        }
    }

    private static List<Object> place(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException("not a place in the list");
        }
        try {
            return List.of(LocalDate.parse(parts[0]), parts[1], parts[2], UUID.fromString(parts[3]));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("not a place in the list", wrong);
        }
    }
}
