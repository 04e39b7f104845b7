package id.go.setneg.dumas.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailboxWatchTest {

    private static final Duration FIRST = Duration.ofMillis(150);
    private static final Duration RENEWAL = Duration.ofMinutes(25);

    @ParameterizedTest
    @EnumSource(
            value = ScriptedImap.Idle.class,
            names = {"REFUSED", "CUT", "ENDED"})
    void aServerThatDoesNotKeepIdleIsAskedEverMorePatiently(ScriptedImap.Idle idle) throws Exception {
        try (var server = new ScriptedImap(idle);
                var watch = watch(server)) {
            await().until(() -> server.asked.size() >= 4);

            assertThat(Duration.ofNanos(server.asked.get(3) - server.asked.getFirst()))
                    .isGreaterThanOrEqualTo(FIRST.multipliedBy(1 + 2 + 4));
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void afterASuccessAServerIsAskedSoonAgain() throws Exception {
        try (var server = new ScriptedImap(ScriptedImap.Idle.ENDED);
                var watch = watch(server)) {
            await().until(() -> server.asked.size() >= 5);
            server.idle = ScriptedImap.Idle.KEPT;
            await().until(() -> server.asked.size() >= 6);
            int before = server.asked.size();
            server.idle = ScriptedImap.Idle.ENDED;
            await().pollDelay(FIRST.multipliedBy(2)).until(() -> true);
            server.ends.release();

            await().atMost(FIRST.multipliedBy(16)).until(() -> server.asked.size() >= before + 3);
            assertThat(watch).isNotNull();
        }
    }

    private static MailboxWatch watch(ScriptedImap server) {
        return new MailboxWatch("jaga", server::inbox, new Pauses(FIRST, Duration.ofHours(1)), RENEWAL, () -> {});
    }
}
