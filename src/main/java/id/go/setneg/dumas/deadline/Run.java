package id.go.setneg.dumas.deadline;

import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.CaseTimeline.Span;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Deadline.Kind;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to one clock: when it began, when it stood still, and what ended it first. */
final class Run {

    final Deadline.Key key;
    final ZoneId place;
    final OffsetDateTime start;
    private final List<Span> pauses = new ArrayList<>();
    private @Nullable OffsetDateTime end;
    private boolean isFulfilled;

    Run(Kind kind, @Nullable UUID referral, ZoneId place, OffsetDateTime start) {
        this.key = new Deadline.Key(kind, referral);
        this.place = place;
        this.start = start;
    }

    /** What it waits for happened. */
    Run fulfilled(Optional<OffsetDateTime> at) {
        at.ifPresent(when -> end(when, true));
        return this;
    }

    /** What it waits for has no purpose any more. */
    Run stopped(Optional<OffsetDateTime> at) {
        at.ifPresent(when -> end(when, false));
        return this;
    }

    void pause(Span span) {
        pauses.add(span);
    }

    /** The archive, and a case without submissions, stop every clock. */
    Run with(CaseTimeline timeline) {
        for (Span archived : timeline.archived()) {
            if (archived.isOpen()) {
                stopped(Optional.of(archived.from()));
            } else {
                pause(archived);
            }
        }
        return stopped(timeline.goneAt());
    }

    /** When it ended; absent while it is open. */
    @Nullable
    OffsetDateTime end() {
        return end;
    }

    boolean isFulfilled() {
        return isFulfilled;
    }

    /** In their order; those after the end, and those of no time, do not matter. */
    List<Span> pauses() {
        return pauses.stream()
                .filter(span -> span.until() == null || span.until().isAfter(span.from()))
                .filter(span -> end == null || span.from().isBefore(end))
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private void end(OffsetDateTime at, boolean fulfilled) {
        if (end == null || at.isBefore(end)) {
            end = at;
            isFulfilled = fulfilled;
        }
    }
}
