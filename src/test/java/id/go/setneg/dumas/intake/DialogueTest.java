package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.fixture.SettableClock;
import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

class DialogueTest {

    private static final byte[] GOOD = "{\"results\":{}}".getBytes(StandardCharsets.UTF_8);

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00+07:00");
    private final Pace pace = new Pace(1, 8, clock);
    private final Dialogue dialogue = new Dialogue("LAPOR!", pace, Duration.ofHours(1), clock);

    private static Exception http(int status, String body) {
        return new HttpOperationFailedException(
                "http://lapor.invalid", status, "", null, Map.of("Retry-After", "60"), body);
    }

    private static Exception gateway() {
        return http(401, "{\"fault\":{\"code\":900901}}");
    }

    private static Exception client() {
        return http(401, "{\"status\":401}");
    }

    private void stop() {
        Asking asking = dialogue.begin("/complaints");
        dialogue.fail(asking, gateway());
        assertThatThrownBy(() -> dialogue.fail(asking, gateway()))
                .hasMessageContaining("STOPPED gateway refuses our key");
    }

    private void isStopped() {
        assertThatThrownBy(() -> dialogue.begin("/complaints"))
                .isInstanceOfSatisfying(
                        FeedFailed.class, e -> assertThat(e.fault().kind()).isEqualTo(Kind.STOPPED));
    }

    @Test
    void aRefusalIsMetWithOneMoreTry() {
        Asking asking = dialogue.begin("/complaints");
        dialogue.fail(asking, gateway());
        assertThat(asking.isOpen()).isTrue();
        dialogue.fail(asking, client());
        assertThat(asking.isOpen()).as("the other credential may slip, too").isTrue();
        dialogue.hear(asking, GOOD);
        assertThat(asking.isOpen()).isFalse();
        dialogue.begin("/complaints");
    }

    @Test
    void aSecondRefusalStopsEverythingUntilAProbeIsAnswered() {
        stop();
        isStopped();
        clock.advance(Duration.ofMinutes(61));
        Asking probe = dialogue.begin("/complaints");
        isStopped();
        assertThatThrownBy(() -> dialogue.fail(probe, gateway())).hasMessageContaining("STOPPED");
        isStopped();
        clock.advance(Duration.ofMinutes(61));
        dialogue.hear(dialogue.begin("/complaints"), GOOD);
        dialogue.begin("/complaints");
        dialogue.begin("/complaints");
    }

    @Test
    void anOperatorLetsItGoOnAtOnce() {
        stop();
        dialogue.resume();
        dialogue.begin("/complaints");
    }

    @Test
    void aRefusalOfOneRecordStopsNothing() {
        Asking asking = dialogue.begin("/complaints/7/complaint");
        assertThat(dialogue.fail(asking, http(403, "{\"status\":403}")))
                .isEqualTo("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(asking.isOpen()).isFalse();
        dialogue.begin("/complaints");
    }

    @Test
    void whatIsNotThereIsAnAnswer() {
        Asking asking = dialogue.begin("/complaints/7/complaint");
        assertThat(dialogue.fail(asking, http(404, "{\"status\":404}"))).isNull();
        assertThat(asking.isOpen()).isFalse();
        assertThatThrownBy(() -> dialogue.fail(dialogue.begin("/complaints/7/complaint"), http(404, "<html>")))
                .as("a gateway that has no such way says nothing about the report")
                .isInstanceOf(FeedFailed.class);
    }

    @Test
    void whoAsksForPeaceGetsIt() {
        assertThatThrownBy(() -> dialogue.fail(dialogue.begin("/complaints"), http(429, "{\"status\":429}")))
                .isInstanceOf(FeedFailed.class);
        assertThat(pace.rate()).isEqualTo(4);
        clock.advance(Duration.ofSeconds(59));
        assertThatThrownBy(() -> dialogue.begin("/complaints")).hasMessageContaining("not asked before");
        clock.advance(Duration.ofSeconds(1));
        dialogue.begin("/complaints");
    }

    @Test
    void whoIsDownAndAsksForPeaceGetsIt() {
        assertThatThrownBy(() -> dialogue.fail(dialogue.begin("/complaints"), http(503, "")))
                .isInstanceOf(FeedFailed.class);
        assertThatThrownBy(() -> dialogue.begin("/complaints")).hasMessageStartingWith("HTTP 503: not asked before");
        clock.advance(Duration.ofSeconds(60));
        dialogue.begin("/complaints");
    }

    @Test
    void thePaceHalvesWithEachFaultAndRisesSlowly() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> dialogue.fail(dialogue.begin("/complaints"), new IOException()))
                    .isInstanceOf(FeedFailed.class);
        }
        assertThat(pace.rate()).isEqualTo(1);
        for (int i = 0; i < 10; i++) {
            Asking asking = dialogue.begin("/complaints");
            dialogue.pause(asking);
            clock.advance(Duration.ofSeconds(2));
            dialogue.hear(asking, GOOD);
        }
        assertThat(pace.rate()).isBetween(2.0, 3.0);
    }

    @Test
    void turnsAreAsFarApartAsThePaceSays() {
        assertThat(pace.take()).isZero();
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(125));
        assertThat(pace.take()).isEqualTo(Duration.ofMillis(250));
        clock.advance(Duration.ofSeconds(10));
        assertThat(pace.take()).isZero();
    }
}
