package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A source's own id of a record, however it is written: {@code 12345}, {@code "12345"}, {@code 12345.0}, {@code 1.2345e4}
 * and {@code " 12 345 "} are one id. What is no whole number stays a tidy text.
 */
public final class RecordId {

    private static final int LONGEST = 40;

    private RecordId() {}

    /** Of a text or number; empty for anything else. */
    public static String of(JsonNode value) {
        return value.isTextual() || value.isNumber() ? of(value.asText()) : "";
    }

    public static String of(String written) {
        String text = Texts.tidy(written);
        String together = Texts.withoutBlanks(text);
        if (together.isEmpty() || together.length() > LONGEST) {
            return text;
        }
        if (together.chars().allMatch(letter -> letter >= '0' && letter <= '9')) {
            return together;
        }
        try {
            BigDecimal number = new BigDecimal(together).stripTrailingZeros();
            boolean isWhole = number.scale() <= 0 && number.precision() - (long) number.scale() <= LONGEST;
            return isWhole ? number.toBigIntegerExact().toString() : text;
        } catch (NumberFormatException e) {
            return text; // an id that is a word
        }
    }
}
