package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a source sends, a mapping gives a complaint that satisfies its schema, or refuses it cleanly. */
class AnyInputTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Mappings MAPPINGS = new Mappings(FOLDER);
    private static final Canonical CANONICAL = new Canonical(FOLDER.resolve("canonical"));
    private static final Map<String, JsonNode> VARIABLES = Map.of("zone", TextNode.valueOf("Asia/Jakarta"));
    private static final List<Example> EXAMPLES = examples();
    private static final String CANARY = "KENARI-8412";

    private record Example(String mapping, ObjectNode input, List<JsonPointer> places) {

        @Override
        public String toString() {
            return mapping;
        }
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void aRecordWithAnyValueAnywhereIsMappedOrRefused(
            @ForAll("examples") Example example, @ForAll("values") JsonNode value, @ForAll int at) {
        ObjectNode input = example.input().deepCopy();
        put(input, example.places().get(Math.floorMod(at, example.places().size())), value);

        assertThatItIsMappedOrRefused(example.mapping(), input);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void anyObjectIsMappedOrRefused(@ForAll("examples") Example example, @ForAll("objects") ObjectNode input) {
        assertThatItIsMappedOrRefused(example.mapping(), input);
    }

    private static void assertThatItIsMappedOrRefused(String mapping, JsonNode input) {
        try {
            JsonNode mapped = MAPPINGS.apply(mapping, input, VARIABLES);
            byte[] bytes = CANONICAL.bytes(CANONICAL.complaint(mapped));
            assertThat(CANONICAL.problems("complaint", JSON.readTree(bytes))).isEmpty();
        } catch (MappingRefused refused) {
            assertThat(refused.getMessage()).isNotBlank();
            if (!input.has("unreadable")) { // a word of our own reader, never of a source
                assertThat(refused.getMessage()).doesNotContain(CANARY);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Provide("examples")
    Arbitrary<Example> anExample() {
        return Arbitraries.of(EXAMPLES);
    }

    @Provide
    Arbitrary<JsonNode> values() {
        return Arbitraries.lazyOf(
                () -> Arbitraries.strings().ofMaxLength(60).map(TextNode::valueOf),
                () -> Arbitraries.strings().all().ofMaxLength(30).map(text -> TextNode.valueOf(CANARY + text)),
                () -> Arbitraries.of(
                                "",
                                " ",
                                "null",
                                "0",
                                "-1",
                                "99999999999999999999",
                                "2026-02-30",
                                "31/02/2026",
                                "24-11-2026 25:61:61",
                                "+999999999-12-31T23:59:59Z",
                                "[1,2].",
                                "\u0000",
                                "\ud800",
                                "<" + "a".repeat(5_000),
                                "&".repeat(5_000),
                                "DUMAS-9999-999999-99",
                                "Kepada: ".repeat(500))
                        .map(TextNode::valueOf),
                () -> Arbitraries.longs().map(LongNode::valueOf),
                () -> Arbitraries.doubles().map(DoubleNode::valueOf),
                () -> Arbitraries.bigIntegers().map(BigIntegerNode::valueOf),
                () -> Arbitraries.of(BooleanNode.TRUE, BooleanNode.FALSE, NullNode.instance),
                () -> values().list().ofMaxSize(4).map(AnyInputTest::array),
                () -> objects().map(object -> object));
    }

    @Provide
    Arbitrary<ObjectNode> objects() {
        List<String> names = EXAMPLES.stream()
                .flatMap(example -> {
                    var all = new ArrayList<String>();
                    example.input().fieldNames().forEachRemaining(all::add);
                    return all.stream();
                })
                .distinct()
                .toList();
        return Arbitraries.maps(Arbitraries.of(names), values())
                .ofMaxSize(6)
                .map(fields -> JsonNodeFactory.instance.objectNode().setAll(fields));
    }

    private static ArrayNode array(List<JsonNode> values) {
        return JsonNodeFactory.instance.arrayNode().addAll(values);
    }

    private static void put(ObjectNode input, JsonPointer place, JsonNode value) {
        JsonNode parent = input.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        }
    }

    private static List<Example> examples() {
        var all = new ArrayList<Example>();
        for (String mapping : List.of(
                "spde/record-to-complaint",
                "spde/row-to-complaint",
                "mail/message-to-complaint",
                "lapor/report-to-complaint")) {
            try (var files = Files.list(FOLDER.resolve(mapping))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".in.json"))
                        .sorted()
                        .toList()) {
                    ObjectNode input = (ObjectNode) JSON.readTree(file.toFile());
                    var places = new ArrayList<JsonPointer>();
                    collect(JsonPointer.empty(), input, places);
                    if (!places.isEmpty()) {
                        all.add(new Example(mapping, input, places));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    private static void collect(JsonPointer at, JsonNode node, List<JsonPointer> places) {
        if (node.isObject()) {
            node.properties().forEach(each -> {
                places.add(at.appendProperty(each.getKey()));
                collect(at.appendProperty(each.getKey()), each.getValue(), places);
            });
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                places.add(at.appendIndex(i));
                collect(at.appendIndex(i), node.get(i), places);
            }
        }
    }
}
