package id.go.setneg.dumas.mailbox;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a mailbox every {@code delay} of the endpoint, and at once when the mail server says that there is news. What
 * is read is read by looking: push only shortens the wait. All looks are on one thread, one after the other; a look that is
 * under way is not interrupted.
 */
public final class MailboxPush extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private static final Duration RENEWAL = Duration.ofMinutes(25);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final AtomicBoolean isAsked = new AtomicBoolean();
    private boolean listening = true;
    private @Nullable CamelContext context;
    private @Nullable MailboxConsumer consumer;
    private @Nullable Runnable look;
    private @Nullable ScheduledExecutorService looks;
    private @Nullable ScheduledFuture<?> next;
    private @Nullable MailboxWatch watch;

    /** Whether the mail server is listened to; without that, this is a plain timer. */
    public void setListening(boolean listening) {
        this.listening = listening;
    }

    @Override
    public void onInit(Consumer consumer) {
        this.consumer = (MailboxConsumer) consumer;
    }

    @Override
    public void scheduleTask(Runnable task) {
        look = task;
    }

    @Override
    public void startScheduler() {
        if (looks == null || look == null || consumer == null || isSchedulerStarted()) {
            return;
        }
        next = looks.scheduleWithFixedDelay(
                look, consumer.getInitialDelay(), consumer.getDelay(), consumer.getTimeUnit());
        if (listening) {
            MailboxConsumer mailbox = consumer;
            Duration silence = RENEWAL.plusMinutes(1);
            watch = new MailboxWatch(
                    "watch-" + mailbox.getRouteId(),
                    () -> mailbox.connect(silence),
                    new Pauses(FIRST_PAUSE, LONGEST_PAUSE),
                    RENEWAL,
                    this::look);
        }
    }

    /** Looks as soon as no other look is under way. */
    void look() {
        Runnable task = look;
        ScheduledExecutorService thread = looks;
        if (task != null && thread != null && !thread.isShutdown() && isAsked.compareAndSet(false, true)) {
            thread.execute(() -> {
                isAsked.set(false);
                task.run();
            });
        }
    }

    @Override
    public boolean isSchedulerStarted() {
        return next != null && !next.isCancelled();
    }

    @Override
    public void unscheduleTask() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    @Override
    protected void doStart() {
        if (context != null && consumer != null) {
            looks = context.getExecutorServiceManager()
                    .newSingleThreadScheduledExecutor(this, "look-" + consumer.getRouteId());
        }
    }

    @Override
    protected void doStop() {
        unscheduleTask();
        if (context != null && looks != null) {
            context.getExecutorServiceManager().shutdownGraceful(looks, TimeUnit.SECONDS.toMillis(30));
            looks = null;
        }
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        context = camelContext;
    }

    @Override
    public @Nullable CamelContext getCamelContext() {
        return context;
    }
}
