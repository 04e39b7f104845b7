package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Archives what was not completed in time: who was asked for missing items and brought none within the term is told so. A
 * late supplement takes the case out of the archive again. Nothing lapses while somebody still has to be asked anew.
 */
public final class Lapses {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);
    private static final int BATCH = 100;

    private final Telling telling;
    private final Deadlines deadlines;
    private final Ledger ledger;
    private final Clock clock;

    Lapses(Telling telling, Deadlines deadlines, Ledger ledger, Clock clock) {
        this.telling = telling;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Archives the cases whose supplement clock has run out; a provisional one never lets a case lapse.
     *
     * @return how many
     */
    public int lapse() {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.WIB));
        var late = new Deadlines.Filter(today.minusDays(1), Deadline.Kind.SUPPLEMENT, null, null);
        String after = null;
        int count = 0;
        while (true) {
            List<Deadlines.Line> page = deadlines.page(late, after, BATCH);
            if (page.isEmpty()) {
                return count;
            }
            count += lapse(page.stream().map(Deadlines.Line::caseId).toList(), today);
            after = page.getLast().place();
        }
    }

    private int lapse(List<UUID> cases, LocalDate today) {
        try {
            return ledger.write(unit -> unit.prepareCases(cases).stream()
                    .mapToInt(on -> lapse(unit, on, today))
                    .sum());
        } catch (RuntimeException e) {
            if (cases.size() == 1) {
                LOG.error("Case {} cannot be archived: {}", cases.getFirst(), Fault.of(e));
                return 0;
            }
            return cases.stream().mapToInt(one -> lapse(List.of(one), today)).sum();
        }
    }

    private int lapse(UnitOfWork unit, OpenCase on, LocalDate today) {
        if (on.deadlines().stream().noneMatch(deadline -> hasRunOut(deadline, today))
                || unit.acknowledged().isAnybodyWaiting(on)) {
            return 0;
        }
        List<CaseEvent> archived = on.file().decide(new CaseCommand.Lapse(today));
        if (archived.isEmpty()) {
            return 0;
        }
        on.record(archived, "hub", "Kelengkapan yang diminta tidak diterima sampai tenggatnya lewat.");
        telling.tell(unit, on, null, new Messages.News.Lapsed(unit.now()));
        return 1;
    }

    private static boolean hasRunOut(Deadline deadline, LocalDate today) {
        LocalDate due = deadline.due();
        return deadline.kind() == Deadline.Kind.SUPPLEMENT
                && deadline.state() == Deadline.State.RUNNING
                && !deadline.provisional()
                && due != null
                && today.isAfter(due);
    }
}
