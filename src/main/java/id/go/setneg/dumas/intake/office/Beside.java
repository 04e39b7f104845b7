package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The scans that wait in the drop folder and its subfolders, by name whatever its case. A name never leads out of the
 * folder: only names found there are compared, and links are not followed.
 */
final class Beside {

    static final String TAKEN = "diproses";
    static final String TO_BE_SEEN = "perlu-dilihat";

    private static final int DEPTH = 3;

    private final Map<String, List<Path>> byName = new HashMap<>();
    private final Map<String, List<Path>> byKey = new HashMap<>();
    private final Set<Path> waiting = new HashSet<>();
    private final List<Path> taken = new ArrayList<>();

    private Beside() {}

    /**
     * Looks at the folder as it is now.
     *
     * @param isScan which of its files may be scans that can be taken
     * @param parts of how many parts an agenda key is made
     */
    static Beside of(Path root, Predicate<Path> isScan, int parts) throws IOException {
        var beside = new Beside();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = name(folder);
                if (isTaken(folder)) {
                    beside.taken.add(folder);
                }
                return !folder.equals(root) && (isTaken(folder) || name.startsWith("."))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isDirectory() && isTaken(file)) {
                    beside.taken.add(file); // as deep as we look
                } else if (attributes.isRegularFile() && isScan.test(file)) {
                    beside.add(file, parts);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE; // taken meanwhile, or not ours to read
            }
        });
        return beside;
    }

    private void add(Path file, int parts) {
        waiting.add(file);
        byName.computeIfAbsent(plain(name(file)), none -> new ArrayList<>()).add(file);
        String key = AgendaKey.inName(name(file), parts);
        if (!key.isEmpty()) {
            byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(file);
        }
    }

    private static boolean isTaken(Path folder) {
        return name(folder).equals(TAKEN) || name(folder).equals(TO_BE_SEEN);
    }

    /** The scans of a name that a sheet in a folder may mean: in that folder, else below it; several are not told apart. */
    List<Path> named(Path folder, String plain) {
        List<Path> below = byName.getOrDefault(plain, List.of()).stream()
                .filter(scan -> isSeen(folder, scan) && Files.exists(scan))
                .toList();
        List<Path> here =
                below.stream().filter(scan -> folder.equals(scan.getParent())).toList();
        return here.isEmpty() ? below : here;
    }

    /** Whether a file lies in a folder or below it. */
    static boolean isSeen(Path folder, Path file) {
        Path parent = file.getParent();
        return parent != null && parent.startsWith(folder);
    }

    /** Whether a scan still waits to be taken. */
    boolean waits(Path scan) {
        return waiting.contains(scan);
    }

    /** The waiting scans whose names begin with an agenda key. */
    List<Path> ofKey(String key) {
        return byKey.getOrDefault(key, List.of()).stream().filter(Files::exists).toList();
    }

    /** The folders of what was taken. */
    List<Path> taken() {
        return taken;
    }

    /** A name as a sheet writes it, without the folders before it. */
    static String plain(String name) {
        String last = name.strip().replace('\\', '/');
        return last.substring(last.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
