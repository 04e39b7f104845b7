package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Backfill.Range;
import id.go.setneg.dumas.intake.Backfill.State;
import id.go.setneg.dumas.intake.Intake.Receipt;
import java.net.URLDecoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock stands at 2026-11-24, 08:00 WIB; what is wanted is the first week of October. */
class RangeWalkTest {

    private static final BackfillSettings SETTINGS = new BackfillSettings(Duration.ofMillis(10), Duration.ofHours(1));

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private final Backfill backfill = backfill(1_000);
    private RangeWalk walk;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void start() {
        hub.clear();
        hub.feeds().succeeded("spde-letters", "2026-11-20T10:00:00+07:00");
        var paging = new Paging(hub.feeds());
        paging.setFeed("spde-letters");
        paging.setZone("Asia/Jakarta");
        paging.setRecords("/data");
        paging.setNext("/halamanBerikut");
        paging.setChanged("/diubahPada");
        paging.setSorted(true);
        walk = paging.walk(backfill);
    }

    @Test
    void itBeginsWhereItWasAskedToAndLeavesTheFeedWhereItIs() {
        assertThat(URLDecoder.decode(walk.since(), UTF_8)).isEqualTo("2026-10-01T00:00:00+07:00");
        walk.read(page("2", "2026-10-02T10:00:00+07:00"));

        assertThat(URLDecoder.decode(walk.since(), UTF_8)).isEqualTo("2026-10-02T10:00:00+07:00");
        assertThat(walk.hasNext()).isTrue();
        assertThat(hub.feeds().position("spde-letters")).hasValue("2026-11-20T10:00:00+07:00");
    }

    @Test
    void aPageInOrderThatGoesBeyondTheEndIsTheLast() {
        assertThat(walk.read(page("2", "2026-10-07T10:00:00+07:00", "2026-10-08T00:00:01+07:00")))
                .hasSize(2);
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void aListInAnotherOrderIsReadToItsEnd() {
        walk.read(page("2", "2026-10-09T10:00:00+07:00", "2026-10-02T10:00:00+07:00"));
        assertThat(walk.hasNext()).isTrue();
        assertThat(walk.page()).isEqualTo(2);
        walk.read(page("null", "2026-10-03T10:00:00+07:00"));
        assertThat(walk.hasNext()).as("once more, until nothing is new").isTrue();
        assertThat(walk.page()).isEqualTo(1);
    }

    @Test
    void whatIsCancelledEndsAndWaitsForNothing() throws Exception {
        Backfill slow = backfill(1);
        slow.cancel();
        long begun = System.nanoTime();
        slow.took(new Receipt(1, 2, 3_000), 0);

        assertThat(System.nanoTime() - begun).isLessThan(5_000_000_000L);
        assertThat(slow.isCancelled()).isTrue();
        backfill.cancel();
        assertThat(walk.hasNext()).isFalse();
    }

    @Test
    void aPageTakesAsLongAsItsRateSays() throws Exception {
        long begun = System.nanoTime();
        backfill.took(new Receipt(100, 100, 0), 50_000_000L);

        assertThat(System.nanoTime() - begun).isBetween(149_000_000L, 5_000_000_000L);
        backfill.end(State.DONE);
        assertThat(backfill.status().taken()).isEqualTo(100);
        assertThat(backfill.status().known()).isEqualTo(100);
        assertThat(backfill.status().endedAt()).isNotNull();
    }

    @Test
    void aPageThatFailedIsAskedForAgainAndTheWalkTellsWhatItWaitsOut() throws Exception {
        walk.read(page("2", "2026-10-02T10:00:00+07:00"));
        walk.took(new Receipt(1, 0, 0));
        assertThat(walk.hasNext()).isTrue();
        String since = walk.since();
        walk.read(page("2", "2026-10-03T10:00:00+07:00"));
        walk.failed(new FeedFailed(FeedFault.Kind.THEIRS, "HTTP 503"));

        assertThat(walk.hasNext()).isTrue();
        assertThat(walk.since()).as("not gone on from the page that was lost").isEqualTo(since);
        assertThat(backfill.status().outcome()).isEqualTo("HTTP 503");
        walk.read(page("null", "2026-10-03T10:00:00+07:00"));
        walk.took(new Receipt(1, 0, 0));
        assertThat(walk.hasNext()).isFalse();
        assertThat(backfill.status().outcome()).isNull();
    }

    @Test
    void whatFailsForAnHourWithoutComingFurtherFails() throws Exception {
        Backfill patient = new Backfill(UUID.randomUUID(), range(10), SETTINGS, new Works(hub.clock()), hub.clock());
        var failure = new FeedFailed(FeedFault.Kind.THEIRS, "HTTP 503");
        patient.failed(failure);
        hub.clock().advance(Duration.ofMinutes(59));
        patient.failed(failure);
        patient.took(new Receipt(1, 0, 0), 0);
        hub.clock().advance(Duration.ofMinutes(59));
        patient.failed(failure);
        hub.clock().advance(Duration.ofMinutes(2));

        assertThatThrownBy(() -> patient.failed(failure)).isSameAs(failure);
        patient.fail(failure);
        assertThat(patient.status().state()).isEqualTo(State.FAILED);
        assertThat(patient.status().outcome()).isEqualTo("HTTP 503");
    }

    @Test
    void aListWithoutEndIsNotReadAgain() {
        walk.read(page("2", "2026-10-02T10:00:00+07:00", "2026-10-01T10:00:00+07:00"));
        assertThat(walk.hasNext()).isTrue();
        walk.read(page("2", "2026-10-02T10:00:00+07:00", "2026-10-01T10:00:00+07:00"));
        FeedFailed endless = catchThrowableOfType(FeedFailed.class, walk::hasNext);

        assertThatThrownBy(() -> walk.failed(endless)).isSameAs(endless);
    }

    @Test
    void afterAnHourInWhichTheLiveFeedTookNothingItFails() throws Exception {
        Backfill held = new Backfill(UUID.randomUUID(), range(10), SETTINGS, new Works(hub.clock()), hub.clock());
        held.cancel(); // waits for nothing
        held.hold();
        hub.clock().advance(Duration.ofMinutes(59));
        held.moved(1, 0);
        hub.clock().advance(Duration.ofMinutes(59));
        held.hold();
        hub.clock().advance(Duration.ofMinutes(2));

        assertThatThrownBy(held::hold).isInstanceOf(IllegalStateException.class);
        assertThat(held.status().moved()).isEqualTo(1);
    }

    private static Backfill backfill(int rate) {
        return new Backfill(UUID.randomUUID(), range(rate), SETTINGS, new Works(Clock.systemUTC()), Clock.systemUTC());
    }

    private static Range range(int rate) {
        return new Range("spde", LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-08"), rate);
    }

    private static byte[] page(String next, String... changes) {
        return ("{\"halamanBerikut\":" + next + ",\"data\":["
                        + Arrays.stream(changes)
                                .map(change -> "{\"diubahPada\":\"" + change + "\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .getBytes(UTF_8);
    }
}
