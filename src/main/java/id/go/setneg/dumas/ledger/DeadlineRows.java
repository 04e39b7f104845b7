package id.go.setneg.dumas.ledger;

import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.complaint.Deadline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the deadlines of a unit of work that differ from what the ledger has: one statement for all of a sort. */
final class DeadlineRows {

    private final JdbcTemplate jdbc;
    private final List<Object[]> added = new ArrayList<>();
    private final List<Object[]> changed = new ArrayList<>();
    private final List<Object[]> removed = new ArrayList<>();
    private final List<Object[]> clocked = new ArrayList<>();

    DeadlineRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Collection<OpenCase> cases) {
        for (OpenCase open : cases) {
            if (!open.entries().isEmpty() || open.clocks().isStale()) {
                compare(open.id(), open.clocks());
            }
            if (open.entries().isEmpty() && open.clocks().isStale()) {
                clocked.add(new Object[] {open.clocks().version(), open.id()});
            }
        }
        batch("delete from deadline where case_id = ? and clock = ? and subject = ?", removed);
        batch(
                "update deadline set owner = ?, started_at = ?, due = ?, state = ?, ended_at = ?, provisional = ?,"
                        + " reminded = ? where case_id = ? and clock = ? and subject = ?",
                changed);
        batch(
                "insert into deadline (owner, started_at, due, state, ended_at, provisional, reminded, case_id, clock,"
                        + " subject) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                added);
        batch("update case_file set clocked_by = ? where id = ?", clocked);
    }

    private void compare(UUID caseId, CaseClocks clocks) {
        Map<Deadline.Key, Deadline> before =
                clocks.before().stream().collect(toMap(Deadline::key, Function.identity()));
        for (Deadline deadline : clocks.present()) {
            Deadline former = before.remove(deadline.key());
            if (former == null) {
                added.add(row(caseId, deadline));
            } else if (!former.equals(deadline)) {
                changed.add(row(caseId, deadline));
            }
        }
        before.keySet()
                .forEach(gone ->
                        removed.add(new Object[] {caseId, gone.kind().name(), subject(caseId, gone.referral())}));
    }

    private static Object[] row(UUID caseId, Deadline deadline) {
        return new Object[] {
            deadline.owner().name(),
            deadline.startedAt(),
            deadline.due(),
            deadline.state().name(),
            deadline.endedAt(),
            deadline.provisional(),
            deadline.reminded(),
            caseId,
            deadline.kind().name(),
            subject(caseId, deadline.referral())
        };
    }

    private static UUID subject(UUID caseId, @Nullable UUID referral) {
        return referral == null ? caseId : referral;
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
