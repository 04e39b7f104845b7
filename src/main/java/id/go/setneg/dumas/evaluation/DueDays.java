package id.go.setneg.dumas.evaluation;

import java.time.LocalDate;
import java.util.Optional;

/** Working days, as the calendar has them. */
public interface DueDays {

    /**
     * The last day that is in time.
     *
     * @param start is not counted; when it is no working day, the count begins on the next one
     * @return none when the calendar does not reach that far: then nobody can say what was in time
     */
    Optional<LocalDate> after(LocalDate start, int workingDays);
}
