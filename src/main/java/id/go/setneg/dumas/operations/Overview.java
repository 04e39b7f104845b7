package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.intake.Work;
import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Drifts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger knows about the flow of cases, in numbers only: no personal data, no reference, no subject. */
public interface Overview {

    /** Where records come from, in the order in which people want to see them. */
    List<Feed> feeds();

    /** Where deliveries go, in the order in which people want to see them. */
    List<Destination> destinations();

    /** Every case state that has cases, in the order of a case's life. */
    List<CaseCount> cases();

    /** What waits for a person, oldest first; the first hundred. */
    List<Waiting> waiting();

    /** Parked records that wait, by cause, the longest waiting first. */
    List<ParkedGroup> parkedGroups();

    /** Where sources have changed the form of their records, the newest first. */
    List<Drift> drifts();

    /** Long work: what runs, then what ended. */
    List<Work.Progress> works();

    /** The open deadlines, by clock. */
    List<Deadlines.Figure> clocks();

    /** The alarms that nobody has seen to. */
    AlarmList.Figure alarms();

    /**
     * Parked records with one cause.
     *
     * @param label the feed's Indonesian name
     * @param cause the reason, each run of digits as {@code 9}
     */
    record ParkedGroup(
            String feed, String label, String mapping, String cause, long count, Instant oldest, Instant newest) {}

    /**
     * A change of form.
     *
     * @param label the feed's Indonesian name
     */
    record Drift(String label, Drifts.Drift of) {}

    /**
     * One source that the hub reads.
     *
     * @param name stable, such as {@code lapor}
     * @param label Indonesian, for people
     * @param route id of the Camel route that reads it
     * @param lastSuccess when the source was last read to its end, absent when never
     * @param taken records accepted so far
     * @param parked records that wait for a mended mapping
     * @param failing code of the reason why reading fails now, absent when it does not
     */
    record Feed(
            String name,
            String label,
            String route,
            @Nullable Instant lastSuccess,
            long taken,
            long parked,
            @Nullable String failing) {}

    /**
     * One party that the hub delivers to.
     *
     * @param name stable, such as an agency code
     * @param label the party's Indonesian name
     * @param route id of the Camel route that delivers to it
     * @param waiting deliveries that are due or wait for their next attempt
     * @param oldest since when the oldest of them waits, absent when none waits
     * @param held deliveries that wait for a person
     * @param delivered deliveries that arrived
     * @param failing code of the reason why delivering fails now, absent when it does not
     */
    record Destination(
            String name,
            String label,
            String route,
            long waiting,
            @Nullable Instant oldest,
            long held,
            long delivered,
            @Nullable String failing) {}

    /**
     * A parked record, or a held or parked delivery.
     *
     * @param place name of the feed or destination
     * @param label its Indonesian name
     * @param reason why it waits, without personal data
     */
    record Waiting(UUID id, Kind kind, String place, String label, String reason, Instant since) {

        /** What waits: a record on its way in, or a delivery on its way out. */
        enum Kind {
            RECORD,
            DELIVERY
        }
    }

    /**
     * How many cases stand in one state.
     *
     * @param state the state's name in code, such as {@code AWAITING_DIRECTION}
     */
    record CaseCount(String state, long count) {}
}
