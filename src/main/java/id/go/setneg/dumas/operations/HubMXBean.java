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

    /** The cases in one state; {@code label} is Indonesian. */
    record Cases(String state, String label, long count) {}
}
