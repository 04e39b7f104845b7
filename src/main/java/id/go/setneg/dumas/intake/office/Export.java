package id.go.setneg.dumas.intake.office;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.sheet.Letter;
import id.go.setneg.dumas.intake.sheet.Letters;
import id.go.setneg.dumas.intake.sheet.NotATable;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of the drop folder while it is taken in, page by page. A record is
 * {@code {<column>: text …, lain: {<title>: text}, hilang: [column], files: […], sumber: {file, sheet, row}}}; a row or file
 * that cannot be read is {@code {unreadable, original, sumber}}.
 */
public final class Export implements Closeable {

    static final int PAGE = 500;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Source source;
    private final Attached attached;
    private @Nullable Letters letters;
    private List<ObjectNode> ready = new ArrayList<>();
    private boolean isFaulty;

    /**
     * Where the records come from.
     *
     * @param version of the file
     * @param original ticket of the stored file, if it could be stored
     */
    record Source(
            DropFolder folder,
            Path file,
            Version version,
            @Nullable String original) {}

    private Export(Source source, Attached attached, @Nullable Letters letters) {
        this.source = source;
        this.attached = attached;
        this.letters = letters;
    }

    static Export of(Source source, Attached attached, Letters letters) {
        return new Export(source, attached, letters);
    }

    /** A scan that came alone, with the letters that it belongs to. */
    static Export again(Source source, Attached attached, List<Letter> letters) throws IOException {
        var export = new Export(source, attached, null);
        for (Letter letter : letters) {
            export.ready.add(export.record(letter));
        }
        return export;
    }

    /** A file that cannot be read at all. */
    static Export unreadable(Source source, Attached attached, String reason) {
        var export = new Export(source, attached, null);
        export.ready.add(export.unreadable(reason));
        return export;
    }

    /** Whether there is a further page. */
    public boolean hasNext() {
        if (ready.isEmpty()) {
            fill();
        }
        return !ready.isEmpty();
    }

    /** At most {@value #PAGE} records. */
    public List<SourceRecord> next() {
        List<SourceRecord> page = ready.stream().map(source.folder()::record).toList();
        ready = new ArrayList<>();
        return page;
    }

    private void fill() {
        try {
            while (letters != null && ready.size() < PAGE) {
                Letter letter = letters.next();
                if (letter == null) {
                    close();
                } else {
                    ready.add(record(letter));
                }
            }
        } catch (NotATable e) {
            ready.add(unreadable(String.valueOf(e.getMessage())));
            close();
        } catch (IOException e) {
            throw new UncheckedIOException("an export cannot be read", e);
        }
    }

    private ObjectNode record(Letter letter) throws IOException {
        if (letter.unreadable() != null) {
            ObjectNode record = unreadable(letter.unreadable());
            record.set("sumber", origin().put("sheet", letter.sheet()).put("row", letter.number()));
            return record;
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        letter.known().forEach(record::put);
        if (!letter.others().isEmpty()) {
            ObjectNode others = record.putObject("lain");
            letter.others().forEach(others::put);
        }
        if (!letter.lost().isEmpty()) {
            letter.lost().forEach(record.putArray("hilang")::add);
        }
        attached.into(record, letter);
        record.set("sumber", origin().put("sheet", letter.sheet()).put("row", letter.number()));
        return record;
    }

    private ObjectNode unreadable(String reason) {
        isFaulty = true;
        ObjectNode record = JsonNodeFactory.instance.objectNode().put("unreadable", reason);
        if (source.original() != null) {
            record.put("original", source.original());
        }
        record.set("sumber", origin());
        return record;
    }

    private ObjectNode origin() {
        return JsonNodeFactory.instance.objectNode().put("file", Beside.name(source.file()));
    }

    /** The subfolder that the file goes to: something in it must be looked at, or not. */
    String place() {
        return isFaulty ? Beside.TO_BE_SEEN : Beside.TAKEN;
    }

    /**
     * All pages are stored: moves the scans that came with the file out of the way, then the file itself; none of them where
     * another version came in between.
     *
     * @return whether there were scans
     */
    boolean finish() {
        String stamp = STAMP.format(Instant.ofEpochMilli(source.folder().now())) + "-";
        Map<Path, Attached.Took> taken = attached.taken();
        Attached.Took itself = taken.get(source.file());
        taken.forEach((scan, took) -> {
            if (!scan.equals(source.file())) {
                move(scan, took.version(), scan.resolveSibling(Beside.TAKEN), stamp + prefix(scan, took));
            }
        });
        move(source.file(), source.version(), source.folder().place(place()), stamp + prefix(source.file(), itself));
        return !taken.isEmpty();
    }

    /** The agenda keys of the letters that a scan was taken for, before its name. */
    private static String prefix(Path file, Attached.@Nullable Took took) {
        return TakenName.prefix(took == null ? Set.of() : took.keys(), Beside.name(file));
    }

    private static void move(Path file, Version version, Path folder, String prefix) {
        try {
            version.moveAway(file, folder.resolve(prefix + Beside.name(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file of the drop folder cannot be moved away", e);
        }
    }

    @Override
    public void close() {
        Letters open = letters;
        letters = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("an export cannot be closed", e);
            }
        }
    }

    @Override
    public String toString() {
        return "Export[" + place() + "]";
    }
}
