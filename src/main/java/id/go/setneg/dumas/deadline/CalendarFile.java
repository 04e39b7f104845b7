package id.go.setneg.dumas.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a calendar from lines of CSV (RFC 4180, no line break in a cell): {@code date,kind,name,instrument,known_from},
 * dates by ISO 8601. {@code known_from} is the day of signing; empty, the row counts from its own day on, since before it
 * nobody can be held to have known it. Blank lines are skipped.
 */
public final class CalendarFile {

    private static final List<String> HEADING = List.of("date", "kind", "name", "instrument", "known_from");

    private final List<String> problems = new ArrayList<>();
    private final List<CalendarDay> days = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    private CalendarFile() {}

    /**
     * Reads a calendar.
     *
     * @param version a short hash of the lines
     * @throws CalendarBroken naming every line that is wrong
     */
    public static WorkCalendar read(List<String> lines, String version) {
        var file = new CalendarFile();
        if (lines.isEmpty() || !cells(lines.getFirst()).equals(HEADING)) {
            file.problems.add("1: the heading must be " + String.join(",", HEADING));
        } else {
            for (int i = 1; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    file.add(i + 1, cells(lines.get(i)));
                }
            }
            file.check();
        }
        if (!file.problems.isEmpty()) {
            throw new CalendarBroken(file.problems);
        }
        return new WorkCalendar(file.days, version);
    }

    private void add(int line, List<String> cells) {
        if (cells.size() != HEADING.size()) {
            problems.add(line + ": has " + cells.size() + " cells, the heading has " + HEADING.size());
            return;
        }
        LocalDate date = date(line, "date", cells.get(0));
        LocalDate knownFrom = cells.get(4).isEmpty() ? null : date(line, "known_from", cells.get(4));
        CalendarDay.Kind kind = kind(line, cells.get(1));
        if (cells.get(3).isEmpty()) {
            problems.add(line + ": instrument is empty");
        }
        if (date != null && knownFrom != null && knownFrom.isAfter(date)) {
            problems.add(line + ": known_from is after the day itself");
        }
        if (date != null && kind != null) {
            days.add(new CalendarDay(date, kind, cells.get(2), cells.get(3), knownFrom));
            lines.add(line);
        }
    }

    private @Nullable LocalDate date(int line, String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            problems.add(line + ": " + column + " is no date as 2026-12-31");
            return null;
        }
    }

    private CalendarDay.@Nullable Kind kind(int line, String text) {
        for (CalendarDay.Kind kind : CalendarDay.Kind.values()) {
            if (kind.name().equals(text)) {
                return kind;
            }
        }
        problems.add(line + ": kind is none of " + List.of(CalendarDay.Kind.values()));
        return null;
    }

    private void check() {
        Map<Integer, Set<LocalDate>> years = new HashMap<>();
        Map<Integer, Integer> begins = new HashMap<>();
        Set<List<Object>> told = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            CalendarDay day = days.get(i);
            int year = day.date().getYear();
            years.computeIfAbsent(year, none -> new HashSet<>()).add(day.date());
            begins.putIfAbsent(year, lines.get(i));
            if (!told.add(List.of(day.date(), day.instrument()))) {
                problems.add(lines.get(i) + ": " + day.instrument() + " names " + day.date() + " twice");
            }
        }
        years.forEach((year, dates) -> {
            if (dates.size() < WorkCalendar.FEWEST) {
                problems.add(begins.get(year) + ": the year " + year + " has only " + dates.size()
                        + " days, a decree fixes a whole year");
            }
        });
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean isDoubled = isQuoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (isDoubled) {
                    cell.append(c);
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (c != '\uFEFF') {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
