package id.go.setneg.dumas.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxWatchTest {

    private static final Duration REFUSED = Duration.ofMillis(20);

    @Test
    void aServerThatRefusesToBeListenedToIsAskedEverMoreSeldom() {
        List<Long> pauses = new ArrayList<>();
        Duration pause = Duration.ZERO;
        for (int i = 0; i < 11; i++) {
            pause = MailboxWatch.pause(pause, REFUSED);
            pauses.add(pause.toSeconds());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    }

    @Test
    void aConnectionThatHeldIsMadeAgainAtOnce() {
        assertThat(MailboxWatch.pause(Duration.ofMinutes(5), Duration.ofMinutes(2)))
                .isEqualTo(Duration.ofSeconds(1));
    }
}
