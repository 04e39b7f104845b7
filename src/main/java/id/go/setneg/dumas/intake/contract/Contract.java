package id.go.setneg.dumas.intake.contract;

import com.fasterxml.jackson.databind.JsonNode;
import id.go.setneg.dumas.mapping.Shape;
import id.go.setneg.dumas.mapping.WrittenDates;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source's record is known to look like, from a JSON Schema (2020-12) of {@code type}, {@code enum},
 * {@code properties}, {@code additionalProperties}, {@code items} and local {@code $ref}; and of {@code format: day},
 * which is ours: a day in any form that {@link WrittenDates} reads. Made for one thing: to walk a record quickly and name every
 * place that differs. Paths are known beforehand, so a record as expected costs nothing.
 */
final class Contract {

    private static final int DEEPEST = 20;

    private final Place root;

    /** What differs. */
    enum What {
        UNKNOWN_FIELD,
        NEW_VALUE,
        OTHER_TYPE
    }

    /** Hears of each difference; {@code path} holds no data. */
    @FunctionalInterface
    interface Listener {
        void differs(String path, What what, JsonNode example);
    }

    /** JSON's types; an integer is a number, too. */
    private enum Type {
        NULL(1),
        BOOLEAN(2),
        INTEGER(4),
        FRACTION(8),
        NUMBER(4 + 8),
        STRING(16),
        ARRAY(32),
        OBJECT(64);

        private final int bits;

        Type(int bits) {
            this.bits = bits;
        }
    }

    /**
     * One place of a record.
     *
     * @param types which it may have, a bit each; 0 for any
     * @param values the texts that it may be, absent for any
     * @param isOpen whether fields without a place are expected
     * @param element what its elements are, absent for anything
     * @param isDay whether a text is a day
     */
    private record Place(
            String path,
            int types,
            @Nullable Set<String> values,
            Map<String, Place> fields,
            boolean isOpen,
            @Nullable Place element,
            boolean isDay) {

        boolean expects(JsonNode value) {
            String text = value.asText();
            return (values == null || values.contains(text))
                    && (!isDay
                            || text.isBlank()
                            || value.isNull()
                            || WrittenDates.day(text, ZoneOffset.UTC).isPresent());
        }
    }

    /**
     * Compiles a schema.
     *
     * @throws IllegalArgumentException when a word of it is not understood
     */
    Contract(JsonNode schema) {
        root = place(schema, schema, "", 0);
    }

    /** Names every difference of a record. */
    void walk(JsonNode record, Listener listener) {
        walk(record, root, listener);
    }

    private static void walk(JsonNode value, Place place, Listener listener) {
        boolean isCode = place.values() != null;
        if ((place.types() != 0 && !fits(value, place.types())) || (isCode && value.isContainerNode())) {
            listener.differs(place.path().isEmpty() ? "/" : place.path(), What.OTHER_TYPE, value);
            return;
        }
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                Place known = place.fields().get(field.getKey());
                if (known != null) {
                    walk(field.getValue(), known, listener);
                } else if (!place.isOpen()) {
                    String path = place.path() + "/" + Shape.name(field.getKey());
                    listener.differs(path, What.UNKNOWN_FIELD, field.getValue());
                }
            }
        } else if (value.isArray()) {
            Place element = place.element();
            if (element != null) {
                for (JsonNode one : value) {
                    walk(one, element, listener);
                }
            }
        } else if (!place.expects(value)) {
            listener.differs(place.path(), What.NEW_VALUE, value);
        }
    }

    private static boolean fits(JsonNode value, int types) {
        Type type = switch (value.getNodeType()) {
            case NULL, MISSING -> Type.NULL;
            case BOOLEAN -> Type.BOOLEAN;
            case NUMBER -> value.isIntegralNumber() ? Type.INTEGER : Type.FRACTION;
            case ARRAY -> Type.ARRAY;
            case OBJECT, POJO -> Type.OBJECT;
            case STRING, BINARY -> Type.STRING;
        };
        return (types & type.bits) != 0;
    }

    private static Place place(JsonNode schema, JsonNode whole, String path, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException(path + ": deeper than " + DEEPEST);
        }
        JsonNode reference = schema.path("$ref");
        if (reference.isTextual()) {
            JsonNode target = whole.at(reference.asText().replaceFirst("^#", ""));
            if (target.isMissingNode()) {
                throw new IllegalArgumentException(path + ": nothing at " + reference.asText());
            }
            return place(target, whole, path, depth + 1);
        }
        Map<String, Place> fields = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            fields.put(field.getKey(), place(field.getValue(), whole, path + "/" + field.getKey(), depth + 1));
        }
        JsonNode items = schema.path("items");
        return new Place(
                path,
                types(schema.path("type"), path),
                values(schema.path("enum")),
                Map.copyOf(fields),
                schema.path("additionalProperties").asBoolean(true),
                items.isObject() ? place(items, whole, path + "/[]", depth + 1) : null,
                schema.path("format").asText().equals("day"));
    }

    private static int types(JsonNode type, String path) {
        int types = 0;
        for (JsonNode one : type.isArray() ? type : type.isTextual() ? Set.of(type) : Set.<JsonNode>of()) {
            try {
                types |= Type.valueOf(one.asText().toUpperCase(Locale.ROOT)).bits;
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(path + ": no type of JSON is named " + one.asText(), unknown);
            }
        }
        return types;
    }

    private static @Nullable Set<String> values(JsonNode values) {
        if (!values.isArray()) {
            return null;
        }
        Set<String> texts = new HashSet<>();
        values.forEach(value -> texts.add(value.asText()));
        return Set.copyOf(texts);
    }
}
