package id.go.setneg.dumas.intake.sheet;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in its file.
 *
 * @param sheet the sheet's name, empty where a file has only one
 * @param number the row's number in the sheet, or the line in a text file, from 1
 * @param cells trimmed texts, empty where there is nothing
 * @param lost the columns (from 0) whose value the file itself has lost: digits beyond Excel's fifteen, {@code #REF!}
 * @param fault why the row cannot be read
 */
record Row(
        String sheet,
        int number,
        List<String> cells,
        Set<Integer> lost,
        @Nullable String fault) {

    Row(String sheet, int number, List<String> cells) {
        this(sheet, number, cells, Set.of(), null);
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
