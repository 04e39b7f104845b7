package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * How long a clock runs, and whom it binds.
 *
 * @param days its length, absent when no rule sets a limit
 * @param whileMissing what becomes of it while an item is missing again
 * @param because the regulation whose wish it is
 */
public record Term(@Nullable Integer days, Unit unit, Deadline.Owner owner, WhileMissing whileMissing, String because) {

    /** What is counted. */
    public enum Unit {
        WORKING_DAYS,
        CALENDAR_DAYS
    }

    /** What becomes of a clock while a required item is missing again after the file had been complete. */
    public enum WhileMissing {
        /** It stands still, and goes on with what was left when the item arrives. */
        PAUSE,
        /** It goes on. */
        RUN,
        /** It begins anew when the item arrives. */
        RESTART
    }
}
