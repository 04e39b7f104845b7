package id.go.setneg.dumas.intake.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.scan.Scan;
import id.go.setneg.dumas.intake.scan.Scans;
import id.go.setneg.dumas.intake.sheet.Letter;
import id.go.setneg.dumas.ledger.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stores the scans that letters name and writes them into their records; each scan is read once an export. */
final class Attached {

    private static final String SEPARATORS = "[|;\\r\\n]+";
    private static final int MOST = 50;

    private final Scans scans;
    private final Near near;
    private final List<String> key;
    private final long most;
    private final Map<Path, Took> taken = new LinkedHashMap<>();

    /**
     * A scan that was stored.
     *
     * @param version which one of that name
     * @param keys the agenda keys of its letters
     */
    record Took(Scan scan, Version version, Set<String> keys) {}

    /**
     * @param key the columns that together name a letter
     * @param most most bytes of a scan
     */
    Attached(Scans scans, Near near, List<String> key, long most) {
        this.scans = scans;
        this.near = near;
        this.key = key;
        this.most = most;
    }

    /** The names that a letter's column {@code berkas} gives. */
    static List<String> names(Letter letter) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : letter.text("berkas").split(SEPARATORS, -1)) {
            if (!name.isBlank() && names.size() < MOST) {
                names.add(name.strip());
            }
        }
        return List.copyOf(names);
    }

    static String key(Letter letter, List<String> key) {
        return AgendaKey.of(key.stream().map(letter::text).toList());
    }

    /** Writes {@code files[] {name, mediaType, size, content, textLayer, text | missing}} into a letter's record. */
    void into(ObjectNode record, Letter letter) throws IOException {
        ArrayNode files = record.arrayNode();
        List<Path> named = new ArrayList<>();
        String letterKey = key(letter, key);
        for (String name : names(letter)) {
            ObjectNode file = files.addObject().put("name", name);
            Near.Found found = near.find(letterKey, name);
            if (found.scan() == null) {
                file.put("missing", found.missing());
            } else {
                named.add(found.scan());
                store(found.scan(), letterKey, file);
            }
        }
        for (Path scan : near.ofKey(letterKey)) {
            if (!named.contains(scan)) {
                store(scan, letterKey, files.addObject().put("name", near.name(scan)));
            }
        }
        if (!files.isEmpty()) {
            record.set("files", files);
        }
    }

    private void store(Path path, String letterKey, ObjectNode file) throws IOException {
        Took known = taken.get(path);
        if (known == null) {
            Version version = Version.of(path);
            try (InputStream content = Files.newInputStream(path)) {
                known = new Took(scans.store(content, most), version, new LinkedHashSet<>());
            } catch (Attachments.TooLarge e) {
                file.put("missing", "more than " + most + " bytes");
                return;
            }
            taken.put(path, known);
        }
        known.scan().into(file);
        known.keys().add(letterKey);
    }

    /** The scans that waited and are stored now. */
    Map<Path, Took> taken() {
        Map<Path, Took> waited = new LinkedHashMap<>(taken);
        waited.keySet().removeIf(scan -> !near.waits(scan));
        return waited;
    }
}
