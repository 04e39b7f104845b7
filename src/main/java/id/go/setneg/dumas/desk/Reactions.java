package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.CaseCommand;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.ledger.OpenCase;
import id.go.setneg.dumas.ledger.UnitOfWork;
import java.util.List;
import java.util.Set;

/** Who complained is told what is new: exactly what is missing, or who gives information; on each channel. */
final class Reactions {

    private final Telling telling;
    private final TermTables terms;

    /** What who complained was told before. */
    record Before(Set<RequiredItem> missing, boolean isInformed) {}

    Reactions(Telling telling, TermTables terms) {
        this.telling = telling;
        this.terms = terms;
    }

    Before before(OpenCase on) {
        return new Before(on.file().missing(), isInformed(on));
    }

    /**
     * Tells what is new since before.
     *
     * @return whether anybody was told
     */
    boolean react(UnitOfWork unit, OpenCase on, Before before) {
        if (isInformed(on) && !before.isInformed()) {
            return telling.tellOnceADay(unit, on, new Messages.News.Informed(unit.now()));
        }
        return !on.file().missing().equals(before.missing()) && ask(unit, on);
    }

    private static boolean isInformed(OpenCase on) {
        return on.file()
                .verdict()
                .filter(verdict -> verdict.outcome() == Eligibility.INFORM)
                .isPresent();
    }

    /** Who complained is asked for what is missing; whoever got a mail today, another day. */
    boolean ask(UnitOfWork unit, OpenCase on) {
        List<CaseEvent> asked = on.file().decide(new CaseCommand.AskForItems());
        if (asked.isEmpty()) {
            return false;
        }
        int days = terms.daysToComplete(unit.now().atZoneSameInstant(Clocks.WIB).toLocalDate());
        var news = new Messages.News.Incomplete(on.file().missing(), days, unit.now());
        boolean isHeard = telling.tellOnceADay(unit, on, news);
        if (isHeard) {
            on.record(asked, "hub", "SK Asdep Dumas 4/2022, persyaratan 1b");
        } else {
            unit.acknowledged().postpone(on);
        }
        return isHeard;
    }
}
