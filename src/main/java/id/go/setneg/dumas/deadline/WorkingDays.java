package id.go.setneg.dumas.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * The working days as they were known on one day: Monday to Friday (Perpres 21/2023) without holidays and joint leave. A
 * year whose decree was not known fails with {@link YearNotLoaded}.
 */
public final class WorkingDays {

    private final Set<LocalDate> off;
    private final Set<Integer> years;

    WorkingDays(Set<LocalDate> off, Set<Integer> years) {
        this.off = new HashSet<>(off);
        this.years = Set.copyOf(years);
    }

    /** The same with every year: those without a decree have their weekends only. */
    WorkingDays guessing() {
        return new WorkingDays(off, Set.of());
    }

    public boolean isWorkingDay(LocalDate day) {
        if (!years.isEmpty() && !years.contains(day.getYear())) {
            throw new YearNotLoaded(day.getYear());
        }
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && !off.contains(day);
    }

    /** The day itself when people work on it, else the next on which they do. */
    public LocalDate from(LocalDate day) {
        LocalDate on = day;
        while (!isWorkingDay(on)) {
            on = on.plusDays(1);
        }
        return on;
    }

    /**
     * So many working days later. The first day is not counted; a start on a non-working day is one on the next working
     * day.
     *
     * @param days 0 or more
     */
    public LocalDate plus(LocalDate start, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("a term has no negative length");
        }
        LocalDate on = from(start);
        for (int left = days; left > 0; left--) {
            on = from(on.plusDays(1));
        }
        return on;
    }

    /** Working days after one day up to and with another; negative when the other is earlier. */
    public int between(LocalDate after, LocalDate until) {
        if (until.isBefore(after)) {
            return -between(until, after);
        }
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }
}
