package id.go.setneg.dumas.complaint;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The submissions that came for one case itself, and that are still on it. */
final class Arrivals {

    private final Set<UUID> present = new LinkedHashSet<>();
    private boolean hasAny;
    private boolean isMoved;
    private boolean copyOnly;

    void receive(CaseEvent.SubmissionReceived received) {
        copyOnly = hasAny ? copyOnly && received.copyOnly() : received.copyOnly();
        hasAny = true;
        present.add(received.submission());
    }

    void correct(CaseEvent.SubmissionCorrected corrected) {
        present.remove(corrected.former());
        present.add(corrected.submission());
    }

    void delete(UUID submission) {
        present.remove(submission);
    }

    void move(UUID submission) {
        present.remove(submission);
        isMoved = present.isEmpty();
    }

    Set<UUID> present() {
        return present;
    }

    /** Whether all that came is gone. */
    boolean areGone() {
        return hasAny && present.isEmpty();
    }

    /** Whether the last that went is on another case now. */
    boolean areMoved() {
        return isMoved;
    }

    /** Whether each of them is a mere copy. */
    boolean copyOnly() {
        return copyOnly;
    }

    void addAll(Arrivals others) {
        present.addAll(others.present);
        hasAny = others.hasAny;
        isMoved = others.isMoved;
        copyOnly = others.copyOnly;
    }
}
