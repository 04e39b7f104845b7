package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.PostponedAsks;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks on another day those who could not be asked for what is missing because they had a mail that day. */
public final class Completions {

    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int BATCH = 100;

    private final Desk desk;
    private final PostponedAsks postponed;
    private final Ledger ledger;
    private final Clock clock;

    Completions(Desk desk, PostponedAsks postponed, Ledger ledger, Clock clock) {
        this.desk = desk;
        this.postponed = postponed;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks on the cases that were postponed on an earlier day; at most a hundred a call.
     *
     * @return how many were asked
     */
    public int ask() {
        OffsetDateTime today = LocalDate.now(clock.withZone(Clocks.WIB))
                .atStartOfDay(Clocks.WIB)
                .toOffsetDateTime();
        return postponed.before(today, BATCH).stream().mapToInt(this::ask).sum();
    }

    private int ask(UUID waiting) {
        try {
            return ledger.write(unit -> unit.prepareCases(List.of(waiting)).stream()
                    .mapToInt(on -> ask(unit, on))
                    .sum());
        } catch (RuntimeException e) {
            LOG.error("Nobody was asked what is missing on case {}: {}", waiting, Fault.of(e));
            return 0;
        }
    }

    private int ask(UnitOfWork unit, OpenCase on) {
        boolean isAsked = desk.reactions.ask(unit, on);
        if (isAsked || on.file().state() != CaseState.AWAITING_COMPLETION) {
            unit.acknowledged().settle(on);
        }
        return isAsked ? 1 : 0;
    }
}
