package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.deadline.CalendarBroken;
import id.go.setneg.dumas.deadline.CalendarFile;
import id.go.setneg.dumas.deadline.WorkCalendar;
import id.go.setneg.dumas.ledger.WorkCalendars;
import id.go.setneg.dumas.ledger.WorkCalendars.Stored;
import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calendar in force: the newest that the ledger took. A file that cannot be read, or that lost what a former one knew,
 * is refused and the old calendar stays.
 */
public final class Calendar implements Tables.Kept {

    private static final Logger LOG = LoggerFactory.getLogger(Calendar.class);

    private static final String NAME = "calendar";

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
            } catch (IOException unreadable) {
                throw new MappingBroken(file + ": cannot be read");
            } catch (CalendarBroken broken) {
                throw broken(broken);
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
        String version = "";
        try {
            Stored found = read();
            version = found.version();
            Optional<WorkCalendar> next = next(found);
            next.ifPresent(calendar -> take(found, calendar));
            return new Outcome(next.isPresent(), present.version(), List.of());
        } catch (IOException unreadable) {
            return refused(version, List.of("cannot be read"));
        } catch (CalendarBroken broken) {
            return refused(version, broken.problems());
        }
    }

    @Override
    public Tables.InUse inUse() {
        return new Tables.InUse(NAME, present.version());
    }

    @Override
    public synchronized Optional<Runnable> renewal() {
        try {
            Stored found = read();
            return next(found).map(calendar -> () -> take(found, calendar));
        } catch (IOException unreadable) {
            throw new MappingBroken(file + ": cannot be read");
        } catch (CalendarBroken broken) {
            throw broken(broken);
        }
    }

    /** What the file says, none when it is in force already. One that cannot be used is noted once. */
    private Optional<WorkCalendar> next(Stored found) {
        if (found.version().equals(present.version())) {
            return Optional.empty();
        }
        try {
            WorkCalendar next = parse(found);
            List<String> lost = next.lost(present);
            if (!lost.isEmpty()) {
                throw new CalendarBroken(lost);
            }
            return Optional.of(next);
        } catch (CalendarBroken broken) {
            stored.refuse(found, String.join("; ", broken.problems()));
            throw broken;
        }
    }

    private void take(Stored found, WorkCalendar next) {
        stored.take(found);
        present = next;
        LOG.info(
                "The calendar {} is in force: {} days",
                next.version(),
                next.days().size());
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

    private MappingBroken broken(CalendarBroken broken) {
        return new MappingBroken(
                broken.problems().stream().map(problem -> file + ":" + problem).collect(Collectors.joining("\n")));
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
