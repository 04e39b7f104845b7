package id.go.setneg.dumas.deadline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one instrument says of one day.
 *
 * @param instrument the decree, such as {@code SKB 933/1/3 Tahun 2025}
 * @param knownFrom the day of its signing; absent when nobody has read it
 */
public record CalendarDay(
        LocalDate date,
        Kind kind,
        String name,
        String instrument,
        @Nullable LocalDate knownFrom) {

    /** What the day is. */
    public enum Kind {
        /** National holiday. */
        LIBUR_NASIONAL,
        /** Holiday by decree of the President, such as the day of an election. */
        LIBUR_NASIONAL_KEPPRES,
        /** Joint leave. */
        CUTI_BERSAMA,
        /** A later decree takes the holiday or joint leave back. */
        DICABUT
    }

    /** Whether nobody works. */
    boolean isOff() {
        return kind != Kind.DICABUT;
    }

    /** From when one may count on it. What was signed on a day that nobody knows counts from the day itself. */
    LocalDate countsFrom() {
        return knownFrom == null ? date : knownFrom;
    }
}
