package id.go.setneg.dumas.intake.mail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.LedgerSettings;
import id.go.setneg.dumas.ledger.MasterKeys;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.util.unit.DataSize;

/** A reader with a store of its own. */
record Inbox(Attachments attachments, MailReader reader) {

    static final MailLimits LIMITS = new MailLimits(
            DataSize.ofMegabytes(50),
            DataSize.ofMegabytes(500),
            500,
            20,
            DataSize.ofMegabytes(200),
            DataSize.ofMegabytes(1));

    static Inbox in(Path folder) {
        return in(folder, LIMITS);
    }

    static Inbox in(Path folder, MailLimits limits) {
        var settings = new LedgerSettings(folder.resolve("master.json"), true, folder.resolve("files"));
        var attachments = new Attachments(settings, MasterKeys.of(settings));
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);
        return new Inbox(attachments, new MailReader(attachments, limits, clock));
    }

    ObjectNode read(byte[] mail) throws Exception {
        return record(mail).content();
    }

    ObjectNode read(String mail) throws Exception {
        return read(RawMessage.bytes(mail));
    }

    SourceRecord record(byte[] mail) throws Exception {
        return reader.read(new RawMessage(mail), "dumas-mailbox", "dumas").getFirst();
    }

    byte[] original(ObjectNode record) {
        return attachments.open(record.path("original").asText());
    }

    String file(ObjectNode record, int number) {
        return new String(
                attachments.open(
                        record.path("attachments").path(number).path("content").asText()),
                StandardCharsets.UTF_8);
    }
}
