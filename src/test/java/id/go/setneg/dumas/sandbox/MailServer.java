package id.go.setneg.dumas.sandbox;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ministry's mail server and, behind it, everybody's mailbox: whoever is written to has one. */
final class MailServer implements AutoCloseable {

    static final String DUMAS = "dumas@setneg.go.id";
    static final String PERSURATAN = "persuratan@setneg.go.id";
    static final String ASDEP = "asdep.dumas@setneg.go.id";
    /** Whoever has a role in the office. */
    static final String STAFF = "petugas@setneg.go.id";

    private static final Set<String> OURS = Set.of(DUMAS, PERSURATAN, ASDEP, STAFF);

    /** A mail that arrived at somebody outside. */
    record Delivered(String recipient, String messageId, String subject, MimeMessage message) {}

    private final GreenMail mail;

    /** @param password of the three mailboxes, each with its address as user name */
    MailServer(String password) {
        mail = new GreenMail(new ServerSetup[] {setup(ServerSetup.PROTOCOL_SMTP), setup(ServerSetup.PROTOCOL_IMAP)});
        mail.start();
        OURS.forEach(address -> mail.setUser(address, address, password));
    }

    private static ServerSetup setup(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(Duration.ofSeconds(10).toMillis());
        return setup;
    }

    int imapPort() {
        return mail.getImap().getPort();
    }

    int smtpPort() {
        return mail.getSmtp().getPort();
    }

    /** Lays a mail into the inbox of one of the three mailboxes, without SMTP. */
    void appendTo(String mailbox, MimeMessage message) {
        GreenMailUser user = mail.getUserManager().getUserByEmail(mailbox);
        if (user == null) {
            throw new IllegalArgumentException("no mailbox of the office: " + mailbox);
        }
        user.deliver(message);
    }

    /** What has been sent to people and agencies outside, by SMTP. */
    List<Delivered> delivered() {
        var delivered = new ArrayList<Delivered>();
        for (GreenMailUser user : mail.getUserManager().listUser()) {
            if (!OURS.contains(user.getEmail())) {
                delivered.addAll(inbox(user));
            }
        }
        return delivered;
    }

    /** What has been sent to one address outside. */
    List<Delivered> deliveredTo(String address) {
        GreenMailUser user = mail.getUserManager().getUserByEmail(address);
        return user == null ? List.of() : inbox(user);
    }

    private List<Delivered> inbox(GreenMailUser user) {
        try {
            var delivered = new ArrayList<Delivered>();
            for (var stored :
                    mail.getManagers().getImapHostManager().getInbox(user).getMessages()) {
                MimeMessage message = stored.getMimeMessage();
                delivered.add(new Delivered(
                        user.getEmail(), text(message.getMessageID()), text(message.getSubject()), message));
            }
            return delivered;
        } catch (FolderException | MessagingException e) {
            throw new IllegalStateException("a mailbox of the sandbox cannot be read", e);
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }

    @Override
    public void close() {
        mail.stop();
    }
}
