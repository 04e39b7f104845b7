package id.go.setneg.dumas.intake.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cells merged over several rows: Excel keeps the text in the first one, a reader sees it in all. */
final class Merges {

    static final Merges NONE = new Merges(List.of());

    private final Map<Integer, List<Merge>> byColumn = new HashMap<>();

    /**
     * One merge of at least two rows.
     *
     * @param column from 0
     * @param from first row, from 1
     * @param to last row
     */
    record Merge(int column, int from, int to) {}

    private final Map<Merge, String> texts = new HashMap<>();

    Merges(List<Merge> merges) {
        merges.forEach(merge -> byColumn.computeIfAbsent(merge.column(), column -> new ArrayList<>())
                .add(merge));
    }

    /** The row with the texts that it shares with rows above. */
    Row fill(Row row) {
        if (byColumn.isEmpty()) {
            return row;
        }
        List<String> cells = new ArrayList<>(row.cells());
        byColumn.forEach((column, merges) -> merges.stream()
                .filter(merge -> merge.from() <= row.number() && row.number() <= merge.to())
                .findFirst()
                .ifPresent(merge -> fill(cells, merge, row)));
        return new Row(row.sheet(), row.number(), cells, row.lost(), row.fault());
    }

    private void fill(List<String> cells, Merge merge, Row row) {
        if (merge.from() == row.number()) {
            texts.put(merge, row.cell(merge.column()));
        } else if (row.cell(merge.column()).isEmpty()) {
            while (cells.size() <= merge.column()) {
                cells.add("");
            }
            cells.set(merge.column(), texts.getOrDefault(merge, ""));
        }
    }
}
