package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.ledger.Ledger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Wakes the routes of destinations that have something due: at once after a commit in this process, and by one small
 * query each moment for retries and for what other nodes wrote. A destination without anything due costs nothing.
 */
final class Dispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Deliveries deliveries;
    private final DeliverySettings settings;
    private final Map<String, DeliveryConsumer> consumers = new ConcurrentHashMap<>();
    private volatile @Nullable ScheduledExecutorService looks;
    private @Nullable Future<?> looking;
    private boolean isBlind;

    Dispatcher(Deliveries deliveries, Ledger ledger, DeliverySettings settings) {
        this.deliveries = deliveries;
        this.settings = settings;
        ledger.onDeliveriesDue(this::wake);
    }

    void add(DeliveryConsumer consumer) {
        DeliveryConsumer other = consumers.putIfAbsent(consumer.destination(), consumer);
        if (other != null && other != consumer) {
            throw new IllegalStateException("two routes deliver to " + consumer.destination());
        }
    }

    void remove(DeliveryConsumer consumer) {
        consumers.remove(consumer.destination(), consumer);
    }

    private void wake(Set<String> destinations) {
        for (String destination : destinations) {
            DeliveryConsumer consumer = consumers.get(destination);
            if (consumer != null) {
                consumer.wake();
            }
        }
    }

    private void look() {
        try {
            wake(deliveries.destinationsDue());
            isBlind = false;
        } catch (RuntimeException e) { // this look must never be the last
            if (!isBlind) {
                LOG.warn("Cannot see what is due; nothing is lost, looking again: {}", Fault.of(e));
            }
            isBlind = true;
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("delivery-look").factory());
        looking = executor.scheduleWithFixedDelay(this::look, 0, settings.look().toMillis(), TimeUnit.MILLISECONDS);
        looks = executor;
    }

    @Override
    public void stop() {
        ScheduledExecutorService executor = looks;
        if (executor != null && looking != null) {
            looking.cancel(false);
            executor.shutdown();
            looks = null;
        }
    }

    @Override
    public boolean isRunning() {
        return looks != null;
    }
}
