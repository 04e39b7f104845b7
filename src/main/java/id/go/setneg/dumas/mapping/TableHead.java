package id.go.setneg.dumas.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * The heading of a decision table.
 *
 * @param arrow where the column between inputs and outputs stands
 * @param validFrom where the column of days stands, negative when there is none
 */
record TableHead(List<String> columns, List<String> inputs, int arrow, int validFrom) {

    private static final String ARROW = "->";
    private static final String BECAUSE = "because";
    private static final String VALID_FROM = "valid_from";

    static TableHead of(List<TableLine> lines, List<String> problems) {
        List<String> columns = lines.isEmpty() ? List.of() : lines.getFirst().cells();
        int arrow = columns.indexOf(ARROW);
        int validFrom = columns.indexOf(VALID_FROM);
        if (arrow < 1 || arrow > columns.size() - 3 || !BECAUSE.equals(columns.getLast())) {
            problems.add("1: the heading must be: inputs, ->, outputs, because");
        }
        if (new HashSet<>(columns).size() != columns.size()) {
            problems.add("1: two columns have the same name");
        }
        if (validFrom > arrow) {
            problems.add("1: valid_from must stand before ->");
        }
        var inputs = new ArrayList<>(columns.subList(0, Math.max(arrow, 0)));
        inputs.remove(VALID_FROM);
        return new TableHead(List.copyOf(columns), List.copyOf(inputs), arrow, validFrom);
    }
}
