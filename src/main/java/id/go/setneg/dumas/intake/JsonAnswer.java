package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a source answered, as JSON (RFC 8259). An answer that breaks the rules but is whole is read all the same, so that
 * one record's bad byte keeps no other record back: bytes that are no UTF-8 become U+FFFD; control characters in texts,
 * NaN, a comma too many and odd escapes are let pass. An answer that was cut is never taken for a whole one.
 *
 * @param content missing when nothing was answered
 * @param isMended whether it broke the rules
 */
public record JsonAnswer(JsonNode content, boolean isMended) {

    private static final ObjectMapper STRICT = new ObjectMapper();
    private static final ObjectMapper LENIENT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE) // an answer has a limit of its own
                            .maxNumberLength(100_000)
                            .build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .build();

    /**
     * Reads an answer.
     *
     * @throws AnswerCut when it was cut
     * @throws IOException when it is no JSON
     */
    public static JsonAnswer read(byte[] answer) throws IOException {
        try {
            return new JsonAnswer(STRICT.readTree(answer), false);
        } catch (IOException broken) {
            return mend(new String(answer, StandardCharsets.UTF_8).replace("\ufeff", ""));
        }
    }

    private static JsonAnswer mend(String text) throws IOException {
        try {
            return new JsonAnswer(LENIENT.readTree(text), true);
        } catch (IOException e) {
            throw e instanceof JsonEOFException || isOpen(text.strip()) ? new AnswerCut() : e;
        }
    }

    /** Whether it begins as JSON does and does not end so. */
    private static boolean isOpen(String text) {
        return (text.startsWith("{") && !text.endsWith("}")) || (text.startsWith("[") && !text.endsWith("]"));
    }

    @Override
    public String toString() {
        return "JsonAnswer[" + isMended + "]";
    }
}
