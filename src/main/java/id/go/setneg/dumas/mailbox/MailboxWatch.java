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
 * read. A lost connection is made again, ever more patiently until IDLE was of use; a server without IDLE is left alone.
 */
final class MailboxWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxWatch.class);

    private final Callable<OpenFolder> connect;
    private final Pauses pauses;
    private final Duration renewal;
    private final Runnable news;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable OpenFolder listening;

    /**
     * Begins to listen.
     *
     * @param name of its thread
     * @param pauses before the connection is made again, or IDLE said again that ended at once
     * @param renewal after so long IDLE is said anew; servers hang up after half an hour
     * @param news called whenever the server says something and the mailbox is not empty
     */
    MailboxWatch(String name, Callable<OpenFolder> connect, Pauses pauses, Duration renewal, Runnable news) {
        this.connect = connect;
        this.pauses = pauses;
        this.renewal = renewal;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private void run() {
        while (!isClosed(Duration.ZERO)) {
            try (OpenFolder inbox = connect.call()) {
                if (!inbox.canIdle()) {
                    LOG.debug("{}: the server has no IDLE", thread.getName());
                    return;
                }
                listen(inbox);
            } catch (Exception e) {
                LOG.debug("{}: the connection is made again", thread.getName(), e);
            }
            listening = null;
            if (isClosed(pauses.next())) {
                return;
            }
        }
    }

    private void listen(OpenFolder inbox) throws MessagingException {
        listening = inbox;
        var done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name(thread.getName() + "-renewal").start(() -> renew(inbox, done));
        try {
            for (int before = count(inbox); !isClosed(Duration.ZERO); ) {
                boolean lasted = idle(inbox);
                int now = count(inbox);
                if (now != before) {
                    pauses.beginAnew();
                } else if (!lasted && isClosed(pauses.next())) {
                    return;
                }
                before = now;
            }
        } finally {
            done.countDown();
        }
    }

    /** How many mails lie there; whoever reads them is told. */
    private int count(OpenFolder inbox) throws MessagingException {
        int count = inbox.count();
        if (count > 0) {
            news.run();
        }
        return count;
    }

    /** Whether the server kept to it for a while, however it ended. */
    private boolean idle(OpenFolder inbox) throws MessagingException {
        long began = System.nanoTime();
        try {
            inbox.idle();
        } finally {
            if (lasted(began)) {
                pauses.beginAnew();
            }
        }
        return lasted(began);
    }

    private boolean lasted(long began) {
        return System.nanoTime() - began >= pauses.first().toNanos();
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

    /** A server that does not answer keeps nobody waiting: the connection is cut in the background. */
    @Override
    public void close() {
        closed.countDown();
        OpenFolder inbox = listening;
        if (inbox != null) {
            Thread.ofPlatform().daemon().name(thread.getName() + "-end").start(() -> cut(inbox));
        }
    }

    private static void cut(OpenFolder inbox) {
        try {
            if (inbox.isOpen()) {
                inbox.cut();
            }
        } catch (MessagingException | IllegalStateException e) {
            LOG.debug("the connection was gone already", e);
        }
    }
}
