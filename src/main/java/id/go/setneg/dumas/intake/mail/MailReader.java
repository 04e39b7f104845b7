package id.go.setneg.dumas.intake.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Attachments.Stored;
import id.go.setneg.dumas.mapping.SourceRecord;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail into a record: the raw message streams to the store first and is then understood. Whatever cannot be
 * understood still becomes a record, with the reason at {@code unreadable} and the message at {@code original}. Memory
 * does not grow with the mail.
 */
public final class MailReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Attachments attachments;
    private final MailLimits limits;
    private final Clock clock;

    MailReader(Attachments attachments, MailLimits limits, Clock clock) {
        this.attachments = attachments;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * The record of one mail; none for the empty message that a mailbox without mail sends.
     *
     * @param message as the mail server has it
     * @param feed the feed that brings it
     * @param mailbox in which mailbox it lay
     * @throws MessagingException when the mail server does not hand it over: it stays where it is
     * @throws IOException when the mail server breaks off, or the disk fails: the same
     */
    public List<SourceRecord> read(@Nullable Message message, String feed, String mailbox)
            throws MessagingException, IOException {
        if (message == null) {
            return List.of();
        }
        Instant arrival = arrival(message);
        if (size(message) > limits.kept().toBytes()) {
            return List.of(left(message, feed, mailbox, arrival));
        }
        Stored raw;
        try (InputStream whole = MessageStream.of(message)) {
            raw = attachments.store(whole, limits.kept().toBytes());
        } catch (Attachments.TooLarge e) {
            return List.of(left(message, feed, mailbox, arrival));
        }
        return List.of(understood(raw.ticket(), raw.size(), feed, mailbox, MailRecord.text(arrival)));
    }

    /**
     * Understands a mail anew from its stored raw message, with the reader as it is now. A mail that was left on the
     * server stays as it is.
     *
     * @param earlier what {@link #read} gave
     * @throws IOException when the raw message cannot be read, or the disk fails
     */
    public SourceRecord again(SourceRecord earlier) throws IOException {
        ObjectNode record = earlier.content();
        String original = record.path("original").asText("");
        return original.indexOf('.') < 0
                ? earlier
                : understood(
                        original,
                        record.path("size").asLong(-1),
                        earlier.feed(),
                        record.path("mailbox").asText(),
                        record.path("receivedAt").asText());
    }

    private SourceRecord understood(String ticket, long known, String feed, String mailbox, String receivedAt)
            throws IOException {
        long size = known < 0 ? count(ticket) : known;
        ObjectNode record = begun(ticket, size, mailbox, receivedAt);
        try (InputStream raw = attachments.read(ticket)) {
            long most = limits.message().toBytes();
            MailContent content = size > most
                    ? MailContent.headingOf(raw, attachments, limits, "larger than " + most + " bytes")
                    : MailContent.of(raw, attachments, limits);
            record = written(content, record);
        }
        return SourceRecord.ofJson(feed, record, MailRecord.WIB);
    }

    /** What nobody foresaw in a mail costs its words, which are kept, not the mailbox. */
    private ObjectNode written(MailContent content, ObjectNode begun) {
        ObjectNode record = begun.deepCopy();
        try {
            MailRecord.write(content, attachments, record);
            return record;
        } catch (RuntimeException | StackOverflowError e) {
            return begun.put(
                            "messageId",
                            "content:"
                                    + attachments.fingerprint(
                                            begun.path("original").asText()))
                    .put("unreadable", "not to be understood: " + e.getClass().getSimpleName());
        }
    }

    private long count(String ticket) throws IOException {
        try (InputStream raw = attachments.read(ticket)) {
            return raw.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** A mail beyond what is kept: its record says where it is and how large. */
    private SourceRecord left(Message message, String feed, String mailbox, Instant arrival)
            throws MessagingException, IOException {
        ObjectNode record = begun(null, size(message), mailbox, MailRecord.text(arrival));
        try (InputStream start = MessageStream.of(message)) {
            MailContent content = MailContent.headingOf(
                    start,
                    attachments,
                    limits,
                    "larger than " + limits.kept().toBytes() + " bytes: it was left on the mail server");
            record = written(content, record);
        }
        return SourceRecord.ofJson(feed, record, MailRecord.WIB);
    }

    private static ObjectNode begun(@Nullable String ticket, long size, String mailbox, String receivedAt) {
        return JSON.createObjectNode()
                .put("original", ticket)
                .put("size", size)
                .put("mailbox", mailbox)
                .put("receivedAt", receivedAt);
    }

    /** As the server says; a server that cannot say it is not asked twice. */
    private Instant arrival(Message message) {
        try {
            Date received = message.getReceivedDate();
            return received == null ? clock.instant() : received.toInstant();
        } catch (MessagingException e) {
            return clock.instant();
        }
    }

    /** In bytes, -1 when the server does not say. */
    private static long size(Message message) {
        try {
            return message.getSize();
        } catch (MessagingException e) {
            return -1;
        }
    }
}
