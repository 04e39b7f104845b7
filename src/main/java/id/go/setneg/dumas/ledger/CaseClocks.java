package id.go.setneg.dumas.ledger;

import static java.util.stream.Collectors.toMap;

import id.go.setneg.dumas.complaint.CaseEvent.DeadlineMoved;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The deadlines of one open case: as the ledger has them, and as they are now. */
final class CaseClocks {

    static final String NOTHING_OPEN = "-";

    private final DeadlineRules rules;
    private final OffsetDateTime now;
    private final CaseTimeline timeline;
    private final @Nullable String clockedBy;
    private final boolean isStale;
    private @Nullable List<Deadline> before;
    private @Nullable List<Deadline> present;

    /**
     * @param clockedBy by what they were computed, null when they never were
     * @param stored read from the ledger where they were computed by something else; null where they need not be read
     */
    CaseClocks(
            DeadlineRules rules,
            OffsetDateTime now,
            CaseTimeline timeline,
            @Nullable String clockedBy,
            @Nullable List<Deadline> stored) {
        this.rules = rules;
        this.now = now;
        this.timeline = timeline;
        this.clockedBy = clockedBy;
        this.isStale = stored != null;
        this.before = stored;
    }

    /** Whether what the ledger has was not computed by the present rules. */
    static boolean isStale(DeadlineRules rules, @Nullable String clockedBy, OffsetDateTime now) {
        return rules.areAny()
                && !NOTHING_OPEN.equals(clockedBy)
                && !rules.version(now).equals(clockedBy);
    }

    boolean isStale() {
        return isStale;
    }

    CaseTimeline timeline() {
        return timeline;
    }

    /** The timeline is about to change. */
    void change() {
        if (before == null) {
            before = rules.of(timeline, now);
        }
        present = null;
    }

    /** As the ledger has them. */
    List<Deadline> before() {
        return before == null ? present() : before;
    }

    List<Deadline> present() {
        if (present == null) {
            present = rules.of(timeline, now);
        }
        return present;
    }

    /** By what the present ones are computed. */
    @Nullable
    String version() {
        if (!rules.areAny()) {
            return clockedBy;
        }
        boolean isAnyOpen =
                present().stream().anyMatch(deadline -> deadline.state().isOpen());
        return isAnyOpen ? rules.version(now) : NOTHING_OPEN;
    }

    /** What the change of the rules alone moved. */
    Optional<DeadlineMoved> moved() {
        Map<Deadline.Key, Deadline> known = before().stream().collect(toMap(Deadline::key, Function.identity()));
        List<DeadlineMoved.Move> moves = new ArrayList<>();
        for (Deadline deadline : present()) {
            Deadline former = known.get(deadline.key());
            if (former != null && former.state().isOpen() && deadline.state().isOpen()) {
                LocalDate from = former.due();
                LocalDate to = deadline.due();
                if (from != null && to != null && !from.equals(to)) {
                    moves.add(new DeadlineMoved.Move(deadline.kind(), deadline.referral(), from, to));
                }
            }
        }
        return moves.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DeadlineMoved(moves, rules.instrument(clockedBy == null ? "" : clockedBy, moves, now)));
    }
}
