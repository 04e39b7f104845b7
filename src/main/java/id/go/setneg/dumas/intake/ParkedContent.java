package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;

/** A source's record as it is parked: unchanged, with what it takes to map it again. */
record ParkedContent(String mapping, SourceRecord record) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        ObjectNode content = JSON.createObjectNode()
                .put("feed", record.feed())
                .put("mapping", mapping)
                .put("zone", record.zone().getId());
        content.set("record", record.content());
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ParkedContent read(byte[] bytes) {
        try {
            var content = JSON.readTree(bytes);
            return new ParkedContent(
                    content.path("mapping").asText(),
                    SourceRecord.ofJson(
                            content.path("feed").asText(),
                            (ObjectNode) content.path("record"),
                            ZoneId.of(content.path("zone").asText())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
