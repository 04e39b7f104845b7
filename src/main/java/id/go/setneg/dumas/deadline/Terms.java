package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.Deadline;
import java.time.LocalDate;

/** The length of every clock, as it is in force on the day on which the clock starts. */
public interface Terms {

    Term of(Deadline.Kind clock, LocalDate start);
}
