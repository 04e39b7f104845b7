package id.go.setneg.dumas.intake.office;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The letters of the newest exports that were taken, as a lone scan asks for them; each export is read once. */
final class TakenExports {

    private static final int MOST = 50;
    private static final int MOST_KEYS = 400_000;
    private static final Duration LATELY = Duration.ofDays(3);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmssSSS", Locale.ROOT);

    private final Function<Path, Naming> read;
    private Map<Path, Naming> known = new LinkedHashMap<>();

    /** A letter in an export. */
    record Place(Path export, String key) {}

    TakenExports(Function<Path, Naming> read) {
        this.read = read;
    }

    /** The newest exports of what was taken, newest first. */
    void look(Taken taken) {
        Map<Path, Naming> now = new LinkedHashMap<>();
        int keys = 0;
        for (Path file : taken.files()) {
            Naming before = known.get(file);
            if (now.size() >= MOST || keys >= MOST_KEYS) {
                break;
            } else if (before != null || (!Kind.isScan(Beside.name(file)) && Kind.of(file) == Kind.SHEET)) {
                Naming naming = before == null ? read.apply(file) : before;
                keys += naming.keys().size();
                now.put(file, naming);
            }
        }
        known = now;
    }

    /** The newest export that has a letter. */
    Optional<Place> ofKey(String key) {
        return known.entrySet().stream()
                .filter(export -> export.getValue().keys().contains(key))
                .map(export -> new Place(export.getKey(), key))
                .findFirst();
    }

    /**
     * The one letter that lately named a lone scan and does not have it yet; none where there are several.
     *
     * @param taken what was taken for whom
     */
    Optional<Place> missing(Path scan, Taken taken, Instant now) {
        String plain = Beside.plain(Beside.name(scan));
        Map<String, Place> missing = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<Path, Naming> export : known.entrySet()) {
            if (isLately(export.getKey(), now) && Beside.isSeen(folder(export.getKey()), scan)) {
                for (String key : export.getValue().keys(plain)) {
                    if (seen.add(key)
                            && !isReplaced(key, export.getKey())
                            && taken.scan(key, plain).isEmpty()) {
                        missing.put(key, new Place(export.getKey(), key));
                    }
                }
            }
        }
        return missing.size() == 1 && !missing.containsKey("")
                ? missing.values().stream().findFirst()
                : Optional.empty();
    }

    /** Whether a newer export has the letter, too: what it says counts. */
    private boolean isReplaced(String key, Path export) {
        return ofKey(key).filter(newest -> !newest.export().equals(export)).isPresent();
    }

    /** Where a taken export lay. */
    static Path folder(Path export) {
        Path taken = export.getParent();
        Path folder = taken == null ? null : taken.getParent();
        return folder == null ? export : folder;
    }

    private static boolean isLately(Path export, Instant now) {
        String name = Beside.name(export);
        if (!name.matches("(?s)\\d{17}-.*")) {
            return false;
        }
        String oldest = STAMP.format(now.minus(LATELY).atOffset(ZoneOffset.UTC));
        return name.compareTo(oldest) > 0;
    }
}
