package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@Isolated
@ExtendWith(OutputCaptureExtension.class)
class WorksTest {

    private final SettableClock clock = new SettableClock("2026-11-24T08:00:00+07:00");
    private final Works works = new Works(clock);

    @Test
    void runningWorkSaysHowFarItIs() {
        Work work = works.begin("Pengisian ulang contoh");
        work.total(400);
        clock.advance(Duration.ofSeconds(10));
        work.did(100);

        Work.Progress progress = works.all().getFirst();
        assertThat(progress.done()).isEqualTo(100);
        assertThat(progress.total()).isEqualTo(400);
        assertThat(progress.perSecond()).isEqualTo(10.0);
        assertThat(progress.outcome()).isNull();
    }

    @Test
    void theLogHasALineAtEachTenthAndEachHalfMinuteAndNoMore(CapturedOutput log) {
        Work work = works.begin("Pemindaian contoh");
        work.did(1);
        clock.advance(Duration.ofSeconds(31));
        work.did(1);
        work.total(100);
        clock.advance(Duration.ofSeconds(6));
        work.did(18);
        work.did(20);
        clock.advance(Duration.ofSeconds(1));
        work.end("selesai");

        assertThat(log.getAll().lines().filter(line -> line.contains("Pemindaian contoh")))
                .map(line -> line.substring(line.indexOf("Pemindaian")))
                .containsExactly(
                        "Pemindaian contoh: begins",
                        "Pemindaian contoh: 2 in 31 s, 0.1 a second",
                        "Pemindaian contoh: 20 of 100 (20 %) in 37 s, 0.5 a second",
                        "Pemindaian contoh: selesai, 40 of 100 (40 %) in 38 s, 1.1 a second");
    }

    @Test
    void theLastTwentyThatEndedAreKeptTheNewestFirst() {
        Work running = works.begin("berjalan");
        for (int i = 0; i < 25; i++) {
            works.begin("kerja " + i).end("selesai");
        }
        running.did(1);

        assertThat(works.all()).hasSize(21);
        assertThat(works.all().get(0).name()).isEqualTo("berjalan");
        assertThat(works.all().get(1).name()).isEqualTo("kerja 24");
        assertThat(works.all().get(20).name()).isEqualTo("kerja 5");
    }

    @Test
    void itEndsOnce() {
        Work work = works.begin("contoh");
        work.end("gagal");
        work.end("selesai");

        assertThat(works.all()).hasSize(1);
        assertThat(works.all().getFirst().outcome()).isEqualTo("gagal");
    }
}
