package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.Logged;
import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;

class FeedHealthTest {

    @TempDir
    Path folder;

    private HubLedger hub;
    private FeedHealth health;

    @BeforeEach
    void open() {
        hub = HubLedger.onH2(folder);
        health = new FeedHealth(hub.feeds(), hub.drifts(), hub.clock());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    /** Counts the seconds until the feed is admitted. */
    private long kept() {
        long seconds = 0;
        while (!health.admits("contoh")) {
            hub.clock().advance(Duration.ofSeconds(1));
            seconds++;
        }
        return seconds;
    }

    @Test
    void anAnswerThatBreaksTheRulesIsCountedAsDrift() {
        health.mended("contoh");
        health.mended("contoh");

        assertThat(hub.drifts().all())
                .extracting(one -> one.feed() + " " + one.path() + " " + one.what() + " " + one.sightings())
                .containsExactly("contoh / NOT_STRICT 2");
    }

    @Test
    void aFeedIsKeptBackLongerEachTimeAndAQuarterOfAnHourAtMost() {
        health.failed("contoh", new IOException());
        assertThat(kept()).isLessThanOrEqualTo(1);
        for (int i = 0; i < 5; i++) {
            health.failed("contoh", new IOException());
        }
        assertThat(kept()).isBetween(16L, 32L);
        for (int i = 0; i < 20; i++) {
            health.failed("contoh", new IOException());
        }
        assertThat(kept()).isBetween(450L, 900L);
    }

    @Test
    void whatADatabaseQuotesOfARecordIsNotLogged() {
        try (var log = new Logged(FeedHealth.class)) {
            health.failed("contoh", new DataIntegrityViolationException("too long: 'Nama Yang Tak Boleh Bocor'"));

            assertThat(log.lines())
                    .anyMatch(line -> line.contains("contoh") && line.contains("DataIntegrityViolationException"))
                    .noneMatch(line -> line.contains("Bocor"));
        }
    }

    @Test
    void whoGetsOnIsNotKeptBack() {
        for (int i = 0; i < 9; i++) {
            health.failed("contoh", new IOException());
        }
        health.advanced("contoh");
        assertThat(health.admits("contoh")).isTrue();
        health.failed("contoh", new IOException());
        assertThat(kept()).isLessThanOrEqualTo(2);
    }

    @Test
    void aListThatDoesNotEndIsKeptBackHoweverFarItGets() {
        for (int i = 0; i < 6; i++) {
            health.failed("contoh", new FeedFailed(Kind.LOOP, "not a page: the same page again"));
            health.advanced("contoh");
        }
        assertThat(kept()).isGreaterThanOrEqualTo(16);
    }

    @Test
    void aStoppedFeedIsShownAndLooksEachTimeWhetherItMayGoOn() {
        health.failed("contoh", new FeedFailed(Kind.STOPPED, "STOPPED gateway refuses our key: HTTP 401"));
        assertThat(health.admits("contoh")).isTrue();
        assertThat(hub.feeds().all().getFirst().failure()).startsWith("STOPPED");
        health.succeeded("contoh");
        assertThat(hub.feeds().all().getFirst().failure()).isNull();
    }

    @Test
    void anOperatorReleasesAFeed() {
        for (int i = 0; i < 9; i++) {
            health.failed("contoh", new IOException());
        }
        health.release("contoh");
        assertThat(health.admits("contoh")).isTrue();
    }
}
