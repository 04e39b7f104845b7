package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.intake.Backfill;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A walk through the mails that are to be moved back, one mailbox after the other, which a person may cancel. */
public final class MailWalk {

    private static final int BATCH = 20;
    private static final int MOST_WAITING = 2 * BATCH;

    private final Backfill backfill;
    private final Deque<Mailbox> rest = new ArrayDeque<>();
    private int next;
    private @Nullable OpenFolder open;

    /**
     * What is to be moved back in one mailbox.
     *
     * @param uids in the folder of what was taken
     * @param before how many mails lay in the inbox already
     */
    record Mailbox(MailboxConsumer consumer, long uidValidity, List<Long> uids, int before) {}

    MailWalk(Backfill backfill, List<Mailbox> mailboxes) {
        this.backfill = backfill;
        mailboxes.stream().filter(mailbox -> !mailbox.uids().isEmpty()).forEach(rest::add);
        backfill.total(rest.stream().mapToLong(mailbox -> mailbox.uids().size()).sum());
    }

    /** Whether there is more to move. */
    public boolean hasNext() {
        boolean hasMore = !rest.isEmpty() && !backfill.isCancelled();
        if (!hasMore) {
            disconnect();
        }
        return hasMore;
    }

    /**
     * A few mails at a time, and only while few wait for the mailbox's route; what a failure leaves is moved the next time.
     *
     * @throws Exception a failure that has lasted too long
     */
    void putBack() throws Exception {
        long began = System.nanoTime();
        Mailbox mailbox = rest.getFirst();
        List<Long> batch = mailbox.uids()
                .subList(
                        next,
                        Math.min(
                                next + Math.min(BATCH, backfill.rate()),
                                mailbox.uids().size()));
        try {
            OpenFolder taken = open(mailbox);
            if (taken.countIn(OpenFolder.INBOX) >= mailbox.before() + MOST_WAITING) {
                backfill.hold();
                return;
            }
            List<Message> there = taken.of(batch);
            taken.move(there, OpenFolder.INBOX);
            advance(mailbox, batch.size());
            backfill.moved(there.size(), System.nanoTime() - began);
        } catch (MessagingException e) {
            disconnect();
            backfill.failed(e);
        } catch (RuntimeException | InterruptedException e) {
            disconnect();
            throw e;
        }
    }

    private void advance(Mailbox mailbox, int count) {
        next += count;
        if (next >= mailbox.uids().size()) {
            rest.removeFirst();
            next = 0;
            disconnect();
        }
    }

    private OpenFolder open(Mailbox mailbox) throws MessagingException {
        OpenFolder known = open;
        if (known != null) {
            return known;
        }
        OpenFolder fresh = mailbox.consumer().connectToTaken();
        open = fresh;
        if (fresh.uidValidity() != mailbox.uidValidity()) {
            throw new IllegalStateException("the server has given all mails new UIDs");
        }
        return fresh;
    }

    private void disconnect() {
        OpenFolder known = open;
        open = null;
        if (known != null) {
            known.close();
        }
    }
}
