package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import id.go.setneg.dumas.complaint.Complaint;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanonicalTest {

    private static final Path FOLDER = Path.of("mappings/canonical");
    private static final Canonical CANONICAL = new Canonical(FOLDER);
    private static final ObjectMapper JSON = CANONICAL.json();

    @Test
    void everySchemaIsValidAgainstTheMetaSchema() throws IOException {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        for (String name : CANONICAL.schemas()) {
            assertThat(meta.validate(schema(name))).as(name).isEmpty();
        }
    }

    @Test
    void everyPropertyIsDescribedWithExamplesAndEveryObjectIsClosed() throws IOException {
        var problems = new ArrayList<String>();
        for (String name : CANONICAL.schemas()) {
            described(name, schema(name), problems);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyExampleOfASchemaSatisfiesIt() throws IOException {
        for (String name : CANONICAL.schemas()) {
            for (JsonNode example : schema(name).path("examples")) {
                assertThat(CANONICAL.problems(name, example)).as(name).isEmpty();
            }
        }
    }

    @Test
    void theSchemaAndTheRecordComplaintNameTheSameProperties() throws IOException {
        JsonNode root = schema("complaint");
        assertThat(names(root)).isEqualTo(components(Complaint.class));
        var parts = Map.ofEntries(
                Map.entry("agenda", Complaint.Agenda.class),
                Map.entry("letter", Complaint.Letter.class),
                Map.entry("complainant", Complaint.Complainant.class),
                Map.entry("accused", Complaint.Accused.class),
                Map.entry("place", Complaint.Place.class),
                Map.entry("matter", Complaint.Matter.class),
                Map.entry("namedAgency", Complaint.NamedAgency.class),
                Map.entry("direction", Complaint.Direction.class),
                Map.entry("disposition", Complaint.Disposition.class),
                Map.entry("attachment", Complaint.Attachment.class),
                Map.entry("origin", Complaint.Origin.class),
                Map.entry("archive", Complaint.Archive.class));
        parts.forEach((part, type) ->
                assertThat(names(root.path("$defs").path(part))).as(part).isEqualTo(components(type)));
        assertThat(root.path("$defs").size()).isEqualTo(parts.size());
    }

    @Test
    void whatTheRecordCannotMissIsRequiredBySchemaAndNothingElse() throws IOException {
        JsonNode root = schema("complaint");
        var required = Arrays.stream(Complaint.class.getRecordComponents())
                .filter(component -> Arrays.stream(component.getAnnotatedType().getAnnotations())
                        .noneMatch(a -> a.annotationType().getSimpleName().equals("Nullable")))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        var said = new TreeSet<String>();
        root.path("required").forEach(name -> said.add(name.asText()));
        assertThat(said).isEqualTo(required);
    }

    @Test
    void aComplaintIsReadAndWrittenWithoutChange() throws IOException {
        JsonNode example = schema("complaint").path("examples").path(0);
        Complaint complaint = CANONICAL.complaint(example);
        byte[] bytes = CANONICAL.bytes(complaint);
        assertThat(JSON.readTree(bytes)).isEqualTo(example);
        assertThat(CANONICAL.bytes(CANONICAL.complaint(JSON.readTree(bytes)))).isEqualTo(bytes);
    }

    @Test
    void problemsNamePathAndKeywordButNoValue() throws IOException {
        var update =
                (ObjectNode) schema("status-update").path("examples").path(0).deepCopy();
        update.put("status", "Contoh Warga Satu").put("9999010101900001", "x").remove("at");
        assertThat(CANONICAL.problems("status-update", update))
                .containsExactly("/: additionalProperties", "/: required at", "/status: enum");
        assertThatThrownBy(() -> CANONICAL.complaint(update))
                .isInstanceOf(MappingRefused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("Contoh", "9999"));
    }

    @Test
    void aStatusUpdateIsBounded() throws IOException {
        var update = (ObjectNode) schema("status-update").path("examples").path(0);
        for (var wrong : Map.of(
                        "id", "two words",
                        "referral", "PRES/2026/004512",
                        "at", "kemarin",
                        "note", "x".repeat(4001),
                        "letterNumber", "a\u0000b")
                .entrySet()) {
            var changed = update.deepCopy().put(wrong.getKey(), wrong.getValue());
            assertThat(CANONICAL.problems("status-update", changed))
                    .as(wrong.getKey())
                    .hasSize(1)
                    .allMatch(problem -> problem.startsWith("/" + wrong.getKey()));
        }
        assertThat(CANONICAL.problems("status-update", JSON.readTree("[]"))).isNotEmpty();
        assertThat(CANONICAL.problems("status-update", update.deepCopy().put("note", "x".repeat(4000))))
                .isEmpty();
    }

    @Test
    void theAgencyDirectorySatisfiesItsSchema() throws IOException {
        JsonNode directory = JSON.readTree(Files.readAllBytes(Path.of("mappings/agencies/directory.json")));
        assertThat(CANONICAL.problems("agency-directory", directory)).isEmpty();
    }

    @Test
    void everyFolderThatIsWrongIsRefusedNamingTheFile(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.schema.json"), "{\n\"type\": }");
        Files.writeString(folder.resolve("nameless.schema.json"), "{\"type\": \"object\"}");
        assertThatThrownBy(() -> new Canonical(folder))
                .isInstanceOf(MappingBroken.class)
                .hasMessageContaining("broken.schema.json:2: is not JSON")
                .hasMessageContaining("nameless.schema.json: $id must be");
    }

    private static void described(String at, JsonNode node, List<String> problems) {
        if (node.path("type").asText().equals("object")
                && node.has("properties")
                && node.path("additionalProperties").asBoolean(true)) {
            problems.add(at + ": additionalProperties must be false");
        }
        node.path("properties").properties().forEach(property -> {
            if (!property.getValue().has("description") || !property.getValue().has("examples")) {
                problems.add(at + "/" + property.getKey() + ": needs description and examples");
            }
        });
        node.properties().forEach(child -> {
            if (!child.getKey().equals("examples")) {
                described(at + "/" + child.getKey(), child.getValue(), problems);
            }
        });
    }

    private static Set<String> names(JsonNode schema) {
        var names = new TreeSet<String>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode schema(String name) throws IOException {
        return JSON.readTree(Files.readAllBytes(FOLDER.resolve(name + ".schema.json")));
    }
}
