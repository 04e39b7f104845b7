package id.go.setneg.dumas.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a mailbox on a connection of its own (IDLE, RFC 2177), reads nothing and says when there may be something to
 * read. A lost connection is made again, ever more patiently unless it held for a while; a server without IDLE is left alone.
 */
final class MailboxWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration HELD = Duration.ofMinutes(1);

    private final Callable<OpenFolder> connect;
    private final Duration renewal;
    private final Runnable news;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable OpenFolder listening;

    /**
     * Begins to listen.
     *
     * @param name of its thread
     * @param renewal after so long IDLE is said anew; servers hang up after half an hour
     * @param news called whenever the server says something and the mailbox is not empty
     */
    MailboxWatch(String name, Callable<OpenFolder> connect, Duration renewal, Runnable news) {
        this.connect = connect;
        this.renewal = renewal;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (!isClosed(Duration.ZERO)) {
            long began = System.nanoTime();
            try (OpenFolder inbox = connect.call()) {
                if (!inbox.canIdle()) {
                    LOG.debug("{}: the server has no IDLE", thread.getName());
                    return;
                }
                listen(inbox);
            } catch (Exception e) {
                LOG.debug("{}: the connection was lost", thread.getName(), e);
            }
            listening = null;
            pause = pause(pause, Duration.ofNanos(System.nanoTime() - began));
            if (isClosed(pause)) {
                return;
            }
        }
    }

    /**
     * How long to wait before a connection is made again.
     *
     * @param last how long was waited before it was made; zero for the first
     * @param held how long it was there
     */
    static Duration pause(Duration last, Duration held) {
        Duration doubled = last.multipliedBy(2);
        return last.isZero() || held.compareTo(HELD) > 0
                ? FIRST_PAUSE
                : doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private void listen(OpenFolder inbox) throws MessagingException {
        listening = inbox;
        var done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name(thread.getName() + "-renewal").start(() -> renew(inbox, done));
        try {
            while (!isClosed(Duration.ZERO)) {
                if (inbox.count() > 0) {
                    news.run();
                }
                long began = System.nanoTime();
                inbox.idle();
                if (Duration.ofNanos(System.nanoTime() - began).compareTo(FIRST_PAUSE) < 0) {
                    isClosed(FIRST_PAUSE); // a server that ends it at once is not asked without pause
                }
            }
        } finally {
            done.countDown();
        }
    }

    private void renew(OpenFolder inbox, CountDownLatch done) {
        try {
            while (!done.await(renewal.toMillis(), TimeUnit.MILLISECONDS)) {
                inbox.count();
            }
        } catch (MessagingException | IllegalStateException e) {
            LOG.debug("the one who listens notices it too", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed(Duration patience) {
        try {
            return closed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        OpenFolder inbox = listening;
        try {
            if (inbox != null && inbox.isOpen()) {
                inbox.cut();
            }
        } catch (MessagingException | IllegalStateException e) {
            LOG.debug("the connection was gone already", e);
        }
    }
}
