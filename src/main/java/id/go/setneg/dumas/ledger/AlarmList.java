package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Alarm;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Alarms that nobody has seen to, for people; numbers and codes only. Those of a case whose key was destroyed are none. */
public final class AlarmList {

    private static final String OPEN =
            " from open_alarm a join case_file c on c.id = a.case_id join case_key k on k.case_id = a.case_id";

    private final JdbcTemplate jdbc;

    /**
     * An open alarm.
     *
     * @param role who is told, absent for one of before anybody was
     * @param mail where the message to the role stands, absent where the role has no address
     */
    public record Row(
            String number,
            Alarm alarm,
            OffsetDateTime since,
            @Nullable String role,
            @Nullable String mail) {}

    /**
     * How many there are.
     *
     * @param oldest since when the oldest is open, absent when there is none
     */
    public record Figure(long open, @Nullable OffsetDateTime oldest) {}

    AlarmList(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    public List<Row> open(int most) {
        return jdbc.query(
                "select c.number, a.alarm, a.since, a.role, d.state" + OPEN
                        + " left join delivery d on d.id = a.delivery_id order by a.since, c.number, a.alarm limit ?",
                (row, n) -> new Row(
                        row.getString(1),
                        Alarm.valueOf(row.getString(2)),
                        row.getObject(3, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC),
                        row.getString(4),
                        row.getString(5)),
                most);
    }

    public Figure figure() {
        return jdbc.query("select count(*), min(a.since)" + OPEN, row -> {
            row.next();
            return new Figure(row.getLong(1), row.getObject(2, OffsetDateTime.class));
        });
    }
}
