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
import jakarta.mail.UIDFolder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/**
 * One connection to one folder of a mailbox (RFC 3501 and 9051). Mails of an inbox are known by their place in the list for
 * as long as the connection lasts, so that neither UIDs nor flags mean anything from one connection to the next.
 */
final class OpenFolder implements AutoCloseable {

    static final String INBOX = "INBOX";

    private final IMAPStore store;
    private final IMAPFolder opened;
    private final Map<String, Folder> folders = new HashMap<>();

    /**
     * A folder of a store that is connected.
     *
     * @throws FolderNotFoundException when there is none of this name
     * @throws FeedFailed when the server can only remove whatever anybody has marked as deleted (RFC 3501, section 6.4.3):
     *     a mail that somebody marks meanwhile would be gone unseen
     */
    OpenFolder(IMAPStore store, String name) throws MessagingException {
        this.store = store;
        try {
            if (!store.hasCapability("MOVE") && !store.hasCapability("UIDPLUS")) {
                throw new FeedFailed(new FeedFault(
                        FeedFault.Kind.NOT_ACCEPTED,
                        "IMAP server can neither MOVE (RFC 6851) nor remove single mails (UIDPLUS, RFC 4315)",
                        null));
            }
            opened = (IMAPFolder) store.getFolder(fullName(name));
            opened.open(Folder.READ_WRITE);
        } catch (MessagingException | RuntimeException e) {
            close(store);
            throw e;
        }
    }

    /** Forgets the mails that have gone; the mail library goes on counting them until the folder is opened anew. */
    void refresh() throws MessagingException {
        opened.close(false);
        opened.open(Folder.READ_WRITE);
    }

    /** How many mails lie there or have gone since it was opened; asks the server. */
    int count() throws MessagingException {
        opened.doCommand(server -> {
            server.noop(); // the mail library itself asks once a second at most
            return null;
        });
        return opened.getMessageCount();
    }

    boolean isOpen() {
        return opened.isOpen();
    }

    /**
     * The next mails, whatever their flags; their date and size are known, everything else is asked when it is wanted.
     *
     * @param skipped how many mails at the head of the list are passed over
     */
    List<Message> next(int skipped, int most) throws MessagingException {
        int last = Math.min(opened.getMessageCount(), skipped + most);
        if (last <= skipped) {
            return List.of();
        }
        Message[] messages = opened.getMessages(skipped + 1, last);
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        opened.fetch(messages, profile);
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
                opened.moveMessages(there, folder);
            } else {
                opened.copyMessages(there, folder);
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
        opened.setFlags(copied, new Flags(Flags.Flag.DELETED), true);
        opened.expunge(copied);
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
        if (name.equals(INBOX)) {
            return name;
        }
        char separator = store.getFolder(INBOX).getSeparator();
        String local = name.replace('/', separator);
        Folder[] personal = store.getPersonalNamespaces();
        String prefix = personal.length == 0 ? "" : personal[0].getFullName();
        boolean isWhole = prefix.isEmpty() || local.startsWith(prefix + separator);
        return isWhole ? local : prefix + separator + local;
    }

    /** The UIDs of the mails that were received within a range, the oldest first. */
    List<Long> received(ReceivedWithin range) throws MessagingException {
        Message[] found = opened.search(range.nearly());
        var profile = new FetchProfile();
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        opened.fetch(found, profile);
        List<Long> uids = new ArrayList<>();
        for (Message message : found) {
            if (!message.isExpunged() && range.includes(message)) {
                uids.add(opened.getUID(message));
            }
        }
        return uids;
    }

    /** What the UIDs are worth: while this stays the same, each means the same mail. */
    long uidValidity() throws MessagingException {
        return opened.getUIDValidity();
    }

    /** The mails of these UIDs that are still there. */
    List<Message> of(List<Long> uids) throws MessagingException {
        Message[] messages =
                opened.getMessagesByUID(uids.stream().mapToLong(Long::longValue).toArray());
        return Arrays.stream(messages).filter(Objects::nonNull).toList();
    }

    /** How many mails lie in another folder of the mailbox. */
    int countIn(String name) throws MessagingException {
        return store.getFolder(fullName(name)).getMessageCount();
    }

    boolean canIdle() throws MessagingException {
        return store.hasCapability("IDLE");
    }

    /** Waits until the server says anything (RFC 2177) or {@link #count} is asked by another thread. */
    void idle() throws MessagingException {
        opened.idle(true);
    }

    /** Cuts the connection without a word; whoever waits is let go. */
    void cut() throws MessagingException {
        opened.forceClose();
    }

    @Override
    public void close() {
        try {
            if (opened.isOpen()) {
                opened.close(false);
            }
        } catch (MessagingException | IllegalStateException e) {
            MailboxConsumer.LOG.debug("a folder was closed already", e);
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
