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

    /** The cases in one state; {@code label} is Indonesian. */
    record Cases(String state, String label, long count) {}
}
