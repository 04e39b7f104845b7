package id.go.setneg.dumas.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision tables that the hub decides by. They are read once, at its start, and again when a person says so: all that
 * changed, or, when anything is wrong with any of them, none.
 */
public final class Tables {

    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);

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

    private record Opened(DecisionTable table, Check check) {}

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
        Opened known = opened.get(file);
        if (known != null) {
            return known.table();
        }
        DecisionTable table = checked(file, check);
        opened.put(file, new Opened(table, check));
        return table;
    }

    /**
     * Reads every table again.
     *
     * @param pause runs the switch at a moment when nobody decides, and says whether there was one
     */
    public synchronized Reload reload(Predicate<Runnable> pause) {
        Map<DecisionTable, DecisionTable> fresh = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        opened.forEach((file, known) -> {
            try {
                DecisionTable candidate = checked(file, known.check());
                if (!candidate.hasColumnsOf(known.table())) {
                    wrong.add(file + ":1: has other columns than the table in use: they count from the next start on");
                } else if (!candidate.version().equals(known.table().version())) {
                    fresh.put(known.table(), candidate);
                }
            } catch (MappingBroken broken) {
                wrong.addAll(String.valueOf(broken.getMessage()).lines().toList());
            }
        });
        if (wrong.isEmpty() && !fresh.isEmpty() && !pause.test(() -> fresh.forEach(DecisionTable::takeContentOf))) {
            wrong.add("the hub was busy without a pause, try again");
        }
        return ended(fresh.keySet().stream().map(Tables::inUse).toList(), List.copyOf(wrong));
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

    /** Every table with the version in use, in the order of opening. */
    public synchronized List<InUse> inUse() {
        return opened.values().stream().map(one -> inUse(one.table())).toList();
    }

    /** What was wrong at the last reload; empty once one has succeeded. */
    public List<String> problems() {
        return problems;
    }

    private static InUse inUse(DecisionTable table) {
        return new InUse(table.name(), table.version());
    }
}
