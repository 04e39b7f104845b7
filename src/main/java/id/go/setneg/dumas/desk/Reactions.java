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
            return tell(unit, on, new Messages.News.Informed(unit.now()), List.of());
        }
        return !on.file().missing().equals(before.missing()) && ask(unit, on);
    }

    private static boolean isInformed(OpenCase on) {
        return on.file()
                .verdict()
                .filter(verdict -> verdict.outcome() == Eligibility.INFORM)
                .isPresent();
    }

    /**
     * Who complained is asked for what is missing; whoever got a mail today, another day.
     *
     * @return whether anybody was asked
     */
    boolean ask(UnitOfWork unit, OpenCase on) {
        List<CaseEvent> asked = on.file().decide(new CaseCommand.AskForItems());
        return !asked.isEmpty() && tell(unit, on, incomplete(unit, on), asked);
    }

    private boolean tell(UnitOfWork unit, OpenCase on, Messages.News news, List<CaseEvent> asked) {
        Telling.Told told = telling.tellOnceADay(unit, on, news);
        told.postponed().forEach(address -> unit.acknowledged().postpone(on, address));
        note(on, told, asked);
        return told.isAnybody();
    }

    /**
     * Who had to wait for another day is told what there is to tell by now, if anything.
     *
     * @return whether anybody was told
     */
    boolean tellWhoWaits(UnitOfWork unit, OpenCase on) {
        List<CaseEvent> asked = on.file().decide(new CaseCommand.AskForItems());
        if (asked.isEmpty() && !isInformed(on)) {
            unit.acknowledged().settle(on);
            return false;
        }
        Messages.News news = asked.isEmpty() ? new Messages.News.Informed(unit.now()) : incomplete(unit, on);
        Telling.Told told = telling.tellWhoWaits(unit, on, news);
        told.mailed().forEach(address -> unit.acknowledged().settle(on, address));
        if (told.postponed().isEmpty()) {
            unit.acknowledged().settle(on);
        }
        note(on, told, asked);
        return told.isAnybody();
    }

    /** The time to bring what is missing begins when who complained was asked, and not when only the registry was. */
    private static void note(OpenCase on, Telling.Told told, List<CaseEvent> asked) {
        if (told.isComplainant()) {
            on.record(asked, "hub", "SK Asdep Dumas 4/2022, persyaratan 1b");
        }
    }

    private Messages.News incomplete(UnitOfWork unit, OpenCase on) {
        int days = terms.daysToComplete(unit.now().atZoneSameInstant(Clocks.WIB).toLocalDate());
        return new Messages.News.Incomplete(on.file().missing(), days, unit.now());
    }
}
