package id.go.setneg.dumas.ledger;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids that sort by the time of their making, so that new rows are neighbours: UUID version 7 (RFC 9562, section 5.7). */
public final class TimeOrderedIds implements Supplier<UUID> {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;

    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        long time = (clock.millis() << 16) | 0x7000 | (RANDOM.nextLong() & 0x0FFF);
        long rest = (RANDOM.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(time, rest);
    }
}
