package id.go.setneg.dumas.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How often a source is asked: between a floor and a ceiling, a little faster after each good answer, half as fast after a
 * fault or a slow answer (additive increase, multiplicative decrease). Who asks takes a turn and waits for it.
 */
final class Pace {

    private static final double STEPS = 50;
    private static final double NANOS = 1e9;

    private final double slowest;
    private final double fastest;
    private final Clock clock;
    private double rate;
    private Instant next = Instant.MIN;

    /**
     * @param slowest requests a second, at least
     * @param fastest requests a second, at most
     */
    Pace(double slowest, double fastest, Clock clock) {
        this.slowest = Math.min(slowest, fastest);
        this.fastest = fastest;
        this.clock = clock;
        rate = fastest;
    }

    /** Takes the next turn and says how long to wait for it. */
    synchronized Duration take() {
        Instant now = clock.instant();
        Instant turn = next.isAfter(now) ? next : now;
        next = turn.plusNanos((long) Math.ceil(NANOS / rate));
        return Duration.between(now, turn);
    }

    /** An answer was good. */
    synchronized void faster() {
        rate = Math.min(fastest, rate + fastest / STEPS);
    }

    /** An answer was late, bad or none. */
    synchronized void slower() {
        rate = Math.max(slowest, rate / 2);
    }

    /** Requests a second. */
    synchronized double rate() {
        return rate;
    }
}
