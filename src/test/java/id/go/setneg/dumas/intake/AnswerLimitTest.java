package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AnswerLimitTest {

    private static InputStream limited(int length) {
        return new AnswerLimit(10).limit(new ByteArrayInputStream(new byte[length]));
    }

    @Test
    void whatFitsIsReadWhole() throws IOException {
        assertThat(limited(10).readAllBytes()).hasSize(10);
        assertThat(limited(0).readAllBytes()).isEmpty();
    }

    @Test
    void oneByteMoreIsTooMuch() {
        assertThatThrownBy(() -> limited(11).readAllBytes())
                .isInstanceOf(AnswerTooLarge.class)
                .hasMessage("answer larger than 10 bytes");
        assertThatThrownBy(() -> {
                    InputStream answer = limited(11);
                    while (answer.read() >= 0) {
                        answer.mark(1);
                    }
                })
                .isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void aLimitOfNothingIsNone() {
        assertThatThrownBy(() -> new AnswerLimit(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AnswerSettings(DataSize.ofBytes(0), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
