package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailServerTest {

    private final MailServer mail = new MailServer("secret");

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void aMailInAMailboxIsReadByImap() throws Exception {
        var inputs = new Inputs(1, 0, LocalDate.of(2026, 11, 24));
        for (int i = 1; i <= 12; i++) {
            Input.Mail one = inputs.mail(i);
            one.mailboxes().forEach(mailbox -> mail.appendTo(mailbox, one.message()));
        }
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", mail.imapPort(), MailServer.PERSURATAN, "secret");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            Message[] messages = inbox.getMessages();
            assertThat(Arrays.stream(messages).map(MailServerTest::id))
                    .containsExactly(
                            "<surel-0-1@warga.example>",
                            "<surel-0-3@warga.example>",
                            "<surel-0-6@warga.example>",
                            "<surel-0-11@warga.example>");
        }
    }

    private static String id(Message message) {
        try {
            return message.getHeader("Message-ID")[0];
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverIsWrittenToHasAMailbox() throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", mail.smtpPort() + "");
        properties.put("mail.smtp.auth", "true");
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(MailServer.DUMAS);
        message.setRecipients(Message.RecipientType.TO, "contoh.satu@warga.example");
        message.setSubject("[DUMAS-2026-000123-64] Status");
        message.setText("Isi");
        Transport.send(message, MailServer.DUMAS, "secret");
        assertThat(mail.deliveredTo("contoh.satu@warga.example")).hasSize(1);
        assertThat(mail.delivered())
                .extracting(MailServer.Delivered::subject)
                .containsExactly("[DUMAS-2026-000123-64] Status");
    }
}
