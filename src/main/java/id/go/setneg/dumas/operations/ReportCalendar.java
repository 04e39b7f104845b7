package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.deadline.YearNotLoaded;
import id.go.setneg.dumas.desk.Calendar;
import id.go.setneg.dumas.evaluation.DueDays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The working days of reports: those of the calendar in force, as it is known today. */
@Component
final class ReportCalendar implements DueDays {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Calendar calendar;
    private final Clock clock;

    ReportCalendar(Calendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Optional<LocalDate> after(LocalDate start, int workingDays) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WIB);
        try {
            return Optional.of(calendar.present().asKnownOn(today).plus(start, workingDays));
        } catch (YearNotLoaded missing) {
            return Optional.empty();
        }
    }
}
