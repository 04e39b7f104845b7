package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.delivery.Deliveries.Attempt;
import id.go.setneg.dumas.delivery.Deliveries.Claim;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Sends what is due for one destination. It works only while it was woken; while it is suspended the deliveries wait in
 * the ledger.
 */
final class DeliveryConsumer extends DefaultConsumer implements Suspendable {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryConsumer.class);

    private final String destination;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final Semaphore places;
    private final AtomicInteger wakes = new AtomicInteger();
    private volatile @Nullable ExecutorService threads;
    private volatile @Nullable Future<?> draining;

    DeliveryConsumer(DeliveryEndpoint endpoint, Processor processor, DeliveryComponent component) {
        super(endpoint, processor);
        destination = endpoint.destination();
        deliveries = component.deliveries();
        dispatcher = component.dispatcher();
        places = new Semaphore(component.settings().concurrency());
    }

    String destination() {
        return destination;
    }

    /** Says that something may be due; many calls while it works make it look once more. */
    void wake() {
        ExecutorService executor = threads;
        if (executor != null && isRunAllowed() && !isSuspendingOrSuspended() && wakes.getAndIncrement() == 0) {
            try {
                draining = executor.submit(this::drain);
            } catch (
                    RejectedExecutionException
                            e) { // it was stopped in this moment; what is due is seen at the next start
                wakes.set(0);
            }
        }
    }

    private void drain() {
        int seen = 1;
        do {
            try {
                sendAllThatIsDue();
            } catch (DataAccessException e) {
                LOG.warn(
                        "Deliveries to {} wait: the database failed ({}); what was sent is sent again with the same id",
                        destination,
                        Fault.of(e));
            } catch (RuntimeException e) {
                LOG.error(
                        "Deliveries to {} wait until the next look, the hub itself is at fault: {}",
                        destination,
                        Fault.of(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seen = wakes.addAndGet(-seen);
        } while (seen != 0);
    }

    private void sendAllThatIsDue() throws InterruptedException {
        Claim claim = isAtWork() ? deliveries.claim(destination) : null;
        while (claim != null && !claim.isEmpty()) {
            claim = deliveries.settle(claim, send(claim), isAtWork());
        }
    }

    private boolean isAtWork() {
        return isRunAllowed() && !isSuspendingOrSuspended();
    }

    /** Sends what was claimed; once the route is suspended or the lease has ended, the rest stays unsent. */
    private List<Attempt> send(Claim claim) throws InterruptedException {
        ExecutorService executor = threads;
        if (executor == null) {
            return List.of();
        }
        List<Future<@Nullable Attempt>> running = new ArrayList<>();
        for (Delivery delivery : claim.deliveries()) {
            places.acquire();
            running.add(executor.submit(() -> {
                try {
                    return isAtWork() && deliveries.now().isBefore(claim.until()) ? attempt(delivery) : null;
                } finally {
                    places.release();
                }
            }));
        }
        List<Attempt> attempts = new ArrayList<>();
        for (Future<@Nullable Attempt> future : running) {
            try {
                Attempt attempt = future.get();
                if (attempt != null) {
                    attempts.add(attempt);
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("an attempt never throws", e.getCause());
            }
        }
        return attempts;
    }

    private Attempt attempt(Delivery delivery) {
        OffsetDateTime at = deliveries.now();
        long start = System.nanoTime();
        Exchange exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(delivery);
            process(exchange);
            return new Attempt(delivery, at, Duration.ofNanos(System.nanoTime() - start), outcome(delivery, exchange));
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception | StackOverflowError e) {
            exchange.setException(e);
        }
    }

    private static Outcome outcome(Delivery delivery, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure == null) {
            Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
            return new Outcome.Delivered(status == null ? "OK" : "HTTP " + status);
        }
        LOG.debug("{} failed: {}", delivery, Fault.of(failure)); // the exception may quote what is sent
        Outcome outcome = Diagnosis.of(failure);
        switch (outcome) {
            case Outcome.Broken broken ->
                LOG.error("{} is parked, the hub itself is at fault: {}", delivery, broken.reason());
            case Outcome.Refused refused ->
                LOG.warn("{} was refused and waits for a person: {}", delivery, refused.reason());
            case Outcome.Passing passing -> LOG.debug("{} is tried again: {}", delivery, passing.reason());
            case Outcome.Delivered delivered -> LOG.debug("{} was there before", delivery);
        }
        return outcome;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        threads = getEndpoint()
                .getCamelContext()
                .getExecutorServiceManager()
                .newCachedThreadPool(this, "delivery-" + destination);
        dispatcher.add(this);
        wake();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        wake();
    }

    @Override
    protected void doStop() throws Exception {
        dispatcher.remove(this);
        Future<?> work = draining;
        if (work != null) {
            work.get();
        }
        ExecutorService executor = threads;
        threads = null;
        if (executor != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
        }
        super.doStop();
    }
}
