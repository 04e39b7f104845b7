package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.ledger.AlarmList;
import id.go.setneg.dumas.ledger.ParkedList.Cause;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Joins what the ledger counts with what the routes do, and shows it over JMX while the hub runs. */
@Component
final class Hub implements HubMXBean, InitializingBean, DisposableBean {

    private static final ResourceBundle LABELS = ResourceBundle.getBundle("console.cases", Locale.ROOT);

    private static final ResourceBundle CLOCKS = ResourceBundle.getBundle("console.clocks", Locale.ROOT);

    private final Overview overview;
    private final CamelContext camel;
    private final Clock clock;
    private final Replays replays;
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    Hub(Overview overview, CamelContext camel, Clock clock, Replays replays) {
        this.overview = overview;
        this.camel = camel;
        this.clock = clock;
        this.replays = replays;
    }

    @Override
    public void afterPropertiesSet() throws JMException {
        destroy();
        server.registerMBean(this, new ObjectName(NAME));
    }

    @Override
    public void destroy() throws JMException {
        var name = new ObjectName(NAME);
        if (server.isRegistered(name)) {
            server.unregisterMBean(name);
        }
    }

    @Override
    public List<Feed> getFeeds() {
        return overview.feeds().stream().map(this::feed).toList();
    }

    @Override
    public List<Destination> getDestinations() {
        return overview.destinations().stream().map(this::destination).toList();
    }

    @Override
    public List<Cases> getCases() {
        return overview.cases().stream()
                .map(some -> new Cases(some.state(), label(some.state()), some.count()))
                .toList();
    }

    @Override
    public List<Waiting> getWaiting() {
        return overview.waiting().stream()
                .map(one -> new Waiting(
                        one.id().toString(),
                        one.kind().name(),
                        one.place(),
                        one.label(),
                        one.reason(),
                        one.since().toString()))
                .toList();
    }

    @Override
    public List<ParkedGroup> getParkedGroups() {
        return overview.parkedGroups().stream()
                .map(group -> new ParkedGroup(
                        group.feed(),
                        group.label(),
                        group.mapping(),
                        group.cause(),
                        group.count(),
                        group.oldest().toString(),
                        group.newest().toString()))
                .toList();
    }

    @Override
    public List<Drift> getDrifts() {
        return overview.drifts().stream()
                .map(drift -> new Drift(
                        drift.of().feed(),
                        drift.label(),
                        drift.of().path(),
                        drift.of().what(),
                        drift.of().shape(),
                        drift.of().sightings(),
                        drift.of().firstAt().toString(),
                        drift.of().lastAt().toString()))
                .toList();
    }

    @Override
    public List<Work> getWorks() {
        return overview.works().stream()
                .map(work -> new Work(
                        work.name(),
                        work.begunAt().toString(),
                        work.took().toSeconds(),
                        work.done(),
                        work.total(),
                        work.perSecond(),
                        work.outcome()))
                .toList();
    }

    @Override
    public List<Deadlines> getDeadlines() {
        return overview.clocks().stream()
                .map(of -> new Deadlines(
                        of.clock().name(),
                        CLOCKS.getString(of.clock().name()),
                        of.open(),
                        of.paused(),
                        of.overdue(),
                        of.soon(),
                        of.oldest() == null ? null : of.oldest().toString()))
                .toList();
    }

    @Override
    public Alarms getAlarms() {
        AlarmList.Figure figure = overview.alarms();
        OffsetDateTime oldest = figure.oldest();
        return new Alarms(
                figure.open(), oldest == null ? null : oldest.toInstant().toString());
    }

    @Override
    public Batch replayGroup(String feed, String mapping, String cause, String after) {
        return batch(replays.records(new Cause(feed, mapping, cause), id(after)));
    }

    @Override
    public Batch discardGroup(String feed, String mapping, String cause, String until, String after, String because) {
        if (because.isBlank() || because.length() > 1_000) {
            throw new IllegalArgumentException("say why, in at most 1,000 characters");
        }
        return batch(replays.discard(
                new Cause(feed, mapping, cause), OffsetDateTime.parse(until), id(after), who(), because.strip()));
    }

    @Override
    public boolean forgetDrift(String feed, String path, String what) {
        return replays.forgetDrift(feed, path, what);
    }

    private static Batch batch(Replays.Batch of) {
        UUID next = of.next();
        return new Batch(of.taken(), of.refused(), next == null ? null : next.toString());
    }

    private static @Nullable UUID id(String text) {
        return text.isEmpty() ? null : UUID.fromString(text);
    }

    /** Who asks: the console's user; over JMX of this machine nobody has a name. */
    private static String who() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user == null ? "jmx" : user.getName();
    }

    @Override
    public boolean replayRecord(String id) {
        return replays.record(UUID.fromString(id));
    }

    @Override
    public boolean replayDelivery(String id) {
        return replays.delivery(UUID.fromString(id));
    }

    private Feed feed(Overview.Feed of) {
        Instant last = of.lastSuccess();
        return new Feed(
                of.name(),
                of.label(),
                of.route(),
                last == null ? null : last.toString(),
                last == null ? -1 : secondsSince(last),
                of.taken(),
                of.parked(),
                of.failing(),
                state(of.route(), of.failing()));
    }

    private Destination destination(Overview.Destination of) {
        Instant oldest = of.oldest();
        return new Destination(
                of.name(),
                of.label(),
                of.route(),
                of.waiting(),
                oldest == null ? 0 : secondsSince(oldest),
                of.held(),
                of.delivered(),
                of.failing(),
                state(of.route(), of.failing()));
    }

    private State state(String route, @Nullable String failing) {
        ServiceStatus status = camel.getRouteController().getRouteStatus(route);
        if (status == null || !status.isStarted()) {
            return State.SUSPENDED;
        }
        return failing == null ? State.RUNNING : State.FAILING;
    }

    private long secondsSince(Instant then) {
        return Math.max(0, Duration.between(then, clock.instant()).toSeconds());
    }

    private static String label(String state) {
        return LABELS.containsKey(state) ? LABELS.getString(state) : state;
    }
}
