package id.go.setneg.dumas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.fixture.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final SettableClock clock = new SettableClock(HubLedger.START);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    @Test
    void anIdIsOfVersionSevenAndBeginsWithItsTime() {
        UUID id = ids.get();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void idsSortByTheirMakingAlsoInOneMillisecond() {
        List<String> made =
                Stream.generate(ids).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsSortByTheirMakingAlsoWhenTheClockIsSetBack() {
        UUID before = ids.get();
        clock.advance(Duration.ofSeconds(-1));

        assertThat(ids.get().toString()).isGreaterThan(before.toString());
    }
}
