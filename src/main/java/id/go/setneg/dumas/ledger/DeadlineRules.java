package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import java.time.OffsetDateTime;
import java.util.List;

/** The clocks of a case, by one calendar and one state of the tables. */
public interface DeadlineRules {

    /** No clocks at all. */
    DeadlineRules NONE = new DeadlineRules() {
        @Override
        public boolean areAny() {
            return false;
        }

        @Override
        public List<Deadline> of(CaseTimeline timeline, OffsetDateTime now) {
            return List.of();
        }

        @Override
        public String version(OffsetDateTime now) {
            return CaseClocks.NOTHING_OPEN;
        }

        @Override
        public String instrument(String formerVersion, List<CaseEvent.DeadlineMoved.Move> moves, OffsetDateTime now) {
            return "";
        }
    };

    /** Whether clocks are kept at all. */
    default boolean areAny() {
        return true;
    }

    /** Every clock that has started. */
    List<Deadline> of(CaseTimeline timeline, OffsetDateTime now);

    /** Changes whenever an open due day may; at most 40 characters, never {@code -}. */
    String version(OffsetDateTime now);

    /** The decree or regulation that moved due days since a former version; at most 300 characters. */
    String instrument(String formerVersion, List<CaseEvent.DeadlineMoved.Move> moves, OffsetDateTime now);
}
