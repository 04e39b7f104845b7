package id.go.setneg.dumas.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Ids that sort by the time of their making, so that new rows are neighbours and of two made in one millisecond the later
 * sorts behind: UUID version 7 with a counter (RFC 9562, sections 5.7 and 6.2).
 */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final AtomicLong latest = new AtomicLong(); // milliseconds and counter

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        long now = clock.millis() << COUNTER_BITS;
        long next = latest.updateAndGet(before -> Math.max(before + 1, now));
        long time = (next >>> COUNTER_BITS << 16) | 0x7000 | (next & 0x0FFF);
        long rest = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(time, rest);
    }
}
