package id.go.setneg.dumas.intake.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.mail.Addresses.Address;
import id.go.setneg.dumas.ledger.Attachments;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Writes what a mail holds as the record that mappings read; decision 0011 lists its fields. */
final class MailRecord {

    static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_WORDS = 200;

    private final MailContent content;
    private final Header header;
    private final ObjectNode record;

    private MailRecord(MailContent content, ObjectNode record) {
        this.content = content;
        this.header = content.header();
        this.record = record;
    }

    static void write(MailContent content, Attachments attachments, ObjectNode record) {
        var mail = new MailRecord(content, record);
        mail.people();
        mail.letter(attachments);
        mail.kind();
        mail.files();
        if (!content.defects().isEmpty()) {
            content.defects().forEach(record.putArray("defects")::add);
        }
        if (content.unreadable() != null) {
            record.put("unreadable", content.unreadable());
        }
    }

    /**
     * The record of a mail on which the reader itself failed: where it is, and why.
     *
     * @param why without a word of the mail
     */
    static ObjectNode unforeseen(ObjectNode begun, Attachments attachments, String why) {
        boolean isStored = begun.hasNonNull("original");
        String identity =
                attachments.fingerprint(isStored ? begun.path("original").asText() : begun.toString());
        ObjectNode record = begun.deepCopy();
        record.putNull("from");
        record.put("subject", "").put("text", "").put("messageId", "content:" + identity);
        record.putObject("fingerprints").putNull("content").put("copy", identity);
        record.putArray("attachments");
        return record.put("unreadable", "not to be understood: " + why);
    }

    static String text(Instant time) {
        return OffsetDateTime.ofInstant(time, WIB).withNano(0).toString();
    }

    private void people() {
        String path = header.first("return-path");
        record.set("from", first("from"));
        record.set("replyTo", first("reply-to"));
        record.set("sender", first("sender"));
        record.set("to", all("to"));
        record.set("cc", all("cc"));
        ArrayNode delivered = all("delivered-to");
        delivered.addAll(all("x-original-to"));
        record.set("deliveredTo", delivered);
        List<Address> back = Addresses.in(header.all("return-path"));
        record.put("returnPath", back.isEmpty() ? null : back.getFirst().address());
        record.put("nullReturnPath", path != null && path.replace(" ", "").equals("<>"));
    }

    private void letter(Attachments attachments) {
        Instant sent = MailDates.parse(header.first("date"));
        String subject = Names.printable(header.text("subject")).strip();
        Conversation conversation = content.conversation();
        List<Address> from = Addresses.in(header.all("from"));
        Fingerprints prints = Fingerprints.of(
                attachments, from.isEmpty() ? "" : from.getFirst().address(), subject, conversation, content.files());
        String given = header.first("message-id");
        record.put("subject", subject);
        record.put("date", sent == null ? null : text(sent));
        record.put("givenMessageId", given);
        record.put("messageId", given == null ? "content:" + identity(attachments, prints) : given);
        record.put("inReplyTo", header.first("in-reply-to"));
        record.set("references", words(header.first("references")));
        record.put("text", conversation.own());
        record.put("quoted", conversation.quoted());
        record.put("html", content.fromMarkup());
        record.putObject("fingerprints").put("content", prints.content()).put("copy", prints.copy());
    }

    /** The same mail through two mailboxes has one identity, also when it has no Message-ID (RFC 5322, 3.6.4). */
    private String identity(Attachments attachments, Fingerprints prints) {
        return attachments.fingerprint(
                String.valueOf(header.first("from")),
                String.valueOf(header.first("date")),
                header.text("subject"),
                prints.copy());
    }

    private void kind() {
        MailFacts facts = content.facts();
        record.put("autoSubmitted", header.first("auto-submitted"));
        record.put("precedence", header.first("precedence"));
        record.put("listId", header.first("list-id"));
        record.put("listUnsubscribe", header.has("list-unsubscribe") || header.has("list-unsubscribe-post"));
        record.put("autoResponseSuppress", header.first("x-auto-response-suppress"));
        record.put("calendar", content.calendar());
        record.put("receipt", facts.isReceipt());
        record.put("report", facts.report());
        ObjectNode bounce = JSON.createObjectNode()
                .put("action", facts.action())
                .put("status", facts.status())
                .put("originalMessageId", facts.returned());
        record.set("bounce", facts.isBounce() ? bounce : null);
        record.put("signed", facts.signed());
    }

    private void files() {
        ArrayNode files = record.putArray("attachments");
        for (MailFile file : content.files()) {
            files.addObject()
                    .put("name", file.name())
                    .put("mediaType", file.mediaType())
                    .put("size", file.stored().size())
                    .put("content", file.stored().ticket());
        }
    }

    private @Nullable ObjectNode first(String field) {
        List<Address> addresses = Addresses.in(header.all(field));
        return addresses.isEmpty()
                ? null
                : JSON.createObjectNode()
                        .put("name", addresses.getFirst().name())
                        .put("address", addresses.getFirst().address());
    }

    private ArrayNode all(String field) {
        ArrayNode all = JSON.createArrayNode();
        Addresses.in(header.all(field)).forEach(address -> all.add(address.address()));
        return all;
    }

    private static ArrayNode words(@Nullable String field) {
        List<String> words = new ArrayList<>();
        var tokens = new StringTokenizer(field == null ? "" : field);
        while (tokens.hasMoreTokens() && words.size() < MOST_WORDS) {
            words.add(tokens.nextToken());
        }
        ArrayNode array = JSON.createArrayNode();
        words.forEach(array::add);
        return array;
    }
}
