package id.go.setneg.dumas.mapping;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as people and spreadsheets in Indonesia write them: day before month, or the year first; months as numbers
 * or names, also English ones; years of two digits in this century; days of Excel since 30/12/1899; seconds or milliseconds
 * since 1970; ISO 8601. What could be read in two ways is not read.
 */
public final class WrittenDates {

    private static final int LONGEST = 60;
    private static final LocalDate EXCEL = LocalDate.of(1899, 12, 30);
    private static final Map<String, String> ZONES =
            Map.of("wib", "+07:00", "wita", "+08:00", "wit", "+09:00", "z", "Z", "utc", "Z", "gmt", "Z");
    private static final Set<String> FILLING = Set.of("pukul", "jam", "tanggal", "tgl", "t", "at");
    private static final List<String> WEEKDAYS = List.of(
            "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "mon", "tue", "wed", "thu", "fri",
            "sat", "sun");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan"),
            List.of("feb", "peb"),
            List.of("mar"),
            List.of("apr"),
            List.of("mei", "may"),
            List.of("jun"),
            List.of("jul"),
            List.of("agu", "agt", "ags", "aug"),
            List.of("sep"),
            List.of("okt", "oct"),
            List.of("nov", "nop"),
            List.of("des", "dec"));

    private final List<String> words = new ArrayList<>();
    private final List<Character> before = new ArrayList<>();
    private @Nullable String zone;
    private boolean isAfternoon;

    private WrittenDates() {}

    /** The day there, whatever time stands behind it; none when it is not to be read. */
    public static Optional<LocalDate> day(String text, ZoneId there) {
        String plain = RecordId.of(text);
        try {
            if (!plain.isEmpty() && plain.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
                return number(plain, there);
            }
            WrittenDates read = of(plain);
            LocalDate day = read == null ? null : read.day();
            return read == null || day == null ? Optional.empty() : Optional.of(read.shifted(day, there));
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> number(String digits, ZoneId there) {
        return switch (digits.length()) {
            case 5 -> Optional.of(EXCEL.plusDays(Integer.parseInt(digits)));
            case 8 -> Optional.of(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
            case 9, 10 -> Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(digits)), there));
            case 12, 13 -> Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(digits)), there));
            default -> Optional.empty();
        };
    }

    /** A time with a zone of its own may be on another day there; a time that cannot be read leaves the day. */
    private LocalDate shifted(LocalDate day, ZoneId there) {
        try {
            LocalTime clock = clock();
            return zone == null
                    ? day
                    : day.atTime(clock)
                            .atZone(ZoneId.of(zone))
                            .withZoneSameInstant(there)
                            .toLocalDate();
        } catch (DateTimeException | NumberFormatException unreadable) {
            return day;
        }
    }

    /** The time, 00:00 where only a day is written; none when it is not to be read. */
    static @Nullable OffsetDateTime time(String text, ZoneId there) {
        try {
            WrittenDates read = of(text);
            LocalDate day = read == null ? null : read.day();
            if (read == null || day == null) {
                return null;
            }
            LocalTime clock = read.clock();
            ZoneId said = read.zone == null ? there : ZoneId.of(read.zone);
            return day.atTime(clock).atZone(said).toOffsetDateTime();
        } catch (DateTimeException | NumberFormatException unreadable) {
            return null;
        }
    }

    private static @Nullable WrittenDates of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return null;
        }
        var read = new WrittenDates();
        int from = 0;
        for (int at = 1; at <= plain.length(); at++) {
            if (at == plain.length() || kind(plain.charAt(at)) != kind(plain.charAt(from))) {
                read.word(plain.substring(from, at), from == 0 ? ' ' : plain.charAt(from - 1));
                from = at;
            }
        }
        return read;
    }

    private static int kind(char letter) {
        return letter >= '0' && letter <= '9' ? 0 : Character.isLetter(letter) ? 1 : 2;
    }

    private void word(String word, char mark) {
        if (kind(word.charAt(0)) == 2) {
            return;
        }
        if (ZONES.containsKey(word) && words.size() > 3) {
            zone = ZONES.get(word);
        } else if (word.equals("pm") || word.equals("am")) {
            isAfternoon = word.equals("pm");
        } else if (!FILLING.contains(word) && WEEKDAYS.stream().noneMatch(day -> isDay(word, day))) {
            words.add(word);
            before.add(mark);
        }
    }

    private static boolean isDay(String word, String day) {
        return word.equals(day) || (day.length() == 3 && word.startsWith(day) && word.endsWith("day"));
    }

    private @Nullable LocalDate day() {
        if (words.size() < 3) {
            return null;
        }
        String first = words.get(0);
        String second = words.get(1);
        String third = words.get(2);
        return first.length() == 4 && kind(first.charAt(0)) == 0
                ? LocalDate.of(Integer.parseInt(first), month(second), Integer.parseInt(third))
                : kind(first.charAt(0)) == 1
                        ? LocalDate.of(year(third), month(first), Integer.parseInt(second))
                        : LocalDate.of(year(third), month(second), Integer.parseInt(first));
    }

    private static int year(String word) {
        if (word.length() != 2 && word.length() != 4) {
            throw new DateTimeException("no year");
        }
        return Integer.parseInt(word) + (word.length() == 2 ? 2000 : 0);
    }

    private static int month(String word) {
        if (kind(word.charAt(0)) == 0) {
            return Integer.parseInt(word);
        }
        for (int month = 0; month < MONTHS.size(); month++) {
            if (MONTHS.get(month).stream().anyMatch(word::startsWith)) {
                return month + 1;
            }
        }
        throw new DateTimeException("no month");
    }

    private LocalTime clock() {
        if (words.size() <= 3) {
            return LocalTime.MIDNIGHT;
        }
        if (words.size() == 4 || before.get(4) == '+' || before.get(4) == '-') {
            throw new DateTimeException("an hour without minutes");
        }
        int written = Integer.parseInt(words.get(3));
        int hour = isAfternoon ? written % 12 + 12 : written;
        boolean hasSeconds = words.size() > 5 && before.get(5) != '+' && before.get(5) != '-';
        offset(hasSeconds ? 6 : 5);
        return LocalTime.of(hour, Integer.parseInt(words.get(4)), hasSeconds ? Integer.parseInt(words.get(5)) : 0);
    }

    /** An offset behind the time; a fraction of the second before it does not count. */
    private void offset(int from) {
        int at = from < words.size() && before.get(from) == '.' ? from + 1 : from;
        if (at == words.size()) {
            return;
        }
        String hours = words.get(at);
        String minutes = at + 1 < words.size() ? words.get(at + 1) : hours.length() == 4 ? hours.substring(2) : "00";
        if (before.get(at) != '+' && before.get(at) != '-') {
            throw new DateTimeException("something behind the time");
        }
        zone = before.get(at) + hours.substring(0, 2) + ":" + minutes;
    }
}
