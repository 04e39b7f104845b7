package id.go.setneg.dumas.mapping;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a decision table says, and where it says so.
 *
 * @param outputs value by output column, in their order; an empty text where the cell is empty
 * @param because the reason that the row gives
 * @param line the row's line in the file, 1 is the heading
 * @param table the file's name without ending, such as {@code routing}
 * @param version the first 12 hexadecimal digits of the file's SHA-256
 * @param matched what the row asks and was given, by input column: the words of the table, not those of the input
 */
public record Decision(
        Map<String, String> outputs,
        String because,
        int line,
        String table,
        String version,
        Map<String, String> matched) {

    public Decision {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        matched = Collections.unmodifiableMap(new LinkedHashMap<>(matched));
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
