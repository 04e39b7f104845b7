package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.ledger.DeadlineRules;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the calendar, and sets right the open clocks that go by an older one or by older tables, in batches: each case whose due days
 * move says so in one line of its journal. It may be stopped at any time; what it did not reach, it reaches the next time.
 */
public final class DeadlineReview {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineReview.class);
    private static final int BATCH = 100;

    private final Calendar calendar;
    private final Supplier<DeadlineRules> rules;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * What a review did.
     *
     * @param calendar what became of the calendar's file
     * @param cases how many cases were computed again
     */
    public record Reviewed(Calendar.Outcome calendar, int cases) {}

    DeadlineReview(Calendar calendar, Supplier<DeadlineRules> rules, Deadlines deadlines, Ledger ledger, Clock clock) {
        this.calendar = calendar;
        this.rules = rules;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Reads the calendar again and computes what does not go by it. */
    public Reviewed review() {
        Calendar.Outcome outcome = calendar.reload();
        return new Reviewed(outcome, computeAgain());
    }

    /**
     * Computes what does not go by the present calendar and tables.
     *
     * @return how many cases were computed again
     */
    public int computeAgain() {
        String version = rules.get().version(OffsetDateTime.now(clock));
        UUID after = null;
        int count = 0;
        while (true) {
            List<UUID> stale = deadlines.casesNotClockedBy(version, after, BATCH);
            if (stale.isEmpty()) {
                return count;
            }
            count += compute(stale);
            after = stale.getLast();
        }
    }

    /** One that cannot be read does not keep the others from it. */
    private int compute(List<UUID> cases) {
        try {
            return ledger.write(unit -> unit.prepareCases(cases).size());
        } catch (RuntimeException e) {
            if (cases.size() == 1) {
                LOG.error("The clocks of case {} cannot be computed: {}", cases.getFirst(), Fault.of(e));
                return 0;
            }
            return cases.stream().mapToInt(one -> compute(List.of(one))).sum();
        }
    }
}
