package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer of a source as JSON: read strictly (RFC 8259) where it is well-formed, else with what careless servers write
 * in one field of one record (a byte that is no UTF-8, a line end inside of a text, {@code NaN}, {@code \d}), because the
 * other records of its page have to come in all the same. What was cut short is never JSON.
 */
public final class JsonAnswer {

    private static final JsonMapper STRICT = new JsonMapper();
    private static final JsonMapper CARELESS = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    static {
        CARELESS.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE) // the answer as a whole is bounded
                        .maxNumberLength(10_000)
                        .build());
    }

    private JsonAnswer() {}

    /**
     * Reads an answer.
     *
     * @return a missing node of none, or of an empty one
     * @throws IOException when it is no JSON, or was cut short
     */
    public static JsonNode read(byte @Nullable [] answer) throws IOException {
        if (answer == null) {
            return STRICT.missingNode();
        }
        try {
            return STRICT.readTree(answer);
        } catch (JsonProcessingException careless) {
            try (JsonParser parser = CARELESS.createParser(new String(answer, StandardCharsets.UTF_8))) {
                JsonNode node = CARELESS.readTree(parser);
                return node == null ? STRICT.missingNode() : node;
            }
        }
    }
}
