package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.PostponedNotices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on another day what is new on their case, such as what is missing, those who could not be told because they had a mail
 * that day.
 */
public final class Completions {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int BATCH = 100;

    private final Desk desk;
    private final PostponedNotices postponed;
    private final Ledger ledger;
    private final Clock clock;

    Completions(Desk desk, PostponedNotices postponed, Ledger ledger, Clock clock) {
        this.desk = desk;
        this.postponed = postponed;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Tells on the cases that were postponed on an earlier day; at most a hundred a call.
     *
     * @return on how many somebody was told
     */
    public int ask() {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.WIB));
        return postponed.due(today, BATCH).stream().mapToInt(this::ask).sum();
    }

    private int ask(UUID waiting) {
        try {
            return ledger.write(unit -> unit.prepareCases(List.of(waiting)).stream()
                    .mapToInt(on -> desk.reactions.tellWhoWaits(unit, on) ? 1 : 0)
                    .sum());
        } catch (RuntimeException e) {
            LOG.error("Nobody was told what is new on case {}: {}", waiting, Fault.of(e));
            return 0;
        }
    }
}
