package id.go.setneg.dumas.operations;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.stereotype.Component;

/** Joins what the ledger counts with what the routes do, and shows it over JMX while the hub runs. */
@Component
final class Hub implements HubMXBean, InitializingBean, DisposableBean {

    private static final ResourceBundle LABELS = ResourceBundle.getBundle("console.cases", Locale.ROOT);

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
