package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@code alarms.csv} sees in a submission is told to people at once: each alarm to the role that its row names, once
 * until somebody sees to it. The message holds the case number and the alarm, and nothing else.
 */
final class Alarms {

    /** What the delivery is called; it waits for no other one ({@code Deliveries}). */
    static final String ALERT = "ALERT";

    /** What the table asks beside the complaint: whether its case was there before. */
    static final String SUPPLEMENT = "supplement";

    private final DecisionTable table;
    private final RoleSettings roles;
    private final Messages messages;

    Alarms(DecisionTable table, RoleSettings roles, Messages messages) {
        this.table = table;
        this.roles = roles;
        this.messages = messages;
    }

    /**
     * Raises what a submission says.
     *
     * @param former what the record said before, null when it is new: what it said already rings no more
     * @param isSupplement whether the case was there before
     */
    void raise(UnitOfWork unit, OpenCase on, Complaint said, @Nullable Complaint former, boolean isSupplement) {
        Map<Alarm, Decision> rung = rung(said, isSupplement);
        if (former != null) {
            rung.keySet().removeAll(rung(former, isSupplement).keySet());
        }
        rung.forEach((alarm, row) -> raise(unit, on, alarm, row));
    }

    /** Raises on a case what a submission has rung that goes there from another one, where nobody has seen to it yet. */
    void raiseAgain(UnitOfWork unit, OpenCase on, Complaint said, OpenCase from) {
        Map<Alarm, Decision> rung = rung(said, true);
        rung.keySet().retainAll(from.file().alarms());
        rung.forEach((alarm, row) -> raise(unit, on, alarm, row));
    }

    /** Every alarm that the table sees, not only that of the first row. */
    private Map<Alarm, Decision> rung(Complaint said, boolean isSupplement) {
        Map<Alarm, Decision> rung = new LinkedHashMap<>();
        Facts.of(said)
                .with(SUPPLEMENT, isSupplement ? "yes" : "no")
                .all(table)
                .filter(row -> !row.output("alarm").isEmpty())
                .forEach(row -> rung.putIfAbsent(Alarm.valueOf(row.output("alarm")), row));
        return rung;
    }

    private void raise(UnitOfWork unit, OpenCase on, Alarm alarm, Decision row) {
        String role = row.output("role");
        Optional<String> address = roles.address(role);
        UUID delivery = address.isPresent() ? unit.newId() : null;
        Basis basis = Judging.basis(row);
        List<CaseEvent> raised = on.file().decide(new CaseCommand.RaiseAlarm(alarm, basis, role, delivery));
        if (raised.isEmpty()) {
            return;
        }
        on.record(raised, "hub", basis.toString());
        if (delivery != null) {
            byte[] alert = messages.alert(delivery, on.number(), alarm, address.orElseThrow());
            unit.add(on, new NewDelivery(delivery, Reminders.STAFF, ALERT, null, alert, null));
        }
    }
}
