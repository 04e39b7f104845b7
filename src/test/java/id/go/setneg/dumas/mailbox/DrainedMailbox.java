package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.fixture.Dovecot;
import id.go.setneg.dumas.intake.Backfill;
import id.go.setneg.dumas.intake.Intake;
import jakarta.mail.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.mail.MailConstants;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The connector of mailboxes as it is, with a hand-in that only remembers. */
final class DrainedMailbox implements AutoCloseable {

    static final MailFolders FOLDERS = new MailFolders("Diproses", "Perlu dilihat/Tidak terbaca é");

    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\\r?$");

    /** Subjects in the order in which they were handed in. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    /** Subjects that the hand-in refuses. */
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** Faults that were noted. */
    final List<Exception> faults = new CopyOnWriteArrayList<>();

    /** What happens while a mail is being handed in. */
    volatile Consumer<String> meanwhile = subject -> {};

    volatile int wells;
    volatile long bytes;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    private DrainedMailbox(Map<String, Object> parameters, MailAccess access, Properties properties) throws Exception {
        var once = new RedeliveryPolicy();
        once.setMaximumRedeliveries(0);
        once.setLogExhausted(false);
        var registry = camel.getRegistry();
        registry.bind("noRedelivery", once);
        registry.bind("mailAccess", access);
        registry.bind("imapProperties", properties);
        registry.bind("mailFolders", FOLDERS);
        registry.bind("mailReader", new Reader());
        registry.bind("feedHealth", new Health());
        registry.bind("feedPolls", new FeedPolls((feed, fault) -> faults.add(fault)));
        registry.bind("handIn", new HandIn());
        registry.bind("takenMails", new TakenMails(camel));
        camel.getPropertiesComponent().addInitialProperty("hub.mail.enabled", "true");
        camel.addComponent("imap", new MailboxComponent());
        camel.addComponent("imaps", new MailboxComponent());
        camel.getShutdownStrategy().setTimeout(20);
        for (String file : List.of("connectors/mailbox", "routes/shared/note-and-leave", "routes/mail/mail-backfill")) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(ResourceHelper.resolveResource(
                            camel, "file:" + Path.of(file + ".camel.yaml").toAbsolutePath()));
        }
        camel.start();
        TemplatedRouteBuilder.builder(camel, "mailbox")
                .routeId("kotak")
                .parameters(parameters)
                .add();
    }

    /** Drains a user's mailbox; push is on and nothing else shortens the wait. */
    static DrainedMailbox start(Dovecot server, String user, Duration period) throws Exception {
        return start(
                user,
                period,
                "imap",
                "127.0.0.1",
                server.imapPort(),
                MailAccess.byPassword(Map.of(user, Dovecot.PASSWORD), null));
    }

    static DrainedMailbox start(String user, Duration period, String scheme, String host, int port, MailAccess access)
            throws Exception {
        return new DrainedMailbox(
                Map.ofEntries(
                        Map.entry("feed", "kotak"),
                        Map.entry("mailbox", user),
                        Map.entry("to", "bean:handIn?method=take"),
                        Map.entry("enabled", "true"),
                        Map.entry("scheme", scheme),
                        Map.entry("host", host),
                        Map.entry("port", port),
                        Map.entry("user", user),
                        Map.entry("period", period.toMillis()),
                        Map.entry("push", "true"),
                        Map.entry("processed", FOLDERS.processed())),
                access,
                access.imap(scheme, host));
    }

    /** Moves back what was received in a range, and returns when that has ended. */
    void backfill(Backfill backfill) {
        try (var routes = camel.createProducerTemplate()) {
            routes.sendBody("direct:mail-backfill", backfill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void suspend() throws Exception {
        camel.getRouteController().suspendRoute("kotak");
    }

    void resume() throws Exception {
        camel.getRouteController().resumeRoute("kotak");
    }

    @Override
    public void close() {
        camel.stop();
    }

    /** Stands for the reader of mails. */
    public final class Reader {
        public List<String> read(Message message, String feed, String mailbox) throws Exception {
            if (message == null) {
                return List.of();
            }
            var raw = new ByteArrayOutputStream();
            message.writeTo(raw);
            bytes += raw.size();
            var subject = SUBJECT.matcher(raw.toString(StandardCharsets.UTF_8));
            return subject.find() ? List.of(subject.group(1)) : List.of("");
        }
    }

    /** Stands for the intake: a mail whose subject begins with a question mark is not understood. */
    public final class HandIn {
        public Intake.Receipt take(List<String> subjects) {
            int parked = 0;
            for (String subject : subjects) {
                if (refused.contains(subject)) {
                    throw new IllegalStateException("refused");
                }
                meanwhile.accept(subject);
                taken.add(subject);
                parked += subject.startsWith("?") ? 1 : 0;
            }
            return new Intake.Receipt(subjects.size() - parked, 0, parked);
        }
    }

    /** Stands for the health of feeds. */
    public final class Health {
        public void succeeded(String feed) {
            wells++;
        }

        public void failed(String feed, Exception fault) {
            faults.add(fault);
        }
    }

    /** A mail of a few lines that tries to say itself where it is to go. */
    static byte[] mail(String subject) {
        return ("From: Warga Rekaan <warga@contoh.example>\r\nTo: dumas@contoh.example\r\nSubject: " + subject + "\r\n"
                        + MailConstants.MAIL_MOVE_TO + ": Trash\r\n" + MailConstants.MAIL_DELETE
                        + ": true\r\nMessage-ID: <" + subject.hashCode()
                        + "@contoh.example>\r\n\r\nJalan di depan rumah saya rusak.\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
