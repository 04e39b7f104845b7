package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Backfill.Range;
import id.go.setneg.dumas.intake.Backfill.State;
import id.go.setneg.dumas.intake.Backfill.Status;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/**
 * Reads parts of the past of sources again, beside their live feeds: one backfill of a source at a time. Each source that
 * can do so has a route {@code <source>-backfill}, which is given the {@link Backfill}. It asks the source and hands what it
 * reads to where the live feed does, or it moves back what was taken. What is known already changes nothing.
 */
public final class Backfills {

    private static final String ROUTE = "-backfill";
    private static final int KEPT = 50;

    private final CamelContext camel;
    private final ProducerTemplate routes;
    private final BackfillSettings settings;
    private final Works works;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Deque<Backfill> all = new ArrayDeque<>();

    /** Whether a backfill began. */
    public sealed interface Start {

        record Begun(Status status) implements Start {}

        /** One of this source is running. */
        record Busy(Status status) implements Start {}

        /** The source is off, or cannot be read again. */
        record NoSuchSource(Set<String> sources) implements Start {}
    }

    Backfills(
            CamelContext camel,
            ProducerTemplate routes,
            BackfillSettings settings,
            Works works,
            Clock clock,
            Supplier<UUID> ids) {
        this.camel = camel;
        this.routes = routes;
        this.settings = settings;
        this.works = works;
        this.clock = clock;
        this.ids = ids;
    }

    /** The sources that can be read again. */
    public Set<String> sources() {
        Set<String> sources = new TreeSet<>();
        camel.getRoutes().stream()
                .map(route -> route.getRouteId())
                .filter(id -> id.endsWith(ROUTE))
                .forEach(id -> sources.add(id.substring(0, id.length() - ROUTE.length())));
        return sources;
    }

    /** Begins one, unless one of the same source is running. */
    public synchronized Start start(Range range) {
        Set<String> sources = sources();
        if (!sources.contains(range.source())) {
            return new Start.NoSuchSource(sources);
        }
        Optional<Backfill> running = all.stream()
                .filter(one -> one.isRunning() && one.source().equals(range.source()))
                .findFirst();
        if (running.isPresent()) {
            return new Start.Busy(running.get().status());
        }
        var backfill = new Backfill(ids.get(), range, settings, works, clock);
        all.addFirst(backfill);
        if (all.size() > KEPT) {
            all.removeLast();
        }
        Thread.ofPlatform().daemon().name("backfill-" + range.source()).start(() -> run(backfill));
        return new Start.Begun(backfill.status());
    }

    private void run(Backfill backfill) {
        try {
            routes.sendBody("direct:" + backfill.source() + ROUTE, backfill);
            backfill.end(backfill.isCancelled() ? State.CANCELLED : State.DONE);
        } catch (RuntimeException e) {
            backfill.fail(e);
        }
    }

    /** All that are remembered, the newest first. */
    public synchronized List<Status> all() {
        return all.stream().map(Backfill::status).toList();
    }

    public Optional<Status> find(UUID id) {
        return all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Ends one at its next step; false when there is none such. */
    public synchronized boolean cancel(UUID id) {
        Optional<Backfill> one =
                all.stream().filter(each -> each.id().equals(id)).findFirst();
        one.ifPresent(Backfill::cancel);
        return one.isPresent();
    }

    /** The hub stops: no route waits for the rest of the past. */
    @EventListener(ContextClosedEvent.class)
    synchronized void stop() {
        all.forEach(Backfill::cancel);
    }

    // what the routes call

    /** The records of a page. */
    public List<SourceRecord> read(RangeWalk walk, byte[] answer) {
        return walk.read(answer);
    }

    /** A page was taken in; waits as the rate demands. */
    public void took(RangeWalk walk, Receipt receipt) throws InterruptedException {
        walk.took(receipt);
    }

    /**
     * A page could not be taken in; waits until it may be asked for again.
     *
     * @throws Exception the failure itself, once it has lasted too long
     */
    public void failed(RangeWalk walk, Exception failure) throws Exception {
        walk.failed(failure);
    }
}
