package id.go.setneg.dumas.complaint;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The submissions that came for one case itself, those that are still on it, and its number in the agenda. */
final class Arrivals {

    private final Set<UUID> present = new LinkedHashSet<>();
    private final Set<UUID> lost = new HashSet<>();
    private boolean hasAny;
    private boolean isMoved;
    private boolean copyOnly;
    private Complaint.@Nullable Agenda agenda;

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
        lose(submission);
    }

    void move(CaseEvent.SubmissionMoved moved) {
        lose(moved.submission());
        agenda = Objects.equals(agenda, moved.agenda()) ? null : agenda;
        isMoved = present.isEmpty();
    }

    private void lose(UUID submission) {
        if (present.remove(submission)) {
            lost.add(submission);
        }
    }

    /** Whether it was deleted, or is on another case now. */
    boolean hasLost(UUID submission) {
        return lost.contains(submission);
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

    /** The agenda number that counts from now on. */
    void register(Complaint.@Nullable Agenda given) {
        agenda = given;
    }

    Complaint.@Nullable Agenda agenda() {
        return agenda;
    }

    void addAll(Arrivals others) {
        present.addAll(others.present);
        lost.addAll(others.lost);
        hasAny = others.hasAny;
        isMoved = others.isMoved;
        copyOnly = others.copyOnly;
        agenda = others.agenda;
    }
}
