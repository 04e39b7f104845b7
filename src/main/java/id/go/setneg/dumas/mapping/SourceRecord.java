package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/**
 * One record of a source, unchanged. It holds personal data: nothing of it is shown by {@code toString}.
 *
 * @param feed the feed that brought it, such as {@code lapor-reports}
 * @param content the record as JSON, as the mapping reads it; not to be changed afterwards
 * @param raw the bytes as they came, to be parked and replayed; not to be changed afterwards
 * @param zone where that system's clock stands: the zone of its dates and times without offset
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SourceRecord(String feed, ObjectNode content, byte[] raw, ZoneId zone) {

    /** What our own readers write into a record beside what its source says. */
    private static final List<String> WAY =
            List.of("because", "case", "delivery", "kind", "mailbox", "noAnswer", "receivedAt", "files", "sumber");

    /** Where the hub notes in a record which rule took it for what it is. */
    public static final String BECAUSE = "because";

    /** Where the hub notes in a record that nobody is to be answered. */
    public static final String NO_ANSWER = "noAnswer";

    /** A record of a source that speaks JSON: its bytes are the JSON text. */
    public static SourceRecord ofJson(String feed, ObjectNode content, ZoneId zone) {
        return new SourceRecord(feed, content, content.toString().getBytes(StandardCharsets.UTF_8), zone);
    }

    /** What the record says, without the way on which it came: the same for the same record read again, or elsewhere. */
    public byte[] identity() {
        return content.deepCopy().without(WAY).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Which rule took the record for what it is: what the hub wrote at {@code because}, else that it came. */
    public String because() {
        return content.path(BECAUSE).asText("received");
    }

    /** Whether its writer may be told that it came: not where the hub noted {@code noAnswer}. */
    public boolean mayBeAnswered() {
        return !content.path(NO_ANSWER).asBoolean();
    }

    @Override
    public String toString() {
        return "SourceRecord[" + feed + "]";
    }
}
