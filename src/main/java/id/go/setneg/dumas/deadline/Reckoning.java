package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.CaseTimeline.Span;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Deadline.State;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Counts the days of one clock. */
final class Reckoning {

    private final WorkCalendar calendar;
    private final OfficeHours hours;

    /**
     * Until when a term lasts.
     *
     * @param due absent while it is paused, and when there is no limit
     */
    private record Until(@Nullable LocalDate due, boolean isPaused, boolean isProvisional) {}

    Reckoning(WorkCalendar calendar, OfficeHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    Deadline of(Run run, CaseTimeline timeline, Terms terms, OffsetDateTime now) {
        LocalDate start = hours.dayOf(run.start, run.place);
        Term term = terms.of(run.key.kind(), start);
        OffsetDateTime end = run.end();
        LocalDate judged = day(end == null ? now : end, run.place);
        Until until = until(run, start, term, judged);
        LocalDate due = until.due();
        String reminded = due == null ? null : timeline.reminded(run.key, due).orElse(null);
        return new Deadline(
                run.key.kind(),
                run.key.referral(),
                term.owner(),
                run.start,
                due,
                state(run, until, judged),
                end,
                until.isProvisional(),
                reminded);
    }

    private static State state(Run run, Until until, LocalDate judged) {
        if (run.end() == null) {
            return until.isPaused() ? State.PAUSED : State.RUNNING;
        }
        LocalDate due = until.due();
        if (due != null && judged.isAfter(due)) {
            return State.MISSED;
        }
        return run.isFulfilled() ? State.MET : State.STOPPED;
    }

    private Until until(Run run, LocalDate start, Term term, LocalDate judged) {
        Integer days = term.days();
        if (days == null) {
            return new Until(null, false, false);
        }
        WorkingDays known = calendar.asKnownOn(judged);
        try {
            return count(run, start, days, term.unit(), known, false);
        } catch (YearNotLoaded unknown) {
            return count(run, start, days, term.unit(), known.guessing(), true);
        }
    }

    /** The day on which it stands still is used up; the day on which it goes on is not counted, as any first day. */
    private Until count(Run run, LocalDate start, int days, Term.Unit unit, WorkingDays known, boolean isProvisional) {
        LocalDate from = first(start, unit, known);
        int left = days;
        for (Span pause : run.pauses()) {
            int used = Math.max(0, between(from, day(pause.from(), run.place), unit, known));
            if (used >= left) {
                break;
            }
            OffsetDateTime until = pause.until();
            if (until == null) {
                return new Until(null, true, isProvisional);
            }
            LocalDate on = first(hours.dayOf(until, run.place), unit, known);
            if (on.isAfter(from)) {
                left -= used;
                from = on;
            }
        }
        LocalDate due = unit == Term.Unit.WORKING_DAYS ? known.plus(from, left) : from.plusDays(left);
        return new Until(due, false, isProvisional);
    }

    private static LocalDate first(LocalDate day, Term.Unit unit, WorkingDays known) {
        return unit == Term.Unit.WORKING_DAYS ? known.from(day) : day;
    }

    private static int between(LocalDate after, LocalDate until, Term.Unit unit, WorkingDays known) {
        return unit == Term.Unit.WORKING_DAYS
                ? known.between(after, until)
                : (int) (until.toEpochDay() - after.toEpochDay());
    }

    private static LocalDate day(OffsetDateTime at, ZoneId place) {
        return at.atZoneSameInstant(place).toLocalDate();
    }
}
