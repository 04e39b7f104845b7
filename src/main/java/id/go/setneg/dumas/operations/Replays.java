package id.go.setneg.dumas.operations;

import java.util.UUID;

/** What a person may try again. */
interface Replays {

    /** Tries a parked record again; whether it was taken in. */
    boolean record(UUID id);

    /** Sends a held or parked delivery again; false when it does not wait for a person. */
    boolean delivery(UUID id);
}
