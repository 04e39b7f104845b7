package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** What lies in the folders of files that were taken, newest first; each scan by the agenda key that it was taken for. */
final class Taken {

    private static final int MOST = 100_000;
    private static final Comparator<Path> BY_STAMP = Comparator.comparing(Beside::name);

    private final int parts;
    private final Map<String, Path> scans = new HashMap<>();
    private final Map<String, Map<String, Path>> byOwnKey = new HashMap<>();
    private final Map<String, List<Path>> aside = new HashMap<>();
    private final List<Path> files;

    private Taken(int parts, List<Path> newestFirst) {
        this.parts = parts;
        this.files = newestFirst;
        newestFirst.forEach(this::index);
    }

    /**
     * Lists folders; of very many files the newest.
     *
     * @param parts of how many parts an agenda key is made
     */
    static Taken in(Collection<Path> folders, int parts) throws IOException {
        var newest = new PriorityQueue<Path>(BY_STAMP);
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> {
                    newest.add(file);
                    if (newest.size() > MOST) {
                        newest.poll();
                    }
                });
            }
        }
        List<Path> sorted = new ArrayList<>(newest);
        sorted.sort(Collections.reverseOrder(BY_STAMP));
        return new Taken(parts, sorted);
    }

    private void index(Path file) {
        TakenName moved = TakenName.of(Beside.name(file), parts);
        String plain = Beside.plain(moved.name());
        moved.keys().forEach(key -> scans.putIfAbsent(place(key, plain), file));
        String own = AgendaKey.inName(plain, parts);
        Path folder = file.getParent();
        if (moved.keys().isEmpty() && folder != null && Beside.name(folder).equals(Beside.TO_BE_SEEN)) {
            aside.computeIfAbsent(plain, none -> new ArrayList<>()).add(folder.resolveSibling(Beside.name(file)));
        }
        if (!own.isEmpty() && Kind.isScan(plain)) {
            scans.putIfAbsent(place(own, plain), file);
            byOwnKey.computeIfAbsent(own, none -> new LinkedHashMap<>()).putIfAbsent(plain, file);
        }
    }

    /** The name that a file had before it was taken. */
    String original(Path file) {
        return TakenName.of(Beside.name(file), parts).name();
    }

    private static String place(String key, String name) {
        return key + "\n" + name;
    }

    /** The scan of a name that was taken for a letter, or whose own name begins with its key. */
    Optional<Path> scan(String key, String plain) {
        return key.isEmpty() ? Optional.empty() : Optional.ofNullable(scans.get(place(key, plain)));
    }

    /** Whether another scan of a name that a sheet in a folder may mean was put aside since the sheet was taken. */
    boolean isAside(String plain, Path folder, Path sheet) {
        return aside.getOrDefault(plain, List.of()).stream()
                .anyMatch(file -> Beside.isSeen(folder, file) && BY_STAMP.compare(file, sheet) > 0);
    }

    /** The scans whose own names begin with a key, the newest of each name. */
    Collection<Path> ofKey(String key) {
        return byOwnKey.getOrDefault(key, Map.of()).values();
    }

    /** What was taken, newest first. */
    List<Path> files() {
        return files;
    }
}
