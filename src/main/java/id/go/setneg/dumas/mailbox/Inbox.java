package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.intake.FeedFailed;
import id.go.setneg.dumas.intake.FeedFault;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One connection to one inbox (RFC 3501 and 9051). Mails are known by their place in the list for as long as the connection
 * lasts, so that neither UIDs nor flags mean anything from one connection to the next.
 */
final class Inbox implements AutoCloseable {

    private final IMAPStore store;
    private final IMAPFolder inbox;
    private final Map<String, Folder> folders = new HashMap<>();

    /**
     * The inbox of a store that is connected.
     *
     * @throws FeedFailed when the server can only remove whatever anybody has marked as deleted (RFC 3501, section 6.4.3):
     *     a mail that somebody marks meanwhile would be gone unseen
     */
    Inbox(IMAPStore store) throws MessagingException {
        this.store = store;
        try {
            if (!store.hasCapability("MOVE") && !store.hasCapability("UIDPLUS")) {
                throw new FeedFailed(new FeedFault(
                        FeedFault.Kind.NOT_ACCEPTED,
                        "IMAP server can neither MOVE (RFC 6851) nor remove single mails (UIDPLUS, RFC 4315)",
                        null));
            }
            inbox = (IMAPFolder) store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException e) {
            close(store);
            throw e;
        }
    }

    /** Forgets the mails that have gone; the mail library goes on counting them until the inbox is opened anew. */
    void refresh() throws MessagingException {
        inbox.close(false);
        inbox.open(Folder.READ_WRITE);
    }

    /** How many mails lie there or have gone since it was opened; asks the server. */
    int count() throws MessagingException {
        inbox.doCommand(server -> {
            server.noop(); // the mail library itself asks once a second at most
            return null;
        });
        return inbox.getMessageCount();
    }

    boolean isOpen() {
        return inbox.isOpen();
    }

    /**
     * The next mails, whatever their flags; their date and size are known, everything else is asked when it is wanted.
     *
     * @param skipped how many mails at the head of the list are passed over
     */
    List<Message> next(int skipped, int most) throws MessagingException {
        int last = Math.min(inbox.getMessageCount(), skipped + most);
        if (last <= skipped) {
            return List.of();
        }
        Message[] messages = inbox.getMessages(skipped + 1, last);
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        inbox.fetch(messages, profile);
        return List.of(messages);
    }

    /**
     * Moves mails in one command (RFC 6851) where the server can, else copies them and then removes exactly these (RFC 4315).
     * A crash in between leaves a mail in both folders. Mails that somebody else has taken away meanwhile are left alone.
     */
    void move(List<Message> messages, String name) throws MessagingException {
        Message[] there =
                messages.stream().filter(message -> !message.isExpunged()).toArray(Message[]::new);
        if (there.length == 0) {
            return;
        }
        Folder folder = folder(name);
        try {
            if (store.hasCapability("MOVE")) {
                inbox.moveMessages(there, folder);
            } else {
                inbox.copyMessages(there, folder);
                remove(there);
            }
        } catch (MessageRemovedException e) {
            return; // all of them
        } catch (FolderNotFoundException e) {
            folders.remove(name);
            throw e;
        }
    }

    private void remove(Message[] copied) throws MessagingException {
        inbox.setFlags(copied, new Flags(Flags.Flag.DELETED), true);
        inbox.expunge(copied);
    }

    private Folder folder(String name) throws MessagingException {
        Folder known = folders.get(name);
        if (known != null) {
            return known;
        }
        Folder folder = store.getFolder(fullName(name));
        if (!folder.exists() && !folder.create(Folder.HOLDS_MESSAGES) && !folder.exists()) {
            throw new FolderNotFoundException(folder, "the folder can neither be found nor made");
        }
        folder.setSubscribed(true);
        folders.put(name, folder);
        return folder;
    }

    private String fullName(String name) throws MessagingException {
        char separator = inbox.getSeparator();
        String local = name.replace('/', separator);
        Folder[] personal = store.getPersonalNamespaces();
        String prefix = personal.length == 0 ? "" : personal[0].getFullName();
        boolean isWhole = prefix.isEmpty() || local.startsWith(prefix + separator);
        return isWhole ? local : prefix + separator + local;
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until the server says anything (RFC 2177) or {@link #count} is asked by another thread. */
    void idle() throws MessagingException {
        inbox.idle(true);
    }

    /** Cuts the connection without a word; whoever waits is let go. */
    void cut() throws MessagingException {
        inbox.forceClose();
    }

    @Override
    public void close() {
        try {
            if (inbox.isOpen()) {
                inbox.close(false);
            }
        } catch (MessagingException | IllegalStateException e) {
            MailboxConsumer.LOG.debug("an inbox was closed already", e);
        }
        close(store);
    }

    private static void close(IMAPStore store) {
        try {
            store.close();
        } catch (MessagingException e) {
            MailboxConsumer.LOG.debug("a mail server did not answer to the farewell", e);
        }
    }
}
