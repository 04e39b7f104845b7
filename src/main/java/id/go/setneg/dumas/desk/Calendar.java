package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.deadline.CalendarBroken;
import id.go.setneg.dumas.deadline.CalendarFile;
import id.go.setneg.dumas.deadline.WorkCalendar;
import id.go.setneg.dumas.ledger.WorkCalendars;
import id.go.setneg.dumas.ledger.WorkCalendars.Stored;
import id.go.setneg.dumas.mapping.MappingBroken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar in force: the newest that the ledger took. A file that cannot be read, or that lost what a former one knew,
 * is refused and the old calendar stays.
 */
public final class Calendar {

    private static final Logger LOG = LoggerFactory.getLogger(Calendar.class);

    private final Path file;
    private final WorkCalendars stored;
    private volatile WorkCalendar present;
    private String lastRefused = "";

    /**
     * What became of the file.
     *
     * @param version of the calendar that is in force now
     * @param problems why the file was refused, empty when it was not
     */
    public record Outcome(boolean isNew, String version, List<String> problems) {}

    /**
     * Reads the calendar.
     *
     * @throws MappingBroken when the file is broken and the ledger has none yet
     */
    Calendar(Path file, WorkCalendars stored) {
        this.file = file;
        this.stored = stored;
        Optional<Stored> latest = stored.latest();
        if (latest.isPresent()) {
            present = parse(latest.get());
            reload();
        } else {
            try {
                Stored first = read();
                present = parse(first);
                stored.take(first);
            } catch (IOException | CalendarBroken broken) {
                throw new MappingBroken(file + ": " + broken.getMessage());
            }
        }
    }

    public WorkCalendar present() {
        return present;
    }

    /** One that was in force some time. */
    Optional<WorkCalendar> former(String version) {
        return stored.taken(version).map(Calendar::parse);
    }

    /** Takes what another node took meanwhile, then looks at the file. */
    public synchronized Outcome reload() {
        stored.latest()
                .filter(latest -> !latest.version().equals(present.version()))
                .ifPresent(latest -> present = parse(latest));
        try {
            Stored found = read();
            if (found.version().equals(present.version())) {
                return new Outcome(false, present.version(), List.of());
            }
            return offer(found);
        } catch (IOException unreadable) {
            return refused("", List.of("cannot be read"));
        }
    }

    private Outcome offer(Stored found) {
        WorkCalendar next;
        try {
            next = parse(found);
        } catch (CalendarBroken broken) {
            return refuse(found, broken.problems());
        }
        List<String> lost = next.lost(present);
        if (!lost.isEmpty()) {
            return refuse(found, lost);
        }
        stored.take(found);
        present = next;
        LOG.info(
                "The calendar {} is in force: {} days",
                next.version(),
                next.days().size());
        return new Outcome(true, next.version(), List.of());
    }

    private Outcome refuse(Stored found, List<String> problems) {
        stored.refuse(found, String.join("; ", problems));
        return refused(found.version(), problems);
    }

    private Outcome refused(String version, List<String> problems) {
        if (!lastRefused.equals(version)) {
            LOG.error(
                    "The calendar {} is refused, {} stays in force; mend the file: {}",
                    file.getFileName(),
                    present.version(),
                    String.join("; ", problems.subList(0, Math.min(problems.size(), 10))));
            lastRefused = version;
        }
        return new Outcome(false, present.version(), problems);
    }

    private Stored read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return new Stored(hash(bytes), new String(bytes, StandardCharsets.UTF_8));
    }

    private static WorkCalendar parse(Stored calendar) {
        return CalendarFile.read(calendar.content().lines().toList(), calendar.version());
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
