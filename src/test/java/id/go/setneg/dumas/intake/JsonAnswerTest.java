package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAnswerTest {

    private static byte[] page(String record) {
        return ("{\"results\":{\"data\":[{\"id\":1}," + record + ",{\"id\":3}],\"next_page_url\":null}}")
                .getBytes(ISO_8859_1);
    }

    @Test
    void whatKeepsTheRulesIsAsItIs() throws IOException {
        JsonAnswer answer = JsonAnswer.read("\ufeff{\"content\":\"Jalan – é\"}".getBytes(UTF_8));

        assertThat(answer.isMended()).isFalse();
        assertThat(answer.content().path("content").asText()).isEqualTo("Jalan – é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":2,\"content\":\"caf\u00e9 rusak\"}",
                "{\"id\":2,\"content\":\"\u00ff\u00fe\"}",
                "{\"id\":2,\"content\":\"baris\nbaru\"}",
                "{\"id\":2,\"content\":\"a\u0000b\u0001c\td\"}",
                "{\"id\":2,\"nilai\":NaN}",
                "{\"id\":2,\"nilai\":-Infinity}",
                "{\"id\":2,}",
                "{\"id\":2,\"content\":\"it\\'s \\x\"}",
                "{\"id\":2,\"phone\":0800}"
            })
    void oneBadRecordKeepsNoOtherBack(String record) throws IOException {
        JsonAnswer answer = JsonAnswer.read(page(record));

        assertThat(answer.isMended()).isTrue();
        assertThat(answer.content().at("/results/data").findValuesAsText("id")).containsExactly("1", "2", "3");
    }

    @Test
    void aByteThatIsNoLetterIsMarked() throws IOException {
        assertThat(JsonAnswer.read(page("{\"id\":2,\"content\":\"caf\u00e9 rusak\"}"))
                        .content()
                        .at("/results/data/1/content")
                        .asText())
                .isEqualTo("caf\ufffd rusak");
    }

    @Test
    void aPageThatWasCutIsNeverTakenForAWholeOne() {
        byte[] whole = page("{\"id\":2,\"content\":\"caf\u00e9\n\",\"nilai\":NaN,}");
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> JsonAnswer.read(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(AnswerCut.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "Pemeliharaan", "{'id':1}", "{\"a\":\"dia \"ya\" itu\"}"})
    void whatIsNoJsonIsRefused(String answer) {
        assertThatThrownBy(() -> JsonAnswer.read(answer.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }
}
