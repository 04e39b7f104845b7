package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** A source's record as it is parked: unchanged, with what it takes to map it again. */
record ParkedContent(String mapping, SourceRecord record) {

    private static final ObjectMapper JSON = new ObjectMapper();

    byte[] bytes() {
        ObjectNode content = JSON.createObjectNode()
                .put("feed", record.feed())
                .put("mapping", mapping)
                .put("zone", record.zone().getId());
        content.set("record", record.content());
        return content.toString().getBytes(StandardCharsets.UTF_8); // also where a text holds half a character
    }

    /** None when something else was parked, such as an agency's event. */
    static Optional<ParkedContent> read(byte[] bytes) {
        try {
            JsonNode content = JSON.readTree(bytes);
            return content.path("record") instanceof ObjectNode record
                    ? Optional.of(new ParkedContent(
                            content.path("mapping").asText(),
                            SourceRecord.ofJson(
                                    content.path("feed").asText(),
                                    record,
                                    ZoneId.of(content.path("zone").asText()))))
                    : Optional.empty();
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
