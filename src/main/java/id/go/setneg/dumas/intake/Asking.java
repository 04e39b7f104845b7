package id.go.setneg.dumas.intake;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** One question to a source, which is put again at once when it was refused: once for each of the two credentials. */
public final class Asking {

    private final boolean aboutOne;
    private final boolean probing;
    private final Set<FeedFault.Kind> refused = EnumSet.noneOf(FeedFault.Kind.class);
    private Instant sentAt = Instant.MIN;
    private boolean isOpen = true;

    /**
     * @param aboutOne whether it asks for one record, not for a list
     * @param probing whether it only tries if the source lets us in again
     */
    Asking(boolean aboutOne, boolean probing) {
        this.aboutOne = aboutOne;
        this.probing = probing;
    }

    /** Whether it is to be put, or put again. */
    public boolean isOpen() {
        return isOpen;
    }

    boolean isAboutOne() {
        return aboutOne;
    }

    void sent(Instant at) {
        sentAt = at;
    }

    Instant sentAt() {
        return sentAt;
    }

    void close() {
        isOpen = false;
    }

    /** Whether a refusal may be a slip: the first of its kind, unless the source has been refusing us for long. */
    boolean mayRepeat(FeedFault.Kind refusal) {
        return refused.add(refusal) && !probing;
    }
}
