package id.go.setneg.dumas.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PausesTest {

    @Test
    void eachPauseIsTwiceTheOneBeforeUntilASuccess() {
        var pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(10));

        assertThat(Stream.generate(pauses::next).limit(6).map(Duration::toSeconds))
                .containsExactly(1L, 2L, 4L, 8L, 10L, 10L);
        pauses.beginAnew();
        assertThat(pauses.next()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void noPauseIsRefused() {
        assertThatThrownBy(() -> new Pauses(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
