package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Intake.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a part of a source's past, at a bounded rate. A source that can be asked again is read beside the live feed,
 * whose position has no part in it; of a folder or mailbox, what was taken is moved back for the live feed to take again.
 */
public final class Backfill {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final UUID id;
    private final Range range;
    private final BackfillSettings settings;
    private final Clock clock;
    private final Work work;
    private final Instant startedAt;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private State state = State.RUNNING;
    private Receipt sum = new Receipt(0, 0, 0);
    private long moved;
    private Instant advancedAt;
    private int failures;
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
     * @param rate records, files or mails a second
     */
    public record Range(String source, LocalDate from, LocalDate to, int rate) {}

    /**
     * How far it is.
     *
     * @param taken records that were new
     * @param known records that the ledger had already
     * @param moved files or mails that were moved back, for the live feed to take again
     * @param endedAt absent while it runs
     * @param outcome why it failed, or what it waits out now, without personal data; absent when all is well
     */
    public record Status(
            UUID id,
            Range range,
            State state,
            long taken,
            long known,
            long parked,
            long moved,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}

    Backfill(UUID id, Range range, BackfillSettings settings, Works works, Clock clock) {
        this.id = id;
        this.range = range;
        this.settings = settings;
        this.clock = clock;
        startedAt = clock.instant();
        advancedAt = startedAt;
        work = works.begin("Pengisian ulang " + range.source() + " " + range.from() + " s.d. " + range.to());
    }

    UUID id() {
        return id;
    }

    String source() {
        return range.source();
    }

    /** The beginning. */
    public OffsetDateTime from() {
        return range.from().atStartOfDay(WIB).toOffsetDateTime();
    }

    /** The end, which is no part of it. */
    public OffsetDateTime to() {
        return range.to().atStartOfDay(WIB).toOffsetDateTime();
    }

    synchronized boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether somebody wants it to end now. */
    public boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** How many records a second are borne. */
    public int rate() {
        return range.rate();
    }

    /** So many files or mails are to be moved back in all. */
    public void total(long all) {
        work.total(all);
    }

    /** It ends at the next page, file or batch of mails. */
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
            advanced();
        }
        pace(records, nanos);
    }

    /**
     * Files or mails were moved back; waits until the next ones may be.
     *
     * @param nanos how long that took
     */
    public void moved(int count, long nanos) throws InterruptedException {
        synchronized (this) {
            moved += count;
            advanced();
        }
        pace(count, nanos);
    }

    private void advanced() {
        advancedAt = clock.instant();
        failures = 0;
        outcome = null;
    }

    /**
     * A step failed, and is to be tried again: waits, longer after each failure.
     *
     * @throws Exception the failure itself, once nothing has come of it for as long as patience lasts
     */
    public void failed(Exception failure) throws Exception {
        Duration pause;
        synchronized (this) {
            if (isExhausted()) {
                throw failure;
            }
            outcome = reason(failure);
            Duration doubled = settings.firstDelay().multipliedBy(1L << Math.min(failures++, 20));
            pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
        await(pause.toNanos());
    }

    /**
     * Nothing can be moved back before the live feed has taken what was: waits a little.
     *
     * @throws IllegalStateException when that has been so for as long as patience lasts
     */
    public void hold() throws InterruptedException {
        synchronized (this) {
            if (isExhausted()) {
                throw new IllegalStateException("the live feed has taken nothing for " + settings.patience());
            }
        }
        await(PAUSE.toNanos());
    }

    private boolean isExhausted() {
        return advancedAt.plus(settings.patience()).isBefore(clock.instant());
    }

    private String reason(Throwable failure) {
        return FeedFault.of(failure, clock.instant()).reason();
    }

    private void pace(int records, long nanos) throws InterruptedException {
        work.did(records);
        await(records * 1_000_000_000L / range.rate() - nanos);
    }

    private void await(long nanos) throws InterruptedException {
        if (nanos > 0 && cancelled.await(nanos, TimeUnit.NANOSECONDS)) {
            return; // cancelled: nothing is to be waited for
        }
    }

    void end(State how) {
        end(how, null);
    }

    void fail(Throwable failure) {
        end(State.FAILED, reason(failure));
    }

    private void end(State how, @Nullable String why) {
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
        return new Status(id, range, state, sum.taken(), sum.known(), sum.parked(), moved, startedAt, endedAt, outcome);
    }

    @Override
    public String toString() {
        return "Backfill[" + range + "]";
    }
}
