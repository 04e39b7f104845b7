package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.Backfill.Range;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

/** Opens backfills to tests of other packages. */
public final class BackfillFixture {

    private BackfillFixture() {}

    /** Of days such as {@code 2026-10-01}, WIB, the second of which is no part of it. */
    public static Backfill of(String from, String to, int rate) {
        return new Backfill(
                UUID.randomUUID(),
                new Range("rekaan", LocalDate.parse(from), LocalDate.parse(to), rate),
                new BackfillSettings(Duration.ofMillis(100), Duration.ofMinutes(1)),
                new Works(Clock.systemUTC()),
                Clock.systemUTC());
    }

    public static long moved(Backfill backfill) {
        return backfill.status().moved();
    }

    public static void cancel(Backfill backfill) {
        backfill.cancel();
    }
}
