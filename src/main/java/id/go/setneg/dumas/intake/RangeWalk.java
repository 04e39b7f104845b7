package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.util.List;

/**
 * A walk through what changed between two times at a source that lists by change. A source that lists in order is left when
 * a page goes beyond the end; another is read to its last page, for nobody knows what comes.
 */
public final class RangeWalk {

    private final Backfill backfill;
    private final Paging paging;
    private final Walk walk;
    private long asked = System.nanoTime();

    RangeWalk(Backfill backfill, Paging paging, Walk walk) {
        this.backfill = backfill;
        this.paging = paging;
        this.walk = walk;
    }

    /** From when on to list, as the source writes times and a query carries them. */
    public String since() {
        return walk.since();
    }

    /** The page to ask for, from 1. */
    public int page() {
        return walk.page();
    }

    /** The whole query for the next page, where the connector has left it to the walk. */
    public String query() {
        return walk.query();
    }

    /** Whether there is more to read. */
    public boolean hasNext() {
        return !backfill.isCancelled() && walk.hasNext() && !walk.safe().at().isAfter(backfill.to());
    }

    /**
     * The page asked for last was not taken in, and is asked for again, after a while.
     *
     * @throws Exception the failure itself, once it has lasted too long
     */
    void failed(Exception failure) throws Exception {
        if (walk.isBroken()) {
            throw failure;
        }
        walk.forget();
        backfill.failed(failure);
        asked = System.nanoTime();
    }

    List<SourceRecord> read(byte[] answer) {
        return paging.read(walk, answer);
    }

    /** What was read last is stored; waits as the rate demands. */
    void took(Receipt receipt) throws InterruptedException {
        backfill.took(receipt, System.nanoTime() - asked);
        asked = System.nanoTime();
    }
}
