package id.go.setneg.dumas.complaint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the office, or a rule in its name, has decided on one case. */
final class Standing {

    private @Nullable Verdict verdict;
    private Complaint.@Nullable Direction direction;
    private boolean isDirectionWithdrawn;
    private CaseEvent.@Nullable CaseArchived archive;
    private boolean isClosed;

    void judge(Verdict decided) {
        verdict = decided;
    }

    void direct(Complaint.Direction given) {
        direction = given;
        isDirectionWithdrawn = false;
    }

    /** What is left when a case that was part of this one is so no longer. */
    void leave(Complaint.@Nullable Direction left) {
        direction = left;
    }

    void withdrawDirection() {
        direction = null;
        isDirectionWithdrawn = true;
    }

    void archive(CaseEvent.CaseArchived decided) {
        archive = decided;
    }

    void close() {
        isClosed = true;
    }

    void reopen() {
        archive = null;
        isClosed = false;
    }

    /** Whether a rule's verdict says something new; a person's stands. */
    boolean isNews(Verdict other) {
        return verdict == null || (!verdict.isSame(other) && (!verdict.byPerson() || other.byPerson()));
    }

    boolean isNews(CaseEvent.CaseArchived decided) {
        return !decided.equals(archive);
    }

    /** Whether the archive holds it for this ground. */
    boolean isArchivedFor(Ground ground) {
        return archive != null && archive.ground() == ground;
    }

    /** Whether a rule about its eligibility put it there. */
    boolean isArchivedByVerdict() {
        return archive != null && verdict != null && archive.ground() == verdict.ground() && !verdict.byPerson();
    }

    boolean isArchived() {
        return archive != null;
    }

    boolean isClosed() {
        return isClosed;
    }

    boolean awaitsDecision() {
        return verdict != null && verdict.outcome() == Eligibility.LOOK;
    }

    /** Whether it is found that it is to be followed up. */
    boolean proceeds() {
        return verdict != null && verdict.outcome() == Eligibility.PROCEED;
    }

    /** A direction that was taken back is not given again by a standing one. */
    boolean mayBeDirectedInAdvance() {
        return direction == null && !isDirectionWithdrawn;
    }

    Optional<Verdict> verdict() {
        return Optional.ofNullable(verdict);
    }

    Optional<Complaint.Direction> direction() {
        return Optional.ofNullable(direction);
    }

    Standing copy() {
        var copy = new Standing();
        copy.verdict = verdict;
        copy.direction = direction;
        copy.isDirectionWithdrawn = isDirectionWithdrawn;
        copy.archive = archive;
        copy.isClosed = isClosed;
        return copy;
    }
}
