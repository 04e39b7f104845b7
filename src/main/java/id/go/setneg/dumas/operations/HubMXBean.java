package id.go.setneg.dumas.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hub over JMX: {@code id.go.setneg.dumas:type=Hub}. Numbers and names of parties only, never personal data. */
public interface HubMXBean {

    /** The object name. */
    String NAME = "id.go.setneg.dumas:type=Hub";

    /** Sources (sumber). */
    List<Feed> getFeeds();

    /** Destinations (tujuan). */
    List<Destination> getDestinations();

    /** Cases (berkas) by state, in the order of a case's life. */
    List<Cases> getCases();

    /** What waits for a person, oldest first; the first hundred. */
    List<Waiting> getWaiting();

    /** Parked records that wait, by cause, the longest waiting first. */
    List<ParkedGroup> getParkedGroups();

    /** Where sources have changed the form of their records, the newest first. */
    List<Drift> getDrifts();

    /** Long work: what runs, then the last that ended. */
    List<Work> getWorks();

    /** Open deadlines (tenggat) by clock. */
    List<Deadlines> getDeadlines();

    /** Alarms that nobody has seen to. */
    Alarms getAlarms();

    /**
     * Tries the records that wait for one cause again: some hundred, for about five seconds.
     *
     * @param after {@code next} of the batch before, empty at the beginning
     */
    Batch replayGroup(String feed, String mapping, String cause, String after);

    /**
     * Discards the records that wait for one cause; they stay, sealed, with who, when and why.
     *
     * @param until ISO 8601: only what was parked up to then
     * @param after {@code next} of the batch before, empty at the beginning
     * @param because in the person's words, not empty
     */
    Batch discardGroup(String feed, String mapping, String cause, String until, String after, String because);

    /** A change of form is dealt with; when it is seen again, it comes back. */
    boolean forgetDrift(String feed, String path, String what);

    /**
     * Tries a parked record again, with the mapping as it is now.
     *
     * @return whether it was taken in; if not, it stays parked with the new reason
     */
    boolean replayRecord(String id);

    /**
     * Sends a held or parked delivery again, with the same id.
     *
     * @return false when it does not wait for a person
     */
    boolean replayDelivery(String id);

    /** {@code SUSPENDED}: a person stopped it; {@code FAILING}: it runs, but the other side does not take or give. */
    enum State {
        RUNNING,
        SUSPENDED,
        FAILING
    }

    /**
     * One source.
     *
     * @param lastSuccess ISO 8601, UTC; absent when never
     * @param lagSeconds seconds since then, -1 when never
     * @param failing reason code, absent when it does not fail
     */
    record Feed(
            String name,
            String label,
            String route,
            @Nullable String lastSuccess,
            long lagSeconds,
            long taken,
            long parked,
            @Nullable String failing,
            State state) {}

    /**
     * One destination.
     *
     * @param oldestSeconds how long the oldest waiting delivery has waited, 0 when none waits
     * @param failing reason code, absent when it does not fail
     */
    record Destination(
            String name,
            String label,
            String route,
            long waiting,
            long oldestSeconds,
            long held,
            long delivered,
            @Nullable String failing,
            State state) {}

    /**
     * A parked record, or a held or parked delivery.
     *
     * @param kind {@code RECORD} or {@code DELIVERY}
     * @param since ISO 8601, UTC
     */
    record Waiting(String id, String kind, String place, String label, String reason, String since) {}

    /**
     * Parked records with one cause.
     *
     * @param cause the reason, each run of digits as {@code 9}
     * @param oldest ISO 8601, UTC
     * @param newest ISO 8601, UTC
     */
    record ParkedGroup(
            String feed, String label, String mapping, String cause, long count, String oldest, String newest) {}

    /**
     * What became of some records of a group.
     *
     * @param taken taken in, or discarded
     * @param refused still waiting
     * @param next where to go on, absent at the end
     */
    record Batch(int taken, int refused, @Nullable String next) {}

    /**
     * A change of form.
     *
     * @param what {@code UNKNOWN_FIELD}, {@code NEW_VALUE}, {@code OTHER_TYPE}, {@code NOT_STRICT} (JSON
     *     that breaks its rules) or {@code MORE}
     * @param shape of the first example: letters as {@code a}, digits as {@code 9}
     * @param firstAt ISO 8601, UTC
     * @param lastAt ISO 8601, UTC
     */
    record Drift(
            String feed,
            String label,
            String path,
            String what,
            String shape,
            long sightings,
            String firstAt,
            String lastAt) {}

    /**
     * Long work.
     *
     * @param total -1 when nobody knows
     * @param seconds how long it has run
     * @param outcome absent while it runs
     */
    record Work(
            String name,
            String begunAt,
            long seconds,
            long done,
            long total,
            double perSecond,
            @Nullable String outcome) {}

    /**
     * The open deadlines of one clock; {@code label} is Indonesian.
     *
     * @param soon due from today on within three working days
     * @param first the longest passed, or nearest, due day (ISO 8601); absent where no rule sets a limit
     */
    record Deadlines(
            String clock,
            String label,
            long open,
            long paused,
            long overdue,
            long soon,
            @Nullable String first) {}

    /**
     * Open alarms.
     *
     * @param oldest ISO 8601, UTC; absent when there is none
     */
    record Alarms(long open, @Nullable String oldest) {}

    /** The cases in one state; {@code label} is Indonesian. */
    record Cases(String state, String label, long count) {}
}
