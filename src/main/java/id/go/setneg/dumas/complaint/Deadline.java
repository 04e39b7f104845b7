package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One term that runs, or ran, on a case.
 *
 * @param referral whose agency it is for, absent when it is for the case as a whole
 * @param startedAt when what it counts from happened
 * @param due the last day on which it is kept; absent while it is paused, and where no rule sets a limit
 * @param endedAt when it was kept, missed or stopped; absent while it is open
 * @param provisional whether it reaches into a year whose holidays are not known: only weekends were counted there
 * @param reminded the last stage of which somebody was reminded for this due day, absent when none
 */
public record Deadline(
        Kind kind,
        @Nullable UUID referral,
        Owner owner,
        OffsetDateTime startedAt,
        @Nullable LocalDate due,
        State state,
        @Nullable OffsetDateTime endedAt,
        boolean provisional,
        @Nullable String reminded) {

    public Deadline {
        startedAt = startedAt.withOffsetSameInstant(ZoneOffset.UTC);
        endedAt = endedAt == null ? null : endedAt.withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** Which clock it is. */
    public enum Kind {
        /** From completeness to the follow-up letter (SK Asdep Dumas 4/2022: 14 working days). */
        ISSUE,
        /** From the question for missing items to the last of them. */
        SUPPLEMENT,
        /** From completeness to the direction of the Deputy or the Minister: no limit, but visible. */
        DIRECTION,
        /** From delivery to the agency's acknowledgement. */
        PASS_ON,
        /** From delivery to the agency's first word on the matter. */
        ANSWER,
        /** From delivery to the agency's answer, without a field check. */
        RESOLVE,
        /** From delivery to the agency's answer, with a field check. */
        RESOLVE_CHECKED,
        /** From the agency's last answer to the end of the case, if nobody replies. */
        CLOSE
    }

    /** Who has to act. */
    public enum Owner {
        OFFICE,
        COMPLAINANT,
        DEPUTY,
        AGENCY
    }

    /** How it stands. That the due day of a running one has passed is for who knows today's date to say. */
    public enum State {
        RUNNING,
        PAUSED,
        /** Kept. */
        MET,
        /** Ended after its due day. */
        MISSED,
        /** Ended in time, because it has no purpose any more. */
        STOPPED;

        public boolean isOpen() {
            return this == RUNNING || this == PAUSED;
        }
    }

    /** What makes it the same deadline of a case. */
    public record Key(Kind kind, @Nullable UUID referral) {}

    public Key key() {
        return new Key(kind, referral);
    }
}
