package id.go.setneg.dumas.deadline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The calendar of the project, as it is or with more lines. */
public final class Calendars {

    private Calendars() {}

    public static WorkCalendar real() {
        return CalendarFile.read(lines(), "real");
    }

    static WorkCalendar with(String... more) {
        List<String> lines = new ArrayList<>(lines());
        lines.addAll(List.of(more));
        return CalendarFile.read(lines, "more");
    }

    static List<String> lines() {
        try {
            return Files.readAllLines(Path.of("mappings/calendar/hari_libur_2024_2027.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
