package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.NewDelivery;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reminds people of due days, and those above them of days that have passed, as {@code reminders.csv} says: each stage of a
 * deadline once, and of several stages that passed unseen only the last. A message holds the case number, the clock and
 * the day, and nothing else.
 */
public final class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    /** What a stage may be called. */
    static final Set<String> STAGES = Set.of("SOON", "LAST_DAY", "OVERDUE", "ESCALATED");

    private static final int PAGE = 1_000;
    private static final int BATCH = 100;

    /** No reminder comes earlier than so many working days before the due day. */
    private static final int EARLIEST = 15;

    /** A destination of its own: what a citizen is told never waits for a colleague. */
    static final String STAFF = "staff";

    private final DecisionTable table;
    private final Calendar calendar;
    private final RoleSettings roles;
    private final Messages messages;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Clock clock;

    Reminders(
            DecisionTable table,
            Calendar calendar,
            RoleSettings roles,
            Messages messages,
            Deadlines deadlines,
            Ledger ledger,
            Clock clock) {
        this.table = table;
        this.calendar = calendar;
        this.roles = roles;
        this.messages = messages;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Reminds of whatever has come to a new stage.
     *
     * @return how many reminders there were
     */
    public int remind() {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.WIB));
        var filter = new Deadlines.Filter(calendar.present().roughly(today, EARLIEST), null, null, null);
        String after = null;
        int count = 0;
        while (true) {
            List<Deadlines.Line> page = deadlines.page(filter, after, PAGE);
            if (page.isEmpty()) {
                return count;
            }
            List<UUID> cases = page.stream()
                    .filter(line -> isNews(line, today))
                    .map(Deadlines.Line::caseId)
                    .distinct()
                    .toList();
            for (int from = 0; from < cases.size(); from += BATCH) {
                count += remind(cases.subList(from, Math.min(cases.size(), from + BATCH)), today);
            }
            after = page.getLast().place();
        }
    }

    private boolean isNews(Deadlines.Line line, LocalDate today) {
        LocalDate due = line.due();
        return due != null && isNews(stage(line.clock(), due, today), line.reminded());
    }

    private static boolean isNews(Decision stage, @Nullable String reminded) {
        return !stage.output("stage").isEmpty() && !stage.output("stage").equals(reminded);
    }

    private Decision stage(Deadline.Kind clock, LocalDate due, LocalDate today) {
        int late = calendar.present().late(due, today);
        return table.decide(Map.of("clock", clock.name(), "late", Integer.toString(late)), today);
    }

    private int remind(List<UUID> cases, LocalDate today) {
        try {
            return ledger.write(unit -> unit.prepareCases(cases).stream()
                    .mapToInt(on -> remind(unit, on, today))
                    .sum());
        } catch (RuntimeException e) {
            if (cases.size() == 1) {
                LOG.error("Nobody was reminded of case {}: {}", cases.getFirst(), Fault.of(e));
                return 0;
            }
            return cases.stream().mapToInt(one -> remind(List.of(one), today)).sum();
        }
    }

    private int remind(UnitOfWork unit, OpenCase on, LocalDate today) {
        int count = 0;
        for (Deadline deadline : List.copyOf(on.deadlines())) {
            LocalDate due = deadline.due();
            if (deadline.state() == Deadline.State.RUNNING && due != null) {
                Decision stage = stage(deadline.kind(), due, today);
                if (isNews(stage, deadline.reminded())) {
                    send(unit, on, deadline, due, stage);
                    count++;
                }
            }
        }
        return count;
    }

    private void send(UnitOfWork unit, OpenCase on, Deadline deadline, LocalDate due, Decision stage) {
        String role = stage.output("role");
        UUID id = roles.address(role)
                .map(address -> {
                    UUID delivery = unit.newId();
                    byte[] payload = messages.reminder(
                            delivery,
                            on.number(),
                            deadline.kind(),
                            due,
                            calendar.present().late(due, LocalDate.now(clock.withZone(Clocks.WIB))),
                            address);
                    unit.add(on, new NewDelivery(delivery, STAFF, "REMINDER", null, payload, null));
                    return delivery;
                })
                .orElse(null);
        on.record(
                List.of(new CaseEvent.ReminderSent(
                        deadline.kind(), deadline.referral(), due, stage.output("stage"), role, id)),
                "hub",
                stage.table() + " " + stage.version() + " line " + stage.line() + ": " + stage.because());
    }
}
