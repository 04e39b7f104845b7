package id.go.setneg.dumas.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision tables that the hub decides by. They are read once, at its start, and again when a person says so: all that
 * changed, or, when anything is wrong with any of them, none.
 */
public final class Tables {

    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

    private final List<Kept> others = new ArrayList<>();
    private final Map<Path, Opened> opened = new LinkedHashMap<>();
    private volatile List<String> problems = List.of();

    /** What a table must say beside being a table, such as only agencies that are known. */
    public interface Check {

        /** One sentence each, beginning with the line: {@code 4: no such agency}; empty when all is well. */
        List<String> problems(DecisionTable candidate);
    }

    /**
     * A table as it is in use.
     *
     * @param version the first 12 hexadecimal digits of the file's SHA-256
     */
    public record InUse(String table, String version) {}

    /**
     * How a reload ended.
     *
     * @param changed the tables that have a new content, empty when it was refused or nothing was new
     * @param problems file, line and what is wrong; when there is one, every table stays as it was
     */
    public record Reload(List<InUse> changed, List<String> problems) {}

    /** Something that was read from a file, and that stays as it is until the file has a new content that can be used. */
    public interface Kept {

        InUse inUse();

        /**
         * Reads the file again.
         *
         * @return what takes the new content into use, none when nothing is new
         * @throws MappingBroken naming file, line and problem of all that is wrong
         */
        Optional<Runnable> renewal();
    }

    private record Opened(Path file, DecisionTable table, Check check) implements Kept {

        @Override
        public InUse inUse() {
            return new InUse(table.name(), table.version());
        }

        @Override
        public Optional<Runnable> renewal() {
            DecisionTable candidate = checked(file, check);
            if (!candidate.hasColumnsOf(table)) {
                throw new MappingBroken(
                        file + ":1: has other columns than the table in use: they count from the next start on");
            }
            return candidate.version().equals(table.version())
                    ? Optional.empty()
                    : Optional.of(() -> table.takeContentOf(candidate));
        }
    }

    /**
     * Reads a table that is kept up to date from now on.
     *
     * @throws MappingBroken naming file, line and problem of all that is wrong
     */
    public DecisionTable open(Path file) {
        return open(file, candidate -> List.of());
    }

    /**
     * Reads a table that is kept up to date from now on, and that must pass a check whenever it is read.
     *
     * @throws MappingBroken naming file, line and problem of all that is wrong
     */
    public synchronized DecisionTable open(Path file, Check check) {
        Opened known = opened.get(file.normalize());
        if (known != null) {
            return known.table();
        }
        DecisionTable table = checked(file, check);
        opened.put(file.normalize(), new Opened(file, table, check));
        return table;
    }

    /** Keeps something else up to date together with the tables, and before them: taking it into use may fail. */
    public synchronized void keep(Kept other) {
        others.add(other);
    }

    /**
     * Reads every table again.
     *
     * @param pause runs the switch at a moment when nobody decides, and says whether there was one
     */
    public synchronized Reload reload(Predicate<Runnable> pause) {
        Map<Kept, Runnable> fresh = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Kept each : kept()) {
            try {
                each.renewal().ifPresent(renewal -> fresh.put(each, renewal));
            } catch (MappingBroken broken) {
                wrong.addAll(String.valueOf(broken.getMessage()).lines().toList());
            }
        }
        if (wrong.isEmpty()
                && !fresh.isEmpty()
                && !pause.test(() -> fresh.values().forEach(Runnable::run))) {
            wrong.add("the hub was busy without a pause, try again");
        }
        return ended(fresh.keySet().stream().map(Kept::inUse).toList(), List.copyOf(wrong));
    }

    private List<Kept> kept() {
        return Stream.<Kept>concat(others.stream(), opened.values().stream()).toList();
    }

    private Reload ended(List<InUse> changed, List<String> wrong) {
        problems = wrong;
        if (wrong.isEmpty()) {
            changed.forEach(table -> LOG.info("table {} is now version {}", table.table(), table.version()));
            return new Reload(changed, wrong);
        }
        LOG.error("tables stay as they were: {}", String.join("; ", wrong));
        return new Reload(List.of(), wrong);
    }

    private static DecisionTable checked(Path file, Check check) {
        DecisionTable candidate = DecisionTable.read(file);
        List<String> wrong = check.problems(candidate);
        if (!wrong.isEmpty()) {
            throw new MappingBroken(String.join(
                    "\n", wrong.stream().map(one -> file + ":" + one).toList()));
        }
        return candidate;
    }

    /** Everything that is kept up to date, with the version in use. */
    public synchronized List<InUse> inUse() {
        return kept().stream().map(Kept::inUse).toList();
    }

    /** What was wrong at the last reload; empty once one has succeeded. */
    public List<String> problems() {
        return problems;
    }
}
