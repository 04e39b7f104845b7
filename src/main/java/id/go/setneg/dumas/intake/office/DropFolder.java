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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;

/**
 * The folder into which the office drops exports and the scans that they name (decision 0012). A file is taken when it has
 * not changed since the last look; an export waits for its scans, a scan for its export, but for so long only. A scan that
 * stays alone, late or anew, brings the letter again that named it, or whose agenda key its own name begins with.
 */
public final class DropFolder implements GenericFileFilter<File> {

    private static final Duration STILL = Duration.ofMillis(400);
    private static final int EXPORTS_BACK = 50;

    private final Attachments attachments;
    private final Scans scans;
    private final Clock clock;
    private final Stillness stillness;
    private final FolderSettings settings = new FolderSettings();
    private final Map<Path, Names> named = new ConcurrentHashMap<>();
    private @Nullable Export open;

    /** The scans that one version of an export names. */
    private record Names(Stillness.Seen version, Set<String> scans) {}

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
        return isReady(file.getFile().toPath());
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
        Set<String> names = names(sheet);
        if (names.isEmpty()) {
            return true;
        }
        try {
            Beside beside = beside();
            return names.stream()
                    .allMatch(name -> beside.find(name)
                            .filter(scan -> !beside.waits(scan) || stillness.isStill(scan, STILL))
                            .isPresent());
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamed(Path scan) {
        named.keySet().removeIf(Files::notExists);
        String name = Beside.plain(Beside.name(scan));
        return named.values().stream().anyMatch(names -> names.scans().contains(name));
    }

    private Set<String> names(Path sheet) {
        Stillness.Seen version = stillness.look(sheet);
        Names known = named.get(sheet);
        if (version == null) {
            return Set.of();
        }
        if (known == null || !known.version().equals(version)) {
            known = new Names(
                    version,
                    letters(sheet, letter -> !letter.text("berkas").isEmpty()).stream()
                            .flatMap(letter -> Attached.names(letter).stream())
                            .map(Beside::plain)
                            .collect(Collectors.toSet()));
            named.put(sheet, known);
        }
        return known.scans();
    }

    /** The letters of an export that fit; none where it cannot be read. */
    private List<Letter> letters(Path sheet, Predicate<Letter> fit) {
        List<Letter> fitting = new ArrayList<>();
        try (Letters letters = Letters.open(() -> Files.newInputStream(sheet), headings(), settings.limits())) {
            for (Letter letter = letters.next(); letter != null; letter = letters.next()) {
                if (letter.unreadable() == null && fit.test(letter)) {
                    fitting.add(letter);
                }
            }
        } catch (IOException e) {
            return fitting; // whoever takes it will say why
        }
        return fitting;
    }

    /**
     * Opens a file for taking in.
     *
     * @throws IOException when the disk fails; the file stays where it is
     */
    public Export take(GenericFile<File> file) throws IOException {
        return take(file.getFile().toPath());
    }

    Export take(Path file) throws IOException {
        if (open != null) {
            open.close(); // of a file that failed halfway
        }
        Beside beside = beside();
        var attached = new Attached(scans, beside, headings().key(), settings.scanSize());
        Export export = Kind.of(file) == Kind.SCAN ? scan(file, beside, attached) : sheet(file, attached);
        open = export;
        return export;
    }

    private Export sheet(Path file, Attached attached) throws IOException {
        var unstored = new Export.Source(this, Beside.name(file), null);
        if (Files.size(file) > settings.limits().size()) {
            return Export.unreadable(
                    unstored, attached, "more than " + settings.limits().size() + " bytes");
        }
        String ticket = store(file);
        var source = new Export.Source(this, Beside.name(file), ticket);
        Content content = () -> attachments.read(ticket);
        try {
            return Export.of(source, attached, Letters.open(content, headings(), settings.limits()));
        } catch (NotATable e) {
            return Export.unreadable(source, attached, String.valueOf(e.getMessage()));
        }
    }

    private Export scan(Path file, Beside beside, Attached attached) throws IOException {
        String name = Beside.name(file);
        String plain = Beside.plain(name);
        List<String> key = headings().key();
        String inName = AgendaKey.inName(name, key.size());
        int looked = 0;
        for (Path before : beside.takenBefore()) {
            if (Kind.of(before) == Kind.SHEET && looked++ < EXPORTS_BACK) {
                List<Letter> fitting = letters(
                        before,
                        letter -> Attached.names(letter).stream()
                                        .anyMatch(one -> Beside.plain(one).equals(plain))
                                || (!inName.isEmpty()
                                        && Attached.key(letter, key).equals(inName)));
                if (!fitting.isEmpty()) {
                    return Export.again(new Export.Source(this, name, null), attached, fitting);
                }
            }
        }
        String ticket = Files.size(file) > settings.scanSize() ? null : store(file);
        return Export.unreadable(new Export.Source(this, name, ticket), attached, "a scan of no letter that is known");
    }

    /** All pages of a file are stored: the scans that came with it are moved away, the file itself by its route. */
    public void finish(Export export) {
        export.finish();
    }

    private String store(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return attachments.store(content, Long.MAX_VALUE).ticket();
        }
    }

    private Beside beside() throws IOException {
        return Beside.of(
                settings.folder(),
                file -> Kind.of(file) == Kind.SCAN,
                headings().key().size());
    }

    private Headings headings() {
        return settings.headings();
    }

    SourceRecord record(ObjectNode content) {
        return SourceRecord.ofJson(settings.feed(), content, settings.zone());
    }

    long now() {
        return clock.millis();
    }
}
