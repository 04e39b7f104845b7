package id.go.setneg.dumas.intake;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the reports that their source no longer has. */
public final class Vanishings {

    private final AtomicLong count = new AtomicLong();

    /** Reports that a source says it no longer has, each asked for by itself. */
    public void vanished(List<Vanished> reports) {
        count.addAndGet(reports.size());
    }

    /** How many since the start. */
    public long count() {
        return count.get();
    }
}
