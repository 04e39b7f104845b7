package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.intake.Backfill;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;

/**
 * The mails that were taken out of the mailboxes. A backfill moves those that were received in its range back into their
 * inboxes, for the mailboxes' own routes to take them again; servers, users and folders are those of these routes.
 */
public final class TakenMails {

    private final CamelContext camel;

    TakenMails(CamelContext camel) {
        this.camel = camel;
    }

    /** Begins with the mails that lie there now: what comes back later is not moved a second time. */
    public MailWalk begin(Backfill backfill) throws MessagingException {
        var range =
                new ReceivedWithin(backfill.from().toInstant(), backfill.to().toInstant());
        List<MailWalk.Mailbox> mailboxes = new ArrayList<>();
        for (Route route : camel.getRoutes()) {
            if (route.getConsumer() instanceof MailboxConsumer consumer) {
                try (OpenFolder taken = consumer.connectToTaken()) {
                    mailboxes.add(new MailWalk.Mailbox(
                            consumer, taken.uidValidity(), taken.received(range), taken.countIn(OpenFolder.INBOX)));
                } catch (FolderNotFoundException e) {
                    MailboxConsumer.LOG.debug("nothing was ever taken by {}", route.getRouteId(), e);
                }
            }
        }
        return new MailWalk(backfill, mailboxes);
    }

    /**
     * Moves the next few mails back, or waits until the inbox is read.
     *
     * @throws Exception when the server has failed for too long
     */
    public void putBack(MailWalk walk) throws Exception {
        walk.putBack();
    }
}
