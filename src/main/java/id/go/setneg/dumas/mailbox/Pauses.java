package id.go.setneg.dumas.mailbox;

import java.time.Duration;

/** Pauses between attempts: each twice as long as the one before, up to the longest, and short again after a success. */
final class Pauses {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    Pauses(Duration first, Duration longest) {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException("no pauses from " + first + " to " + longest);
        }
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** How long to wait now. */
    Duration next() {
        Duration now = next;
        Duration twice = now.multipliedBy(2);
        next = twice.compareTo(longest) < 0 ? twice : longest;
        return now;
    }

    /** After a success. */
    void beginAnew() {
        next = first;
    }

    /** What took no longer than this was no success. */
    Duration first() {
        return first;
    }
}
