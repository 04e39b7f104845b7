package id.go.setneg.dumas.intake.office;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.scan.Scans;
import id.go.setneg.dumas.intake.sheet.Content;
import id.go.setneg.dumas.intake.sheet.Headings;
import id.go.setneg.dumas.intake.sheet.Letter;
import id.go.setneg.dumas.intake.sheet.Letters;
import id.go.setneg.dumas.intake.sheet.NotATable;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which the office drops exports and the scans that they name (decision 0012). A file is taken when it has
 * not changed since the last look; an export waits for its scans, a scan for its export, but for so long only. A scan that
 * stays alone, late or anew, brings the letter again that named it, or whose agenda key its own name begins with.
 */
public final class DropFolder implements GenericFileFilter<File> {

    private static final Duration STILL = Duration.ofSeconds(1);
    private static final Duration ONE_LOOK = Duration.ofMillis(250);

    private final Attachments attachments;
    private final Scans scans;
    private final Clock clock;
    private final Stillness stillness;
    private final FolderSettings settings = new FolderSettings();
    private final Map<Path, Waiting> named = new ConcurrentHashMap<>();
    private final TakenExports exports = new TakenExports(this::naming);
    private @Nullable Look look;
    private @Nullable Export open;

    /** What one version of a waiting export names. */
    private record Waiting(Stillness.Seen version, Naming naming) {}

    /** What lay in the folder and its subfolders, for a poll. */
    private record Look(Instant at, Beside beside, Taken taken) {}

    public DropFolder(Attachments attachments, Scans scans, Clock clock) {
        this.attachments = attachments;
        this.scans = scans;
        this.clock = clock;
        this.stillness = new Stillness(clock);
    }

    /** What the connector says about this folder. */
    public FolderSettings getSettings() {
        return settings;
    }

    /** Whether a file can be taken now, or a folder be looked into. */
    @Override
    public boolean accept(GenericFile<File> file) {
        String name = file.getFileNameOnly();
        if (file.isDirectory()) {
            return !name.equals(Beside.TAKEN) && !name.equals(Beside.TO_BE_SEEN) && !name.startsWith(".");
        }
        return isReady(path(file));
    }

    private static Path path(GenericFile<File> file) {
        return file.getFile().toPath().toAbsolutePath().normalize();
    }

    boolean isReady(Path file) {
        if (!stillness.isStill(file, STILL)) {
            return false;
        }
        boolean isPatienceOver = stillness.isStill(file, settings.patience());
        return switch (Kind.of(file)) {
            case PASSING -> false;
            case SHEET -> isPatienceOver || scansArrived(file);
            case SCAN -> isPatienceOver && !isNamed(file);
        };
    }

