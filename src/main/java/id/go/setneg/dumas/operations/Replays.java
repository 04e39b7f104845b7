package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.ledger.ParkedList.Cause;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person may try again, or give up. */
interface Replays {

    /**
     * What became of some of the records that wait for one cause.
     *
     * @param taken taken in, or discarded
     * @param refused still waiting, with their newest reason
     * @param next go on after this one; absent at the end
     */
    record Batch(int taken, int refused, @Nullable UUID next) {}

    /** Tries a parked record again; whether it was taken in. */
    boolean record(UUID id);

    /**
     * Tries the records that wait for a cause again, in the order of parking: at most five hundred, for about five seconds.
     *
     * @param after where the last batch ended, absent at the beginning
     */
    Batch records(Cause cause, @Nullable UUID after);

    /**
     * Discards the records that wait for a cause, at most five hundred. They stay, sealed.
     *
     * @param until only what was parked up to then: what the person saw
     * @param after where the last batch ended, absent at the beginning
     * @param because in the person's words
     */
    Batch discard(Cause cause, OffsetDateTime until, @Nullable UUID after, String who, String because);

    /** Sends a held or parked delivery again; false when it does not wait for a person. */
    boolean delivery(UUID id);

    /** A person has dealt with a change of a source's form; false when it is not there. */
    boolean forgetDrift(String feed, String path, String what);
}
