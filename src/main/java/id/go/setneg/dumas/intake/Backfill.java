package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Intake.Receipt;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One reading of a part of a source's past, at a bounded rate. The live feed and its position have no part in it. */
public final class Backfill {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final UUID id;
    private final Range range;
    private final Clock clock;
    private final Work work;
    private final Instant startedAt;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private State state = State.RUNNING;
    private Receipt sum = new Receipt(0, 0, 0);
    private @Nullable Instant endedAt;
    private @Nullable String outcome;

    /** What became of it. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    /**
     * What is wanted.
     *
     * @param source the route's name without {@code -backfill}, such as {@code lapor}
     * @param from first day, WIB
     * @param to the day after the last, WIB
     * @param rate records a second
     */
    public record Range(String source, LocalDate from, LocalDate to, int rate) {}

    /**
     * How far it is.
     *
     * @param taken records that were new
     * @param known records that the ledger had already
     * @param endedAt absent while it runs
     * @param outcome why it failed, without personal data; absent unless it did
     */
    public record Status(
            UUID id,
            Range range,
            State state,
            long taken,
            long known,
            long parked,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}

    Backfill(UUID id, Range range, Works works, Clock clock) {
        this.id = id;
        this.range = range;
        this.clock = clock;
        startedAt = clock.instant();
        work = works.begin("Pengisian ulang " + range.source() + " " + range.from() + " s.d. " + range.to());
    }

    UUID id() {
        return id;
    }

    String source() {
        return range.source();
    }

    OffsetDateTime from() {
        return range.from().atStartOfDay(WIB).toOffsetDateTime();
    }

    OffsetDateTime to() {
        return range.to().atStartOfDay(WIB).toOffsetDateTime();
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** It ends at the next page or file. */
    void cancel() {
        cancelled.countDown();
    }

    /**
     * A page was taken in; waits until the next one may be asked for.
     *
     * @param nanos how long the page took
     */
    void took(Receipt receipt, long nanos) throws InterruptedException {
        int records = receipt.taken() + receipt.known() + receipt.parked();
        synchronized (this) {
            sum = new Receipt(
                    sum.taken() + receipt.taken(), sum.known() + receipt.known(), sum.parked() + receipt.parked());
        }
        work.did(records);
        long wait = records * 1_000_000_000L / range.rate() - nanos;
        if (wait > 0 && cancelled.await(wait, TimeUnit.NANOSECONDS)) {
            return;
        }
    }

    void end(State how, @Nullable String why) {
        synchronized (this) {
            state = how;
            endedAt = clock.instant();
            outcome = why;
        }
        work.end(
                switch (how) {
                    case RUNNING, DONE -> "selesai";
                    case CANCELLED -> "dibatalkan";
                    case FAILED -> "gagal: " + why;
                });
    }

    synchronized Status status() {
        return new Status(id, range, state, sum.taken(), sum.known(), sum.parked(), startedAt, endedAt, outcome);
    }

    @Override
    public String toString() {
        return "Backfill[" + range + "]";
    }
}
