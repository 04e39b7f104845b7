package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.intake.FeedFailed;
import id.go.setneg.dumas.intake.FeedFault;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.mail.MailConfiguration;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.support.ScheduledPollConsumer;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each mail of an inbox to its route, and moves what was taken to another folder: all of a batch in one command, so
 * that a mail costs one question and one answer. A mail that the route fails on stays in the inbox, the ones behind it are
 * taken all the same, and it is tried again once the end of the list is reached; the same goes for a mail that its folder does
 * not take. Flags mean nothing: what lies in the inbox
 * is to be done, seen or unseen, and even when somebody has marked it as deleted.
 */
final class MailboxConsumer extends ScheduledPollConsumer {

    static final Logger LOG = LoggerFactory.getLogger(MailboxConsumer.class);

    private final MailConfiguration mail;
    private final int batch;
    private @Nullable OpenFolder inbox;
    private int leftBehind;
    private boolean hasFailed;

    MailboxConsumer(MailEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        mail = endpoint.getConfiguration();
        batch = Math.max(1, endpoint.getMaxMessagesPerPoll());
    }

    /** How many mails were moved: none when all of them failed, so that a greedy consumer pauses. */
    @Override
    protected int poll() throws MessagingException {
        hasFailed = false;
        try {
            OpenFolder open = open();
            forceConsumerAsReady();
            return drain(open);
        } catch (MessagingException | RuntimeException e) {
            disconnect();
            throw e;
        }
    }

    private int drain(OpenFolder open) throws MessagingException {
        if (leftBehind >= open.count()) {
            leftBehind = 0;
        }
        Map<String, List<Message>> taken = new LinkedHashMap<>();
        int failed = 0;
        List<Message> messages = open.next(leftBehind, batch);
        for (Message message : messages) {
            if (!isPollAllowed()) {
                break;
            }
            String folder = message.isExpunged() ? null : take(message);
            if (folder != null) {
                taken.computeIfAbsent(folder, name -> new ArrayList<>()).add(message);
            } else if (!open.isOpen()) {
                throw new FolderClosedException(message.getFolder(), "the connection was lost within a batch");
            } else if (!message.isExpunged()) {
                failed++;
            }
        }
        int stuck = 0;
        for (var moves : taken.entrySet()) {
            stuck += move(open, moves.getKey(), moves.getValue());
        }
        int left = failed + stuck;
        if (messages.size() > left) {
            open.refresh();
        }
        leftBehind += left;
        hasFailed = left > 0;
        return taken.values().stream().mapToInt(List::size).sum() - stuck;
    }

    /** How many mails could not be moved: what one folder refuses, such as for its quota, must not hold up the others. */
    private int move(OpenFolder open, String folder, List<Message> messages) throws MessagingException {
        try {
            open.move(messages, folder);
            return 0;
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            if (!open.isOpen()) {
                throw e;
            }
            LOG.debug("{} could not move mails to {}", getRouteId(), folder, e);
            note(new FeedFailed(new FeedFault(FeedFault.Kind.THEIRS, "IMAP folder takes no mails: " + folder, null)));
            return (int)
                    messages.stream().filter(message -> !message.isExpunged()).count();
        }
    }

    /** A fault that ends neither the look nor the connection. */
    private void note(FeedFailed fault) {
        try {
            getPollStrategy().rollback(this, getEndpoint(), 1, fault);
        } catch (Exception e) {
            getExceptionHandler().handleException("a fault of " + getRouteId() + " could not be noted", e);
        }
    }

    /** The folder that the mail is to go to; none when it could not be taken. */
    private @Nullable String take(Message message) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(message);
            try {
                getProcessor().process(exchange);
            } catch (Exception e) {
                exchange.setException(e);
            }
            return exchange.isFailed()
                    ? null
                    : exchange.getMessage().getHeader(MailConstants.MAIL_MOVE_TO, mail.getMoveTo(), String.class);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    /** A mailbox in which every mail fails is not an empty one. */
    @Override
    protected void processEmptyMessage() throws Exception {
        if (!hasFailed) {
            super.processEmptyMessage();
        }
    }

    private OpenFolder open() throws MessagingException {
        OpenFolder known = inbox;
        if (known != null) {
            try {
                known.count();
                return known;
            } catch (MessagingException | IllegalStateException e) {
                LOG.debug("the connection of {} was lost between two looks", getRouteId(), e);
                disconnect();
            }
        }
        OpenFolder fresh = connect(mail.getAdditionalJavaMailProperties(), OpenFolder.INBOX);
        inbox = fresh;
        return fresh;
    }

    /** A further connection to the same inbox, on which the server may be silent for some time. */
    OpenFolder connect(Duration silence) throws MessagingException {
        var patient = new Properties();
        patient.putAll(mail.getAdditionalJavaMailProperties());
        patient.put("mail." + mail.getProtocol() + ".timeout", String.valueOf(silence.toMillis()));
        return connect(patient, OpenFolder.INBOX);
    }

    /** A further connection to the same mailbox, to the folder for what was taken. */
    OpenFolder connectToTaken() throws MessagingException {
        return connect(mail.getAdditionalJavaMailProperties(), mail.getMoveTo());
    }

    private OpenFolder connect(Properties properties, String folder) throws MessagingException {
        var store = (IMAPStore) Session.getInstance(properties).getStore(mail.getProtocol());
        PasswordAuthentication first = mail.getPasswordAuthentication();
        try {
            logIn(store, first);
        } catch (AuthenticationFailedException e) {
            if (!(mail.getAuthenticator() instanceof MailLogin login) || !login.renew(first.getPassword())) {
                throw e;
            }
            logIn(store, mail.getPasswordAuthentication());
        }
        return new OpenFolder(store, folder);
    }

    private void logIn(IMAPStore store, PasswordAuthentication login) throws MessagingException {
        store.connect(mail.getHost(), mail.getPort(), login.getUserName(), login.getPassword());
    }

    private void disconnect() {
        OpenFolder known = inbox;
        inbox = null;
        leftBehind = 0;
        if (known != null) {
            known.close();
        }
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        if (getScheduler() instanceof MailboxPush push) {
            push.look();
        }
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        disconnect();
    }
}
