package id.go.setneg.dumas.mapping;

import java.util.Map;

/**
 * What a decision table says, and where it says so.
 *
 * @param outputs value by output column; an empty text where the cell is empty
 * @param because the reason that the row gives
 * @param line the row's line in the file, 1 is the heading
 * @param table the file's name without ending, such as {@code routing}
 * @param version the first 12 hexadecimal digits of the file's SHA-256
 */
public record Decision(Map<String, String> outputs, String because, int line, String table, String version) {

    public Decision {
        outputs = Map.copyOf(outputs);
    }

    /**
     * One output.
     *
     * @throws IllegalArgumentException when the table has no such output
     */
    public String output(String column) {
        String value = outputs.get(column);
        if (value == null) {
            throw new IllegalArgumentException("table " + table + " has no output " + column);
        }
        return value;
    }
}
