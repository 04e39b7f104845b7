package id.go.setneg.dumas.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a source writes times: {@code ISO} with or without offset, or a pattern of {@link DateTimeFormatter}, in the
 * source's zone where no offset is written. It may read several ways, and writes in the first.
 *
 * @param patterns with {@code |} between
 */
record SourceTime(String patterns, ZoneId zone) {

    static final String ISO = "ISO";

    Optional<OffsetDateTime> read(String text) {
        return Arrays.stream(patterns.split("\\|", -1))
                .map(pattern -> read(text.strip(), pattern))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<OffsetDateTime> read(String text, String pattern) {
        try {
            return Optional.of(moment(formatter(pattern, DateTimeFormatter.ISO_DATE_TIME)
                    .parseBest(text, OffsetDateTime::from, LocalDateTime::from)));
        } catch (DateTimeException e) {
            return Optional.empty(); // it may be written in another way
        }
    }

    String write(OffsetDateTime time) {
        OffsetDateTime there = time.atZoneSameInstant(zone).toOffsetDateTime().withNano(0);
        return formatter(patterns.split("\\|", -1)[0], DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                .format(there);
    }

    private OffsetDateTime moment(TemporalAccessor read) {
        return read instanceof OffsetDateTime moment
                ? moment
                : LocalDateTime.from(read).atZone(zone).toOffsetDateTime();
    }

    private static DateTimeFormatter formatter(String pattern, DateTimeFormatter iso) {
        return pattern.equals(ISO) ? iso : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
