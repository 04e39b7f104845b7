package id.go.setneg.dumas.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table.
 *
 * @param line where it stands in the file, 1 is the heading
 * @param validFrom the day from which it counts, absent when it always does
 */
record TableRow(
        int line, @Nullable LocalDate validFrom, Map<String, Cell> cells, Map<String, String> outputs, String because) {

    static @Nullable TableRow of(TableHead head, TableLine line, List<String> problems) {
        List<String> texts = line.cells();
        if (texts.size() != head.columns().size()) {
            problems.add(line.number() + ": has " + texts.size() + " cells, the heading has "
                    + head.columns().size());
            return null;
        }
        int before = problems.size();
        LocalDate validFrom = null;
        var cells = new HashMap<String, Cell>();
        for (int column = 0; column < head.arrow(); column++) {
            String title = head.columns().get(column);
            try {
                if (column != head.validFrom()) {
                    cells.put(title, Cell.of(texts.get(column)));
                } else if (!texts.get(column).isEmpty()) {
                    validFrom = LocalDate.parse(texts.get(column));
                }
            } catch (IllegalArgumentException | DateTimeParseException wrong) {
                problems.add(line.number() + ": " + title + ": " + wrong.getMessage());
            }
        }
        if (!texts.get(head.arrow()).isEmpty()) {
            problems.add(line.number() + ": the column -> must be empty");
        }
        var outputs = new LinkedHashMap<String, String>();
        for (int column = head.arrow() + 1; column < texts.size() - 1; column++) {
            outputs.put(head.columns().get(column), texts.get(column));
        }
        if (texts.getLast().isEmpty()) {
            problems.add(line.number() + ": because is empty");
        }
        return problems.size() > before
                ? null
                : new TableRow(line.number(), validFrom, cells, outputs, texts.getLast());
    }

    Decision decision(String table, String version, Map<String, String> matched) {
        return new Decision(outputs, because, line, table, version, matched);
    }

    boolean matches(Map<String, String> values, LocalDate on, Map<String, String> words) {
        return (validFrom == null || !validFrom.isAfter(on))
                && cells.entrySet().stream().allMatch(cell -> {
                    String value = values.getOrDefault(cell.getKey(), "");
                    return cell.getValue() instanceof Cell.Contains phrases
                            ? phrases.standIn(words.computeIfAbsent(cell.getKey(), key -> Cell.Contains.words(value)))
                            : cell.getValue().matches(value);
                });
    }

    Map<String, String> matched(Map<String, String> values) {
        Map<String, String> matched = new TreeMap<>();
        cells.forEach((column, cell) -> matched.put(column, cell.matched(values.getOrDefault(column, ""))));
        matched.values().removeIf(String::isEmpty);
        return matched;
    }

    boolean total(TableHead head) {
        return validFrom == null && head.inputs().stream().allMatch(input -> cells.get(input) instanceof Cell.Anything);
    }

    boolean hides(TableRow later) {
        return (validFrom == null || (later.validFrom != null && !validFrom.isAfter(later.validFrom)))
                && cells.entrySet().stream().allMatch(cell -> {
                    Cell other = later.cells.get(cell.getKey());
                    return other != null && cell.getValue().covers(other);
                });
    }
}
