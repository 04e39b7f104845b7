package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated
@ExtendWith(OutputCaptureExtension.class)
class MappingsTest {

    private static final long SECOND = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private long written;
    private Mappings mappings;

    @BeforeEach
    void place() throws IOException {
        mappings = new Mappings(folder, nanos::get);
        write("module.jslt", "def word() \"one\"");
        write("main.jslt", "import \"module.jslt\" as m\n{\"says\": m:word(), \"empty\": {}, \"none\": null}");
    }

    @Test
    void nullsAreLeftOutAndEmptyThingsStay() {
        assertThat(result()).isEqualTo("{\"says\":\"one\",\"empty\":{}}");
    }

    @Test
    void aChangedModuleIsReadAgainAfterASecondAtMost() throws IOException {
        result();
        write("module.jslt", "def word() \"two\"");
        assertThat(result()).contains("one");
        nanos.addAndGet(SECOND);
        assertThat(result()).contains("two");
    }

    @Test
    void aBrokenNewVersionIsReportedOnceAndTheFormerStays(CapturedOutput output) throws IOException {
        result();
        write("module.jslt", "\n\ndef word( \"two\"");
        for (int second = 0; second < 3; second++) {
            nanos.addAndGet(SECOND);
            assertThat(result()).contains("one");
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("ERROR")))
                .hasSize(1)
                .allMatch(
                        line -> line.contains(folder.resolve("module.jslt") + ":3: ") && line.contains("stays in use"));
        write("module.jslt", "def word() \"three\"");
        nanos.addAndGet(SECOND);
        assertThat(result()).contains("three");
    }

    @Test
    void aFailureNeverQuotesTheData() throws IOException {
        write("number.jslt", "{\"n\": number(.)}");
        assertThatThrownBy(() -> mappings.apply("number", TextNode.valueOf("Contoh"), Map.of()))
                .isInstanceOf(MappingRefused.class)
                .hasMessage("number: failed on a value");
    }

    @Test
    void aFailureOfAnyKindQuotesNothing() throws IOException {
        write("lookup.jslt", "{\n\"n\": .a + get-key(., 7)[\"Contoh\" : 1]}");
        assertThatThrownBy(() -> mappings.apply("lookup", TextNode.valueOf("Contoh"), Map.of()))
                .isInstanceOf(MappingRefused.class)
                .message()
                .startsWith("lookup: failed on a value")
                .doesNotContain("Contoh");
    }

    @Test
    void endlessRecursionIsRefused() throws IOException {
        write("deep.jslt", "def f(x) 1 + f($x)\nf(1)");
        assertThatThrownBy(() -> mappings.apply("deep", NullNode.instance, Map.of()))
                .isInstanceOf(MappingRefused.class)
                .hasMessage("deep: nested too deeply");
    }

    private String result() {
        return mappings.apply("main", NullNode.instance, Map.of()).toString();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000 * written++));
    }
}
