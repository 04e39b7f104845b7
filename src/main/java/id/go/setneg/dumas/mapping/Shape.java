package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What JSON looks like without what it says: letters are {@code a}, digits {@code 9}, a text is cut after 24 characters,
 * an array shows its first element, and a name that looks like data is shaped itself. Nobody is recognised by it.
 */
public final class Shape {

    private static final int LONGEST_TEXT = 24;
    private static final int DEEPEST = 8;
    private static final String KEPT = " .,:;/+-_@#()[]<>&'\"%=?!*|";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_.-]{0,39}[0-9]{0,2}");

    private Shape() {}

    /**
     * The shape of a value.
     *
     * @param longest how long the answer may be; what is more is cut
     */
    public static String of(JsonNode value, int longest) {
        var shape = new StringBuilder();
        write(value, shape, longest, 0);
        return shape.length() > longest ? shape.substring(0, longest - 1) + "…" : shape.toString();
    }

    /** A field's name as it is when it is a name; else its shape. */
    public static String name(String field) {
        return NAME.matcher(field).matches() ? field : text(field);
    }

    private static void write(JsonNode value, StringBuilder shape, int longest, int depth) {
        if (shape.length() > longest) {
            return;
        }
        if (depth > DEEPEST) {
            shape.append('…');
        } else if (value.isObject()) {
            object(value, shape, longest, depth);
        } else if (value.isArray()) {
            shape.append('[');
            if (!value.isEmpty()) {
                write(value.get(0), shape, longest, depth + 1);
                shape.append(" × ").append(value.size());
            }
            shape.append(']');
        } else if (value.isTextual()) {
            shape.append('"').append(text(value.textValue())).append('"');
        } else {
            shape.append(value.isBoolean() ? "boolean" : value.isNumber() ? text(value.asText()) : "null");
        }
    }

    private static void object(JsonNode value, StringBuilder shape, int longest, int depth) {
        Map<String, JsonNode> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        String between = "{";
        for (Map.Entry<String, JsonNode> field : fields.entrySet()) {
            shape.append(between).append(name(field.getKey())).append(": ");
            write(field.getValue(), shape, longest, depth + 1);
            between = ", ";
        }
        shape.append(fields.isEmpty() ? "{}" : "}");
    }

    private static String text(String text) {
        var shape = new StringBuilder();
        text.codePoints().limit(LONGEST_TEXT).forEach(c -> shape.appendCodePoint(shaped(c)));
        return text.codePointCount(0, text.length()) > LONGEST_TEXT
                ? shape.append('…').toString()
                : shape.toString();
    }

    private static int shaped(int c) {
        if (Character.isLetter(c)) {
            return 'a';
        }
        if (Character.isDigit(c)) {
            return '9';
        }
        return KEPT.indexOf(c) >= 0 ? c : '·';
    }
}
