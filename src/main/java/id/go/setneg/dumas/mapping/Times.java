package id.go.setneg.dumas.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as other systems write them. Patterns are those of {@link DateTimeFormatter}, read strictly; what cannot
 * be read gives an empty text.
 */
final class Times {

    private static final String[] MONTHS = {
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember"
    };
    private static final Map<String, DateTimeFormatter> FORMATTERS = new ConcurrentHashMap<>(); // patterns of mappings

    private Times() {}

    static Optional<ZoneId> inZone(String zone) {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String local(String text, String pattern, String zone) {
        return orNone(() -> iso(LocalDateTime.parse(text.strip(), formatter(pattern)), ZoneId.of(zone)));
    }

    static String iso(String text, String zone) {
        return orNone(() -> iso(moment(text, ZoneId.of(zone))));
    }

    static String date(String text, String pattern) {
        return orNone(() -> LocalDate.parse(text.strip(), formatter(pattern)).toString());
    }

    static String any(String text, String zone) {
        return orNone(() -> {
            OffsetDateTime time = WrittenDates.time(text, ZoneId.of(zone));
            return time == null ? "" : iso(time);
        });
    }

    static String startOfDay(String text, String zone) {
        return orNone(() -> iso(day(text, ZoneId.of(zone)).atStartOfDay(), ZoneId.of(zone)));
    }

    static String dayIn(String text, String zone) {
        return orNone(() -> day(text, ZoneId.of(zone)).toString());
    }

    static String indonesian(String text, String zone) {
        return orNone(() -> {
            LocalDate day = day(text, ZoneId.of(zone));
            return day.getDayOfMonth() + " " + MONTHS[day.getMonthValue() - 1] + " " + day.getYear();
        });
    }

    static @Nullable Double daysBetween(String from, String to) {
        try {
            var between = Duration.between(OffsetDateTime.parse(from.strip()), OffsetDateTime.parse(to.strip()));
            return between.toSeconds() / 86_400.0;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }

    private static LocalDate day(String text, ZoneId zone) {
        String stripped = text.strip();
        return stripped.length() == 10
                ? LocalDate.parse(stripped)
                : moment(stripped, zone).atZoneSameInstant(zone).toLocalDate();
    }

    private static OffsetDateTime moment(String text, ZoneId zone) {
        var time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime moment
                ? moment
                : LocalDateTime.from(time).atZone(zone).toOffsetDateTime();
    }

    private static String iso(LocalDateTime local, ZoneId zone) {
        return iso(local.atZone(zone).toOffsetDateTime());
    }

    private static String iso(OffsetDateTime moment) {
        return moment.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private static DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.computeIfAbsent(
                pattern, p -> DateTimeFormatter.ofPattern(p).withResolverStyle(ResolverStyle.STRICT));
    }

    private static String orNone(Supplier<String> reading) {
        try {
            return reading.get();
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return "";
        }
    }
}
