package id.go.setneg.dumas.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One piece of long work. The log has a line at its start and its end, and between them one every thirty seconds or, when
 * the total is known, every tenth of it, but never two within five seconds; looked at whenever something is done. Safe for
 * several threads.
 */
public final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);
    private static final Duration OFTEN = Duration.ofSeconds(30);
    private static final Duration SELDOM = Duration.ofSeconds(5);
    private static final long UNKNOWN = -1;

    private final String name;
    private final Clock clock;
    private final Consumer<Work> onEnd;
    private final Instant begun;
    private long done;
    private long total = UNKNOWN;
    private Instant said;
    private long saidTenths;
    private @Nullable Instant end;
    private @Nullable String outcome;

    /**
     * How far it is.
     *
     * @param done how many, in the unit of the work
     * @param total how many there are, -1 when nobody knows
     * @param perSecond since it began
     * @param endedAt absent while it runs
     * @param outcome absent while it runs
     */
    public record Progress(
            String name,
            Instant begunAt,
            Duration took,
            long done,
            long total,
            double perSecond,
            @Nullable Instant endedAt,
            @Nullable String outcome) {}

    Work(String name, Clock clock, Consumer<Work> onEnd) {
        this.name = name;
        this.clock = clock;
        this.onEnd = onEnd;
        begun = clock.instant();
        said = begun;
        LOG.info("{}: begins", name);
    }

    /** So many more are done. */
    public synchronized void did(long more) {
        done += more;
        Instant now = clock.instant();
        Duration silent = Duration.between(said, now);
        long tenths = total > 0 ? done * 10 / total : 0;
        if (silent.compareTo(OFTEN) >= 0 || (tenths > saidTenths && silent.compareTo(SELDOM) >= 0)) {
            said = now;
            saidTenths = tenths;
            LOG.info("{}: {}", name, words(now));
        }
    }

    /** There are so many in all. */
    public synchronized void total(long all) {
        total = all;
    }

    /**
     * It is over; a second end is none.
     *
     * @param how in a few words, without personal data
     */
    public void end(String how) {
        synchronized (this) {
            if (end != null) {
                return;
            }
            end = clock.instant();
            outcome = how;
            LOG.info("{}: {}, {}", name, how, words(end));
        }
        onEnd.accept(this);
    }

    synchronized Progress progress() {
        Instant until = end == null ? clock.instant() : end;
        return new Progress(name, begun, Duration.between(begun, until), done, total, rate(until), end, outcome);
    }

    private String words(Instant now) {
        String of = total > 0 ? " of " + total + " (" + done * 100 / total + " %)" : "";
        return done + of + " in " + Duration.between(begun, now).toSeconds() + " s, "
                + String.format(Locale.ROOT, "%.1f", rate(now)) + " a second";
    }

    private double rate(Instant now) {
        double seconds = Duration.between(begun, now).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : done / seconds;
    }
}
