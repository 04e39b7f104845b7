package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Mappings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mappings as they would be with changed files: a temporary copy, deleted when closed. */
final class Trial implements AutoCloseable {

    /** How the copy's folder begins. */
    static final String PREFIX = "dumas-dry-run";

    private static final String TABLE = "desk/routing.csv";
    private static final Pattern MAPPING = Pattern.compile("[a-z0-9-]{1,60}/[a-z0-9-]{1,60}\\.jslt");

    private final Path home;
    private final Path folder;
    private final List<String> mappings;

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
        this.mappings = files.keySet().stream()
                .filter(name -> MAPPING.matcher(name).matches())
                .map(name -> name.replaceFirst("\\.jslt$", ""))
                .toList();
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
        return mappings.isEmpty() ? Optional.empty() : Optional.of(new Mappings(home));
    }

    /** The mappings with the changed ones; none where no mapping is tried. */
    Optional<Mappings> changed() {
        return mappings.isEmpty() ? Optional.empty() : Optional.of(new Mappings(folder));
    }

    private void fill(Map<String, String> files) throws IOException {
        for (String name : files.keySet()) {
            if (!name.equals(TABLE) && !MAPPING.matcher(name).matches()) {
                throw new MappingBroken("only " + TABLE + " and mappings (<folder>/<name>.jslt) can be tried");
            }
        }
        for (Path file : programs()) {
            write(home.relativize(file).toString(), Files.readString(file));
        }
        write(TABLE, Files.readString(home.resolve(TABLE)));
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue());
        }
        changed().ifPresent(trial -> mappings.forEach(trial::require));
    }

    private List<Path> programs() throws IOException {
        try (Stream<Path> all = Files.walk(home, 2)) {
            return all.filter(file -> file.toString().endsWith(".jslt")).toList();
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
