package id.go.setneg.dumas.desk;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How deadlines are looked after.
 *
 * @param period how often the calendar is read again, clocks are set right and people are reminded
 * @param calendar the file of holidays, relative to {@code mappings/calendar}
 */
@Validated
@ConfigurationProperties("hub.deadlines")
record DeadlineSettings(
        @NotNull @DefaultValue("10m") Duration period,
        @NotNull @DefaultValue("hari_libur_2024_2027.csv") String calendar) {

    Path file(DeskSettings desk) {
        return desk.calendars().resolve(calendar);
    }
}
