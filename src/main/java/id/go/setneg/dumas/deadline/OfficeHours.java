package id.go.setneg.dumas.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * On which day an arrival counts. Services run in office hours (SK Asdep Dumas 4/2022; hours: Perpres 21/2023, shorter in
 * Ramadan): what arrives after closing, by the clock of the place where it arrives, counts as arrived on the day after it;
 * what arrives before opening counts on its day. Whether people work on that day is for {@link WorkingDays} to say.
 */
public final class OfficeHours {

    private final Closing closing;

    /** When an office closes. */
    public interface Closing {
        /** The time by the clock of the place, on a day of the week and in a season that the day tells. */
        LocalTime on(LocalDate day);
    }

    public OfficeHours(Closing closing) {
        this.closing = closing;
    }

    /** The day on which an arrival counts. */
    public LocalDate dayOf(OffsetDateTime arrival, ZoneId place) {
        ZonedDateTime there = arrival.atZoneSameInstant(place);
        LocalDate day = there.toLocalDate();
        return there.toLocalTime().isAfter(closing.on(day)) ? day.plusDays(1) : day;
    }
}
