package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mappings as they would be with changed files: a temporary copy, deleted when closed. */
final class Trial implements AutoCloseable {

    /** How the copy's folder begins. */
    static final String PREFIX = "dumas-dry-run";

    /** The tables that decide whether a case is referred, to whom, and what is told. */
    private static final List<String> TABLES = List.of(
            "desk/complainant-kinds.csv",
            "desk/disclosure.csv",
            "desk/eligibility.csv",
            "desk/required-items.csv",
            "desk/routing.csv",
            "desk/standing-directions.csv");

    private static final Pattern MAPPING = Pattern.compile("[a-z0-9-]{1,60}/[a-z0-9-]{1,60}\\.jslt");
    private static final String TO_COMPLAINT = "-to-complaint.jslt";
    private static final Pattern IMPORT = Pattern.compile("(?m)^import\\s+\"([^\"]+)\"");

    private final Path home;
    private final Path folder;
    private final boolean hasMapping;

    /**
     * Copies and changes.
     *
     * @param home the mappings in force
     * @param files text by path below it
     * @throws MappingBroken when a file is none that can be tried, or a mapping is wrong
     */
    Trial(Path home, Map<String, String> files) throws IOException {
        this.home = home;
        this.folder = Files.createTempDirectory(PREFIX);
        this.hasMapping = files.keySet().stream().anyMatch(name -> !TABLES.contains(name));
        try {
            fill(files);
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    Path folder() {
        return folder;
    }

    /** The mappings in force; none where no mapping is tried. */
    Optional<Mappings> present() {
        return hasMapping ? Optional.of(new Mappings(home)) : Optional.empty();
    }

    /** The mappings with the changed ones; none where no mapping is tried. */
    Optional<Mappings> changed() {
        return hasMapping ? Optional.of(new Mappings(folder)) : Optional.empty();
    }

    private void fill(Map<String, String> files) throws IOException {
        for (String name : files.keySet()) {
            if (!TABLES.contains(name) && !MAPPING.matcher(name).matches()) {
                throw refused(name);
            }
        }
        for (Path file : present(".jslt")) {
            write(home.relativize(file).toString(), Files.readString(file));
        }
        for (Path file : present(".csv")) {
            write(home.relativize(file).toString(), Files.readString(file));
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        Set<String> used = used();
        for (String name : files.keySet()) {
            if (!TABLES.contains(name) && !used.contains(name)) {
                throw refused(name);
            }
        }
        changed()
                .ifPresent(trial -> used.stream()
                        .filter(name -> name.endsWith(TO_COMPLAINT))
                        .map(name -> name.replaceFirst("\\.jslt$", ""))
                        .forEach(trial::require));
    }

    /** What has no effect on a referral must not look as if it had none to report. */
    private static MappingBroken refused(String name) {
        return new MappingBroken(name.substring(0, Math.min(name.length(), 120)) + ": has no effect on referrals; "
                + String.join(", ", TABLES) + ", mappings to a complaint (<folder>/<name>" + TO_COMPLAINT
                + ") and what these import can be tried");
    }

    /** The mappings to a complaint, and what they import. */
    private Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>();
        try (Stream<Path> all = Files.walk(folder, 2)) {
            all.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(TO_COMPLAINT))
                    .forEach(open::add);
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            if (used.add(name) && Files.exists(folder.resolve(name))) {
                IMPORT.matcher(Files.readString(folder.resolve(name)))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(open::add);
            }
        }
        return used;
    }

    private List<Path> present(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(home, 2)) {
            return all.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Path above = file.getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        Files.writeString(file, text);
    }

    @Override
    public void close() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
