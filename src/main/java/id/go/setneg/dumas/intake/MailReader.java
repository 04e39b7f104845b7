package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.mapping.SourceRecord;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail into a record: the raw message is stored first and then understood. Whatever cannot be understood still
 * becomes a record, with the reason at {@code unreadable} and the message at {@code original}.
 */
public final class MailReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Attachments attachments;
    private final Clock clock;

    MailReader(Attachments attachments, Clock clock) {
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * The record of one mail; none for the empty message that a mailbox without mail sends.
     *
     * @param message as the mail server has it
     * @param feed the feed that brings it
     * @param mailbox in which mailbox it lay
     * @throws MessagingException when the mail server does not hand it over: it stays where it is
     */
    public List<SourceRecord> read(@Nullable Message message, String feed, String mailbox)
            throws MessagingException, IOException {
        if (message == null) {
            return List.of();
        }
        var raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        Date received = message.getReceivedDate();
        Instant receivedAt = received == null ? clock.instant() : received.toInstant();
        ObjectNode record = JSON.createObjectNode()
                .put("original", attachments.store(raw.toByteArray()))
                .put("mailbox", mailbox)
                .put("receivedAt", text(receivedAt));
        try {
            understand(raw.toByteArray(), record);
        } catch (MessagingException | IOException | RuntimeException e) {
            record.put("unreadable", e.getClass().getSimpleName());
        }
        return List.of(SourceRecord.ofJson(feed, record, WIB));
    }

    private void understand(byte[] raw, ObjectNode record) throws MessagingException, IOException {
        var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
        MailBody body = MailBody.of(mail);
        String subject = mail.getSubject();
        Date sent = mail.getSentDate();
        record.set("from", first(mail.getFrom()));
        record.set("replyTo", mail.getHeader("Reply-To") == null ? null : first(mail.getReplyTo()));
        record.set("to", all(mail.getRecipients(Message.RecipientType.TO)));
        record.set("cc", all(mail.getRecipients(Message.RecipientType.CC)));
        record.put("subject", subject == null ? "" : subject);
        record.put("date", sent == null ? null : text(sent.toInstant()));
        record.put("inReplyTo", mail.getHeader("In-Reply-To", null));
        record.set("references", words(mail.getHeader("References", " ")));
        record.put("autoSubmitted", mail.getHeader("Auto-Submitted", null));
        record.put("text", body.text());
        record.put("html", body.isHtml());
        record.put("messageId", messageId(mail, body));
        ArrayNode files = record.putArray("attachments");
        for (MailBody.File file : body.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("size", file.content().length)
                    .put("content", attachments.store(file.content()));
        }
    }

    /** The same mail through two mailboxes has one identity, also when it has no Message-ID (RFC 5322, 3.6.4). */
    private String messageId(MimeMessage mail, MailBody body) throws MessagingException {
        String given = mail.getHeader("Message-ID", null);
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        return "content:"
                + attachments.fingerprint(
                        String.valueOf(mail.getHeader("From", null)),
                        String.valueOf(mail.getHeader("Date", null)),
                        String.valueOf(mail.getSubject()),
                        body.text());
    }

    private static @Nullable ObjectNode first(Address @Nullable [] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress address
                ? JSON.createObjectNode().put("name", address.getPersonal()).put("address", address.getAddress())
                : null;
    }

    private static ArrayNode all(Address @Nullable [] addresses) {
        ArrayNode all = JSON.createArrayNode();
        if (addresses != null) {
            for (Address address : addresses) {
                all.add(address instanceof InternetAddress internet ? internet.getAddress() : address.toString());
            }
        }
        return all;
    }

    private static ArrayNode words(@Nullable String header) {
        ArrayNode words = JSON.createArrayNode();
        if (header != null) {
            for (String word : header.strip().split("\\s+", -1)) {
                words.add(word);
            }
        }
        return words;
    }

    private static String text(Instant time) {
        return OffsetDateTime.ofInstant(time, WIB).withNano(0).toString();
    }
}
