package id.go.setneg.dumas.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every decree on holidays that was ever read. It is bi-temporal: it says which days are off, and from when that was known.
 * Of several instruments on one day the one that was known last counts. A year is loaded from the day on which at least
 * {@value #FEWEST} of its days are known: one decree of three ministers fixes a whole year. Immutable.
 */
public final class WorkCalendar {

    static final int FEWEST = 10;

    private final List<CalendarDay> days;
    private final String version;
    private final NavigableMap<LocalDate, WorkingDays> known = new TreeMap<>();

    WorkCalendar(List<CalendarDay> days, String version) {
        this.days = List.copyOf(days);
        this.version = version;
        new TreeSet<>(days.stream().map(CalendarDay::countsFrom).toList()).forEach(day -> known.put(day, view(day)));
    }

    /** The working days as one could know them on a day. */
    public WorkingDays asKnownOn(LocalDate day) {
        var newest = known.floorEntry(day);
        return newest == null ? new WorkingDays(Set.of(), Set.of(0)) : newest.getValue();
    }

    /** By how many working days a due day has passed on a day; 0 on the day itself, negative before it. */
    public int late(LocalDate due, LocalDate on) {
        WorkingDays then = asKnownOn(on);
        try {
            return then.between(due, on);
        } catch (YearNotLoaded unknown) {
            return then.guessing().between(due, on);
        }
    }

    /** So many working days after a day, with only the weekends of years that are not loaded. */
    public LocalDate roughly(LocalDate day, int days) {
        return asKnownOn(day).guessing().plus(day, days);
    }

    /** A short hash of the content, and how many decrees were known on a day: it changes whenever a due day may. */
    public String versionOn(LocalDate day) {
        return version + "." + known.headMap(day, true).size();
    }

    /** A short hash of the content: the first 12 hexadecimal digits of its SHA-256. */
    public String version() {
        return version;
    }

    public List<CalendarDay> days() {
        return days;
    }

    /** What a former calendar knew and this one does not: facts are added, corrected by newer ones, never removed. */
    public List<String> lost(WorkCalendar former) {
        var here = days.stream().map(WorkCalendar::fact).collect(Collectors.toSet());
        var dates = days.stream().map(CalendarDay::date).collect(Collectors.toSet());
        return former.days.stream()
                .filter(day -> day.knownFrom() == null ? !dates.contains(day.date()) : !here.contains(fact(day)))
                .map(day -> "1: " + day.date() + " of " + day.instrument()
                        + " is gone; a decree that takes a day back is a row" + " of its own, kind DICABUT")
                .toList();
    }

    /** The instruments that this calendar has within some days and a former one had not, or had not yet in force. */
    public Set<String> newSince(WorkCalendar former, LocalDate first, LocalDate last) {
        var before = former.days.stream().map(WorkCalendar::fact).collect(Collectors.toSet());
        return days.stream()
                .filter(day -> !before.contains(fact(day)))
                .filter(day -> !day.date().isBefore(first) && !day.date().isAfter(last))
                .map(CalendarDay::instrument)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> fact(CalendarDay day) {
        return List.of(day.date(), day.isOff(), day.countsFrom());
    }

    private WorkingDays view(LocalDate on) {
        Map<LocalDate, CalendarDay> newest = new HashMap<>();
        Map<Integer, Set<LocalDate>> byYear = new HashMap<>();
        var told = new ArrayList<>(days);
        told.sort(Comparator.comparing(CalendarDay::countsFrom));
        for (CalendarDay day : told) {
            if (!day.countsFrom().isAfter(on)) {
                newest.put(day.date(), day);
                byYear.computeIfAbsent(day.date().getYear(), year -> new HashSet<>())
                        .add(day.date());
            }
        }
        byYear.values().removeIf(some -> some.size() < FEWEST);
        var off = newest.values().stream()
                .filter(CalendarDay::isOff)
                .map(CalendarDay::date)
                .collect(Collectors.toSet());
        return new WorkingDays(off, byYear.isEmpty() ? Set.of(0) : byYear.keySet());
    }
}