    private boolean scansArrived(Path sheet) {
        Map<String, Set<String>> names = waiting(sheet).keysByName();
        if (names.isEmpty()) {
            return true;
        }
        try {
            Near near = near(look(), sheet);
            return names.entrySet().stream()
                    .allMatch(name -> name.getValue().stream()
                            .allMatch(key -> near.find(key, name.getKey()).scan() != null));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamed(Path scan) {
        named.keySet().removeIf(Files::notExists);
        String name = Beside.plain(Beside.name(scan));
        String key = AgendaKey.inName(name, headings().key().size());
        return named.entrySet().stream()
                .anyMatch(export -> export.getValue().naming().keys().contains(key)
                        || (Beside.isSeen(folder(export.getKey()), scan)
                                && !export.getValue().naming().keys(name).isEmpty()));
    }

    /** Whether another waiting export names a scan, for other letters. */
    private boolean isContested(Path sheet, Path scan) {
        String name = Beside.plain(Beside.name(scan));
        Set<String> ours = waiting(sheet).keys(name);
        return named.entrySet().stream()
                .anyMatch(other -> !other.getKey().equals(sheet)
                        && Beside.isSeen(folder(other.getKey()), scan)
                        && !other.getValue().naming().keys(name).isEmpty()
                        && !other.getValue().naming().keys(name).equals(ours)
                        && Files.exists(other.getKey()));
    }

    private Naming waiting(Path sheet) {
        Stillness.Seen version = stillness.look(sheet);
        Waiting known = named.get(sheet);
        if (version == null) {
            return new Naming(Set.of(), Map.of());
        }
        if (known == null || !known.version().equals(version)) {
            known = new Waiting(version, naming(sheet));
            named.put(sheet, known);
        }
        return known.naming();
    }

    private Naming naming(Path sheet) {
        return Naming.of(sheet, headings(), settings.limits());
    }

    /**
     * Opens a file for taking in.
     *
     * @throws IOException when the disk fails, or the file is written to again; it stays where it is
     */
    public Export take(GenericFile<File> file) throws IOException {
        return take(path(file));
    }

    Export take(Path file) throws IOException {
        if (open != null) {
            open.close(); // of a file that failed halfway
        }
        Export export = Kind.of(file) == Kind.SCAN
                ? scan(file)
                : sheet(file, new Attached(scans, near(look(), file), headings().key(), settings.scanSize()));
        open = export;
        return export;
    }

    private Export sheet(Path file, Attached attached) throws IOException {
        Version version = Version.of(file);
        var unstored = new Export.Source(this, file, version, null);
        if (Files.size(file) > settings.limits().size()) {
            return Export.unreadable(
                    unstored, attached, "more than " + settings.limits().size() + " bytes");
        }
        String ticket = store(file);
        var source = new Export.Source(this, file, version, ticket);
        Content content = () -> attachments.read(ticket);
        try {
            return Export.of(source, attached, Letters.open(content, headings(), settings.limits()));
        } catch (NotATable e) {
            return Export.unreadable(source, attached, String.valueOf(e.getMessage()));
        }
    }

    private Export scan(Path file) throws IOException {
        Version version = Version.of(file);
        look = null; // its export may have been taken just now
        Look look = look();
        TakenExports.Place place = letter(file, look).orElse(null);
        Path folder = place == null ? folder(file) : TakenExports.folder(place.export());
        var near = new Near(look.beside(), look.taken(), folder, scan -> false, file);
        List<String> key = headings().key();
        var attached = new Attached(scans, near, key, settings.scanSize());
        if (place != null) {
            List<Letter> letters = Naming.letters(
                    place.export(),
                    headings(),
                    settings.limits(),
                    letter -> Attached.key(letter, key).equals(place.key()));
            if (!letters.isEmpty()) {
                return Export.again(new Export.Source(this, file, version, null), attached, letters);
            }
        }
        String ticket = Files.size(file) > settings.scanSize() ? null : store(file);
        return Export.unreadable(
                new Export.Source(this, file, version, ticket), attached, "a scan of no letter that is known");
    }

    /** The letter that a lone scan belongs to: by the key in its name, else the only one that misses it. */
    private Optional<TakenExports.Place> letter(Path scan, Look look) {
        exports.look(look.taken());
        String key = AgendaKey.inName(Beside.name(scan), headings().key().size());
        Optional<TakenExports.Place> ofKey = key.isEmpty() ? Optional.empty() : exports.ofKey(key);
        if (ofKey.isPresent()) {
            return ofKey;
        }
        String plain = Beside.plain(Beside.name(scan));
        return exports.missing(scan, look.taken(), clock.instant())
                .filter(place -> look.beside()
                        .named(TakenExports.folder(place.export()), plain)
                        .equals(List.of(scan)))
                .filter(place -> !look.taken().isAside(plain, TakenExports.folder(place.export()), place.export()));
    }

    /** All pages of a file are stored: it is moved away, and the scans that came with it. */
    public void finish(Export export) {
        if (export.finish()) {
            look = null;
        }
    }

    private String store(Path file) throws IOException {
        Stillness.Seen before = stillness.look(file);
        try (InputStream content = Files.newInputStream(file)) {
            String ticket = attachments.store(content, Long.MAX_VALUE).ticket();
            if (before == null || !stillness.isStill(file, STILL) || !before.equals(stillness.look(file))) {
                throw new IOException("a file of the drop folder is being written to");
            }
            return ticket;
        }
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private Near near(Look look, Path sheet) {
        return new Near(look.beside(), look.taken(), folder(sheet), scan -> isContested(sheet, scan), null);
    }

    /** One look serves all files of a poll. */
    private synchronized Look look() throws IOException {
        Look known = look;
        Instant now = clock.instant();
        if (known == null || !now.isBefore(known.at().plus(ONE_LOOK))) {
            int parts = headings().key().size();
            Beside beside = Beside.of(
                    settings.folder().toAbsolutePath().normalize(),
                    file -> stillness.isStill(file, STILL) && Kind.of(file) == Kind.SCAN,
                    parts);
            known = new Look(now, beside, Taken.in(beside.taken(), parts));
            look = known;
        }
        return known;
    }

    private Headings headings() {
        return settings.headings();
    }

    /** One of its subfolders. */
    Path place(String name) {
        return settings.folder().toAbsolutePath().resolve(name);
    }

    SourceRecord record(ObjectNode content) {
        return SourceRecord.ofJson(settings.feed(), content, settings.zone());
    }

    long now() {
        return clock.millis();
    }
}
