package id.go.setneg.dumas.sandbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Western Indonesian time and the ways in which the outside systems write it. */
final class Wib {

    static final ZoneOffset OFFSET = ZoneOffset.ofHours(7);
    static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm:ss");
    static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    static final DateTimeFormatter SHEET = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    static final DateTimeFormatter SHEET_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Wib() {}

    /** Such as {@code 2026-11-21T09:30:00+07:00}. */
    static String iso(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(instant));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(OFFSET);
    }

    static LocalDate day(Instant instant) {
        return at(instant).toLocalDate();
    }

    static Instant parse(String text, DateTimeFormatter form) {
        return LocalDateTime.parse(text, form).toInstant(OFFSET);
    }
}
