package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {

    private static final String PAGE =
            "{\"data\":[{\"id\":1,\"isi\":\"Jalan rusak\"},{\"id\":2,\"isi\":\"Lampu mati\"}]}";

    @ParameterizedTest
    @ValueSource(strings = {"\"baris\nbaru\"", "\"a\u0001b\"", "NaN", "-Infinity", "\"C:\\data\"", "007", "[1,2,]"})
    void whatOneRecordWritesCarelesslyLeavesTheOthersReadable(String value) throws IOException {
        var page = JsonAnswer.read(bytes("{\"data\":[{\"id\":1,\"isi\":" + value + "},{\"id\":2}]}"));

        assertThat(page.at("/data/1/id").asInt()).isEqualTo(2);
    }

    @Test
    void aByteThatIsNoUtf8IsAQuestionMarkOfItsOwn() throws IOException {
        var answer = new ByteArrayOutputStream();
        answer.write(bytes("{\"data\":[{\"isi\":\"caf"));
        answer.write(0xE9);
        answer.write(bytes("\"},{\"id\":2}]}"));

        assertThat(JsonAnswer.read(answer.toByteArray()).at("/data/0/isi").asText())
                .isEqualTo("caf\uFFFD");
    }

    @Test
    void aNumberOfAThousandDigitsAndALongTextAreRead() throws IOException {
        var page = JsonAnswer.read(
                bytes("{\"a\":" + "1".repeat(5000) + ",\"isi\":\"" + "x".repeat(21_000_000) + "\",\"id\":2}"));

        assertThat(page.path("id").asInt()).isEqualTo(2);
    }

    @Property
    void whatWasCutShortIsNoJson(@ForAll @IntRange(min = 1, max = 72) int length, @ForAll boolean isCareless) {
        String page = isCareless ? PAGE.replace("Jalan rusak", "Jalan\nrusak") : PAGE;
        byte[] cut = bytes(page.substring(0, Math.min(length, page.length() - 1)));

        assertThatThrownBy(() -> JsonAnswer.read(cut)).isInstanceOf(IOException.class);
    }

    @Test
    void nothingIsMissing() throws IOException {
        assertThat(JsonAnswer.read(null).isMissingNode()).isTrue();
        assertThat(JsonAnswer.read(new byte[0]).isMissingNode()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
