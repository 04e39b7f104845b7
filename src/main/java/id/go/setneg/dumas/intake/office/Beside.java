package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scans that lie in the drop folder, in its subfolders, or among what was taken before, by name whatever its case. A
 * name never leads out of the folder: only names found there are compared, and links are not followed.
 */
final class Beside {

    static final String TAKEN = "diproses";
    static final String TO_BE_SEEN = "perlu-dilihat";

    private static final int DEPTH = 4;
    private static final Pattern STAMP = Pattern.compile("^\\d{17}-");

    private final Map<String, Path> waiting = new HashMap<>();
    private final Map<String, List<Path>> byKey = new HashMap<>();
    private final Map<String, Path> taken = new HashMap<>();
    private final List<Path> takenBefore = new ArrayList<>();

    private Beside() {}

    /**
     * Looks at the folder as it is now.
     *
     * @param isScan which of its files may be scans
     * @param parts of how many parts an agenda key is made
     */
    static Beside of(Path folder, Predicate<Path> isScan, int parts) throws IOException {
        var beside = new Beside();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> beside.add(folder, file, isScan, parts));
        }
        return beside;
    }

    private void add(Path folder, Path file, Predicate<Path> isScan, int parts) {
        Path within = folder.relativize(file);
        String name = name(file);
        if (isBelow(within, TAKEN) || isBelow(within, TO_BE_SEEN)) {
            takenBefore.add(file);
            taken.merge(
                    plainName(file).toLowerCase(Locale.ROOT),
                    file,
                    (one, other) -> name(one).compareTo(name(other)) > 0 ? one : other);
        } else if (isScan.test(file)) {
            waiting.put(name.toLowerCase(Locale.ROOT), file);
            String key = AgendaKey.inName(name, parts);
            if (!key.isEmpty()) {
                byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(file);
            }
        }
    }

    private static boolean isBelow(Path within, String folder) {
        for (Path part : within) {
            if (part.toString().equals(folder)) {
                return true;
            }
        }
        return false;
    }

    /** The scan of a name; what waits comes before what was taken. */
    Optional<Path> find(String name) {
        String plain = plain(name);
        return Optional.ofNullable(waiting.getOrDefault(plain, taken.get(plain)));
    }

    /** Whether a scan still waits to be taken. */
    boolean waits(Path scan) {
        return waiting.containsValue(scan);
    }

    /** The waiting scans whose names begin with an agenda key. */
    List<Path> ofKey(String key) {
        return key.isEmpty() ? List.of() : byKey.getOrDefault(key, List.of());
    }

    /** What was taken before, newest first. */
    List<Path> takenBefore() {
        return takenBefore.stream()
                .sorted(Collections.reverseOrder(Comparator.comparing(Beside::name)))
                .toList();
    }

    /** A name as a sheet writes it, without the folders before it. */
    static String plain(String name) {
        String last = name.strip().replace('\\', '/');
        return last.substring(last.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** The name that the office gave a file, without the stamp that taking it in put before. */
    static String plainName(Path file) {
        return STAMP.matcher(name(file)).replaceFirst("");
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
