package id.go.setneg.dumas.intake.sheet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row read by its heading.
 *
 * @param sheet the sheet's name, empty where a file has only one
 * @param number the row's number in the sheet, or the line in a text file, from 1
 * @param known text by column, every column of the heading
 * @param others text by title, of columns that are not known
 * @param lost columns whose value the file itself has lost
 * @param unreadable why the row could not be read
 */
public record Letter(
        String sheet,
        int number,
        Map<String, String> known,
        Map<String, String> others,
        List<String> lost,
        @Nullable String unreadable) {

    /** A column's text, empty where there is none. */
    public String text(String column) {
        return known.getOrDefault(column, "");
    }

    @Override
    public String toString() {
        return "Letter[" + number + "]";
    }
}
