package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.delivery.Deliveries;
import id.go.setneg.dumas.intake.Intake;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.ParkedList;
import id.go.setneg.dumas.ledger.ParkedList.Cause;
import id.go.setneg.dumas.ledger.ParkedList.Filter;
import id.go.setneg.dumas.status.Statuses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Replays of what the ledger keeps. */
@Component
final class LedgerReplays implements Replays {

    private static final int MOST = 500;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Parked parked;
    private final ParkedList list;
    private final Intake intake;
    private final Statuses statuses;
    private final Deliveries deliveries;
    private final Drifts drifts;
    private final Clock clock;

    LedgerReplays(
            Parked parked,
            ParkedList list,
            Intake intake,
            Statuses statuses,
            Deliveries deliveries,
            Drifts drifts,
            Clock clock) {
        this.parked = parked;
        this.list = list;
        this.intake = intake;
        this.statuses = statuses;
        this.deliveries = deliveries;
        this.drifts = drifts;
        this.clock = clock;
    }

    @Override
    public boolean record(UUID id) {
        return parked.find(id)
                .map(waiting -> waiting.mapping().equals(Statuses.SCHEMA) ? statuses.replay(id) : intake.replay(id))
                .orElse(false);
    }

    @Override
    public Batch records(Cause cause, @Nullable UUID after) {
        return each(Filter.waiting(cause, null), after, this::record);
    }

    @Override
    public Batch discard(Cause cause, OffsetDateTime until, @Nullable UUID after, String who, String because) {
        return each(Filter.waiting(cause, until), after, id -> parked.discard(id, who, because));
    }

    private Batch each(Filter which, @Nullable UUID after, Predicate<UUID> act) {
        Instant end = clock.instant().plus(LONGEST);
        List<ParkedList.Row> some = list.page(which, after, MOST);
        int done = 0;
        int tried = 0;
        for (ParkedList.Row one : some) {
            if (clock.instant().isAfter(end)) {
                break;
            }
            tried++;
            done += act.test(one.id()) ? 1 : 0;
        }
        boolean isOver = tried == some.size() && some.size() < MOST;
        return new Batch(done, tried - done, isOver ? null : some.get(tried - 1).id());
    }

    @Override
    public boolean delivery(UUID id) {
        return deliveries.replay(id);
    }

    @Override
    public boolean forgetDrift(String feed, String path, String what) {
        return drifts.forget(feed, path, what);
    }
}
