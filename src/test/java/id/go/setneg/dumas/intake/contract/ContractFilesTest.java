package id.go.setneg.dumas.intake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contracts and the examples of the mappings say the same. */
class ContractFilesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an example is about, and the contract therefore knows nothing of. */
    private static final Set<String> ODD = Set.of(
            "A classification that is no word is refused: /sifat OTHER_TYPE",
            "A letter with a year that is no number is refused: /tahunAgenda OTHER_TYPE",
            "A report whose flags say neither yes nor no is protected: /is_anonymous NEW_VALUE",
            "A report whose flags say neither yes nor no is protected: /is_secret NEW_VALUE",
            "A report whose flags say neither yes nor no is protected: /is_hidden NEW_VALUE",
            "A report whose ids are fractions: /id OTHER_TYPE",
            "A report whose ids are fractions: /tracking_id OTHER_TYPE",
            "A report whose ids are fractions: /user/nik OTHER_TYPE",
            "A report whose ids are fractions: /disposition_id OTHER_TYPE",
            "A report whose ids are fractions: /copy_externals/[] OTHER_TYPE",
            "A report whose ids are fractions: /attachments/[] OTHER_TYPE",
            "A report whose incident is a number of seconds: /date_of_incident OTHER_TYPE",
            "A report whose incident is no day: /date_of_incident NEW_VALUE",
            "A report with an unknown status word: /status_name NEW_VALUE",
            "A row of a secret letter in capitals: /derajat NEW_VALUE", // taken, and noticed
            "A row of a secret letter in capitals: /kepada NEW_VALUE",
            "A row of a secret letter in capitals: /sifat NEW_VALUE",
            "A row whose classification is unknown is refused: /sifat NEW_VALUE",
            "A row with its scans: /lain/No UNKNOWN_FIELD", // a column that nobody knows
            "A secret letter: /sifat NEW_VALUE",
            "An unknown classification is refused: /sifat NEW_VALUE");

    @Test
    void everyMappingOfASourceHasAContractAndEveryContractAMapping() {
        assertThat(names(".contract.json")).isNotEmpty().isEqualTo(names("-to-complaint.jslt"));
    }

    @Test
    void everyContractIsASchema() throws IOException {
        var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        for (String name : names(".contract.json")) {
            JsonNode schema =
                    JSON.readTree(FOLDER.resolve(name + ".contract.json").toFile());
            assertThat(meta.validate(schema)).as(name).isEmpty();
            assertThat(schema.path("$id").asText()).isEqualTo("urn:id:go:setneg:dumas-hub:contract:" + name);
        }
    }

    @Test
    void theExamplesOfAMappingKeepItsContract() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String name : names(".contract.json")) {
            var contract = new Contract(
                    JSON.readTree(FOLDER.resolve(name + ".contract.json").toFile()));
            try (Stream<Path> examples = Files.list(FOLDER.resolve(name + "-to-complaint"))) {
                examples.filter(file -> file.toString().endsWith(".in.json"))
                        .sorted()
                        .forEach(file -> {
                            String fact = file.getFileName().toString().replace(".in.json", "");
                            contract.walk(
                                    read(file),
                                    (path, what, example) -> differences.add(fact + ": " + path + " " + what));
                        });
            }
        }
        assertThat(differences)
                .as("write what a source may send into its .contract.json; what an example has on purpose, into ODD")
                .containsExactlyInAnyOrderElementsOf(ODD);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String ending) {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> names = new TreeSet<>();
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(
                            file -> names.add(FOLDER.relativize(file).toString().replace(ending, "")));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
