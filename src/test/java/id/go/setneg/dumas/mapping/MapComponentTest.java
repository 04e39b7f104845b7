package id.go.setneg.dumas.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapComponentTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final String COMPLAINT = """
            {
              "source": "lapor", "reference": .id, "channel": "LAPOR", "copyOnly": false, "copies": [], "confidential": false,
              "origin": {"names": [], "claims": [], "hidden": false},
              "receivedAt": local-time(.at, "d-M-uuuu H:m:s", $zone), "place": {}, "dispositions": [], "attachments": [],
              "letter": {"subject": if (.id == "secret") error("not for us") else "x", "classification": "NORMAL", "urgency": "NORMAL"},
              "complainant": {"anonymous": false}, "matter": {"text": string(number(.number))}
            }
            """;

    @TempDir
    private Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("to-complaint.jslt"), COMPLAINT);
        Files.writeString(folder.resolve("to-update.jslt"), "{\"id\": .number, \"zone\": $zone}");
        Files.writeString(folder.resolve("broken.jslt"), "{\n  \"a\": 1,\n  \"b\" 2\n}");
        var canonical = new Canonical(Path.of("mappings/canonical"));
        camel.addComponent("map", component(new Mappings(folder), canonical));
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void oneBadRecordNeverStopsItsNeighbours() {
        var first = record("1", "7");
        var bad = record("2", "Contoh Warga Satu");
        var secret = record("secret", "7");
        var nothing = new SourceRecord("lapor", JsonNodeFactory.instance.objectNode(), new byte[0], JAKARTA);
        var last = record("3", "8");
        List<MappedRecord> mapped = map(List.of(first, bad, secret, nothing, last));
        assertThat(mapped).hasSize(5);
        assertThat(mapped).extracting(MappedRecord::record).containsExactly(first, bad, secret, nothing, last);
        assertThat(mapped.get(0)).isInstanceOfSatisfying(MappedRecord.Mapped.class, ok -> {
            assertThat(ok.complaint().receivedAt()).hasToString("2026-11-24T08:00+07:00");
            assertThat(new String(ok.canonical(), UTF_8))
                    .startsWith("{\"source\":\"lapor\",\"reference\":\"1\"")
                    .contains("\"receivedAt\":\"2026-11-24T08:00:00+07:00\"");
        });
        assertThat(mapped.get(1)).isInstanceOfSatisfying(MappedRecord.Refused.class, refused -> {
            assertThat(refused.mapping()).isEqualTo("to-complaint");
            assertThat(refused.reason()).isEqualTo("to-complaint: failed on a value");
        });
        assertThat(mapped.get(2))
                .isInstanceOfSatisfying(
                        MappedRecord.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("not for us"));
        assertThat(mapped.get(3)).isInstanceOf(MappedRecord.Refused.class);
        assertThat(mapped.get(4)).isInstanceOf(MappedRecord.Mapped.class);
    }

    @Test
    void anEmptyPageStaysEmpty() {
        assertThat(map(List.of())).isEmpty();
    }

    @Test
    void nothingOfARecordIsShown() {
        assertThat(map(List.of(record("1", "7"))).toString()).isEqualTo("[Mapped[SourceRecord[lapor]]]");
        assertThat(map(List.of(record("2", "Contoh Warga Satu"))).toString()).doesNotContain("Contoh");
    }

    @Test
    void jsonBecomesJson() {
        assertThat(json("map:to-update", "{\"number\": \"7\"}")).isEqualTo("{\"id\":\"7\",\"zone\":\"Asia/Jakarta\"}");
        assertThat(json("map:to-update?zone=UTC", "{}")).isEqualTo("{\"zone\":\"UTC\"}");
    }

    @Test
    void jsonThatCannotBeMappedIsPoison() {
        assertThatThrownBy(() -> json("map:to-update?to=status-update", "{\"number\": \"Contoh\"}"))
                .isInstanceOf(CamelExecutionException.class)
                .cause()
                .isInstanceOf(MappingRefused.class)
                .hasMessageContaining("to-update: /: additionalProperties")
                .hasMessageNotContaining("Contoh");
        assertThatThrownBy(() -> json("map:to-update", "Contoh"))
                .cause()
                .isInstanceOf(MappingRefused.class)
                .hasMessage("to-update: the body is not JSON")
                .hasNoCause();
    }

    @Test
    void aMissingOrBrokenMappingFailsTheStartNamingFileAndLine() {
        assertThatThrownBy(() -> camel.getEndpoint("map:broken"))
                .rootCause()
                .isInstanceOf(MappingBroken.class)
                .hasMessageContaining(folder.resolve("broken.jslt") + ":3: ");
        assertThatThrownBy(() -> camel.getEndpoint("map:absent"))
                .rootCause()
                .hasMessageContaining(folder.resolve("absent.jslt") + ": is missing");
        assertThatThrownBy(() -> camel.getEndpoint("map:../secret")).rootCause().isInstanceOf(MappingBroken.class);
        assertThatThrownBy(() -> camel.getEndpoint("map:to-update?to=nothing"))
                .rootCause()
                .hasMessageContaining("no schema nothing");
    }

    private static SourceRecord record(String id, String number) {
        ObjectNode content = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("at", "24-11-2026 08:00:00")
                .put("number", number);
        return SourceRecord.ofJson("lapor", content, JAKARTA);
    }

    @SuppressWarnings("unchecked")
    private List<MappedRecord> map(List<SourceRecord> records) {
        return template.requestBody("map:to-complaint", records, List.class);
    }

    private String json(String uri, String body) {
        return new String(template.requestBody(uri, body.getBytes(UTF_8), byte[].class), UTF_8);
    }

    private static MapComponent component(Mappings mappings, Canonical canonical) {
        return new MapComponent(mappings, canonical, new ComplaintMapping(mappings, canonical));
    }
}
