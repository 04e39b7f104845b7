package id.go.setneg.dumas.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A day in whatever form people and systems write it: ISO 8601 with or without time and zone, {@code 24/11/2026},
 * {@code 24-11-2026 08:00}, {@code Selasa, 24 November 2026}, or seconds or milliseconds since 1970. The day comes before
 * the month unless the year begins.
 */
public final class Days {

    private static final int ISO_LENGTH = 10;

    /** The first three letters of the months, Indonesian and English, with the other abbreviations of August. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("peb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("mei", 5),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("agu", 8),
            Map.entry("ags", 8),
            Map.entry("agt", 8),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("okt", 10),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("nop", 11),
            Map.entry("des", 12),
            Map.entry("dec", 12));

    private Days() {}

    /** The day; none when nobody can tell which it is. */
    public static Optional<LocalDate> read(String written, ZoneId zone) {
        String text = RecordId.of(written);
        if (text.isEmpty() || text.length() > 100) {
            return Optional.empty();
        }
        if (text.chars().allMatch(Days::isDigit)) {
            return number(text, zone);
        }
        String iso = Times.dayIn(
                text.length() > ISO_LENGTH && text.charAt(ISO_LENGTH) == ' ' ? text.replaceFirst(" ", "T") : text,
                zone.getId());
        return iso.isEmpty() ? parts(text) : Optional.of(LocalDate.parse(iso));
    }

    private static Optional<LocalDate> number(String digits, ZoneId zone) {
        try {
            return switch (digits.length()) {
                case 8 -> Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
                case 9, 10 -> Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(digits)), zone));
                case 12, 13 -> Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(digits)), zone));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty(); // eight digits that are no day
        }
    }

    /** The first three parts from the first digit on; what stands behind them is a time. */
    private static Optional<LocalDate> parts(String text) {
        List<String> parts = split(text);
        while (!parts.isEmpty() && !isNumber(parts.getFirst())) {
            parts.removeFirst();
        }
        if (parts.size() < 3) {
            return Optional.empty();
        }
        boolean isYearFirst = parts.getFirst().length() == 4;
        String year = parts.get(isYearFirst ? 0 : 2);
        String day = parts.get(isYearFirst ? 2 : 0);
        int month = month(parts.get(1));
        if (year.length() != 4 || !isNumber(year) || !isShort(day) || month == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day
        }
    }

    /** Runs of digits and runs of letters. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || kind(text.charAt(at)) != kind(text.charAt(start))) {
                if (kind(text.charAt(start)) != 0) {
                    parts.add(text.substring(start, at));
                }
                start = at;
            }
        }
        return parts;
    }

    private static int kind(char letter) {
        return isDigit(letter) ? 1 : Character.isLetter(letter) ? 2 : 0;
    }

    private static int month(String part) {
        if (isNumber(part)) {
            return isShort(part) ? Integer.parseInt(part) : 0;
        }
        String name = part.toLowerCase(Locale.ROOT);
        return name.length() < 3 ? 0 : MONTHS.getOrDefault(name.substring(0, 3), 0);
    }

    private static boolean isNumber(String part) {
        return part.chars().allMatch(Days::isDigit);
    }

    private static boolean isShort(String part) {
        return part.length() <= 2 && isNumber(part);
    }

    private static boolean isDigit(int letter) {
        return letter >= '0' && letter <= '9';
    }
}
