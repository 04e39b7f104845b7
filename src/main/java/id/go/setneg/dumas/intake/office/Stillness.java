package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Remembers since when files have not changed. */
final class Stillness {

    private static final int MANY = 20_000;

    private final Clock clock;
    private final Map<Path, Seen> known = new ConcurrentHashMap<>();

    /** One version of a file. */
    record Seen(long size, FileTime modified, Instant since) {

        private boolean isSame(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }

    Stillness(Clock clock) {
        this.clock = clock;
    }

    /** The version that a file has now, and since when; none when it is gone. */
    @Nullable
    Seen look(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (known.size() > MANY) {
                known.keySet().removeIf(Files::notExists);
            }
            return known.compute(
                    file,
                    (path, before) -> before != null && before.isSame(now)
                            ? before
                            : new Seen(now.size(), now.lastModifiedTime(), clock.instant()));
        } catch (IOException e) {
            known.remove(file);
            return null;
        }
    }

    /** Whether a file has not changed for so long. */
    boolean isStill(Path file, Duration time) {
        Seen seen = look(file);
        return seen != null && !seen.since().plus(time).isAfter(clock.instant());
    }
}
