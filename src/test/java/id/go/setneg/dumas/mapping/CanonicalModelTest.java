package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code src/docs/canonical-model.md} lists every field of a complaint with its description, an example and where each
 * source says it. The origins are found, not written: each value of each example is taken away or changed, and the fields
 * that change with it come from it. {@code -Dexamples.write=true} writes the file anew.
 */
class CanonicalModelTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path DOCUMENT = Path.of("src/docs/canonical-model.md");
    private static final Map<String, String> SOURCES = new LinkedHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, JsonNode> VARIABLES = Map.of("zone", TextNode.valueOf("Asia/Jakarta"));

    static {
        SOURCES.put("SPDE, interface", "spde/record-to-complaint");
        SOURCES.put("SPDE, export", "spde/row-to-complaint");
        SOURCES.put("mail", "mail/message-to-complaint");
        SOURCES.put("LAPOR!", "lapor/report-to-complaint");
    }

    private final Mappings mappings = new Mappings(MAPPINGS);
    private final Map<String, String[]> fields = new LinkedHashMap<>();

    @Test
    void theTableOfTheCanonicalModelIsTrue() throws IOException {
        JsonNode schema = JSON.readTree(
                MAPPINGS.resolve("canonical/complaint.schema.json").toFile());
        collect("", schema, schema);
        Map<String, Map<String, TreeSet<String>>> origins = new LinkedHashMap<>();
        SOURCES.forEach((source, mapping) -> origins.put(source, origins(mapping)));

        String document = document(origins);
        if (Boolean.getBoolean("examples.write")) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
    }

    @Test
    void everyFieldIsSaidBySomeSource() throws IOException {
        JsonNode schema = JSON.readTree(
                MAPPINGS.resolve("canonical/complaint.schema.json").toFile());
        collect("", schema, schema);
        var said = new TreeSet<String>();
        SOURCES.values().forEach(mapping -> said.addAll(origins(mapping).keySet()));
        assertThat(fields.keySet().stream()
                        .filter(field -> !fields.get(field)[2].isEmpty())
                        .filter(field -> !said.contains(field))
                        .filter(field -> !List.of("source", "channel").contains(field)))
                .as("fields that no example of any source fills: add an example, or take the field away")
                .isEmpty();
    }

    private void collect(String path, JsonNode object, JsonNode root) {
        object.path("properties").properties().forEach(each -> {
            String name = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            JsonNode property = each.getValue();
            boolean isList = "array".equals(property.path("type").asText());
            JsonNode type = resolved(isList ? property.path("items") : property, root);
            boolean isLeaf = !type.has("properties");
            fields.put(isList ? name + "[]" : name, new String[] {
                property.path("description").asText(),
                isLeaf ? property.path("examples").path(0).toString() : "",
                isLeaf ? "leaf" : ""
            });
            collect(isList ? name + "[]" : name, type, root);
        });
    }

    private static JsonNode resolved(JsonNode property, JsonNode root) {
        String reference = property.path("$ref").asText();
        return reference.isEmpty() ? property : root.at(reference.substring(1));
    }

    /** Canonical field → where the source says it. */
    private Map<String, TreeSet<String>> origins(String mapping) {
        Map<String, TreeSet<String>> origins = new TreeMap<>();
        try (var files = Files.list(MAPPINGS.resolve(mapping))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".in.json"))
                    .sorted()
                    .toList()) {
                JsonNode input = JSON.readTree(file.toFile());
                JsonNode whole = apply(mapping, input);
                if (whole != null) {
                    for (String leaf : leaves("", input)) {
                        for (JsonNode changed : List.of(without(input, leaf), other(input, leaf))) {
                            JsonNode output = apply(mapping, changed);
                            if (output != null) {
                                differences("", whole, output)
                                        .forEach(field -> origins.computeIfAbsent(field, f -> new TreeSet<>())
                                                .add(leaf.replaceAll("/\\d+", "[]")
                                                        .substring(1)
                                                        .replace('/', '.')));
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return origins;
    }

    private @Nullable JsonNode apply(String mapping, JsonNode input) {
        try {
            return mappings.apply(mapping, input, VARIABLES);
        } catch (MappingRefused refused) {
            return null;
        }
    }

    private static List<String> leaves(String path, JsonNode node) {
        var leaves = new ArrayList<String>();
        if (node.isObject()) {
            node.properties().forEach(each -> leaves.addAll(leaves(path + "/" + each.getKey(), each.getValue())));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                leaves.addAll(leaves(path + "/" + i, node.get(i)));
            }
        } else if (!node.isNull()) {
            leaves.add(path);
        }
        return leaves;
    }

    private static JsonNode without(JsonNode input, String leaf) {
        JsonNode copy = input.deepCopy();
        JsonPointer pointer = JsonPointer.compile(leaf);
        JsonNode parent = copy.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.remove(pointer.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.remove(pointer.last().getMatchingIndex());
        }
        return copy;
    }

    /** The input with another value there, for what cannot be left out. */
    private static JsonNode other(JsonNode input, String leaf) {
        JsonNode copy = input.deepCopy();
        JsonPointer pointer = JsonPointer.compile(leaf);
        if (copy.at(pointer.head()) instanceof ObjectNode object) {
            JsonNode value = input.at(pointer);
            object.put(pointer.last().getMatchingProperty(), value.asText() + "7");
        }
        return copy;
    }

    private static TreeSet<String> differences(String path, @Nullable JsonNode one, @Nullable JsonNode other) {
        var fields = new TreeSet<String>();
        boolean objects = (one == null || one.isObject()) && (other == null || other.isObject()) && one != other;
        if (objects && (one != null || other != null)) {
            var names = new TreeSet<String>();
            if (one != null) {
                one.fieldNames().forEachRemaining(names::add);
            }
            if (other != null) {
                other.fieldNames().forEachRemaining(names::add);
            }
            for (String name : names) {
                fields.addAll(differences(
                        path.isEmpty() ? name : path + "." + name,
                        one == null ? null : one.get(name),
                        other == null ? null : other.get(name)));
            }
        } else if ((one != null && one.isArray()) || (other != null && other.isArray())) {
            int size = Math.max(one == null ? 0 : one.size(), other == null ? 0 : other.size());
            boolean isLonger = (one == null ? 0 : one.size()) != (other == null ? 0 : other.size());
            for (int i = 0; i < size; i++) {
                JsonNode a = one == null ? null : one.get(i);
                JsonNode b = other == null ? null : other.get(i);
                fields.addAll(isLonger && a != null && b != null ? List.of() : differences(path + "[]", a, b));
            }
        } else if (one == null ? other != null : !one.equals(other)) {
            fields.add(path);
        }
        return fields;
    }

    private String document(Map<String, Map<String, TreeSet<String>>> origins) {
        var text = new StringBuilder("""
                # The canonical complaint, field by field
                Generated from [complaint.schema.json](../../mappings/canonical/complaint.schema.json) and from the examples of the
                mappings: a field comes from whatever changes it when it is taken away or changed. To write it anew:
                `./mvnw test -Dtest=CanonicalModelTest -Dexamples.write=true`.

                """);
        text.append("| field | meaning | example | ")
                .append(String.join(" | ", SOURCES.keySet()))
                .append(" |\n|---|---|---|")
                .append("---|".repeat(SOURCES.size()))
                .append('\n');
        fields.forEach((field, facts) -> text.append("| `")
                .append(field)
                .append("` | ")
                .append(facts[0].replace("|", "\\|"))
                .append(" | ")
                .append(facts[1].isEmpty() ? "" : "`" + facts[1].replace("|", "\\|") + "`")
                .append(" | ")
                .append(origins.values().stream()
                        .map(source -> source.getOrDefault(field, new TreeSet<>()).stream()
                                .map(origin -> "`" + origin + "`")
                                .collect(Collectors.joining(", ")))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return text.toString();
    }
}
