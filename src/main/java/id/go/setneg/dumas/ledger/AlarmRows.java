package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseEvent;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes which alarms a unit of work has raised and which somebody has seen to: one statement for all of a sort. */
final class AlarmRows {

    private final JdbcTemplate jdbc;
    private final OffsetDateTime now;
    private final List<Object[]> seen = new ArrayList<>();
    private final List<Object[]> raised = new ArrayList<>();

    AlarmRows(JdbcTemplate jdbc, OffsetDateTime now) {
        this.jdbc = jdbc;
        this.now = now;
    }

    void write(Collection<OpenCase> cases) {
        for (OpenCase open : cases) {
            for (OpenCase.Entry entry : open.entries()) {
                if (entry.event() instanceof CaseEvent.Alarming about) {
                    add(open, about);
                }
            }
        }
        batch("delete from open_alarm where case_id = ? and alarm = ?", seen);
        batch("insert into open_alarm (case_id, alarm, role, delivery_id, since) values (?, ?, ?, ?, ?)", raised);
    }

    private void add(OpenCase on, CaseEvent.Alarming event) {
        switch (event) {
            case CaseEvent.AlarmRaised alarm ->
                raised.add(new Object[] {on.id(), alarm.alarm().name(), alarm.role(), alarm.delivery(), now});
            case CaseEvent.AlarmsSeenTo alarms ->
                alarms.alarms().forEach(alarm -> seen.add(new Object[] {on.id(), alarm.name()}));
        }
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
