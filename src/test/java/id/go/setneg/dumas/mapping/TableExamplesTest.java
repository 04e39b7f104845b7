package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every decision table can be read (so it is total, without a hidden row) and decides what its examples say. */
class TableExamplesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TestFactory
    Stream<DynamicTest> everyExampleIsStillDecided() throws IOException {
        return tables().stream()
                .flatMap(table -> examples(table).stream()
                        .map(in -> DynamicTest.dynamicTest(
                                FOLDER.relativize(in).toString(), in.toUri(), () -> check(table, in))));
    }

    @Test
    void everyRowIsReachedByAnExample() throws IOException {
        var problems = new ArrayList<String>();
        for (Path table : tables()) {
            var decisions = DecisionTable.read(table);
            var missed = new HashSet<>(decisions.lines());
            for (Path in : examples(table)) {
                missed.remove(decide(decisions, in).line());
            }
            missed.forEach(line -> problems.add(table + ":" + line + ": no example reaches this row"));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyAgencyThatATableNamesIsInTheDirectory() throws IOException {
        var directory = Directory.read(FOLDER.resolve("agencies/directory.json"));
        for (Path table : tables()) {
            var decisions = DecisionTable.read(table);
            for (Path in : examples(table)) {
                String agency = decide(decisions, in).outputs().getOrDefault("agency", "");
                assertThat(agency.isEmpty()
                                || directory.find(new AgencyCode(agency)).isPresent())
                        .as(agency)
                        .isTrue();
            }
        }
    }

    private static void check(Path table, Path in) throws IOException {
        var decision = decide(DecisionTable.read(table), in);
        var said = new LinkedHashMap<String, Object>();
        said.put("outputs", decision.outputs());
        said.put("because", decision.because());
        String result = JSON.writeValueAsString(said) + "\n";
        Path out = Path.of(in.toString().replace(".in.json", ".out.json"));
        if (Boolean.getBoolean("examples.write")) {
            Files.writeString(out, result);
        }
        assertThat(result).isEqualTo(Files.readString(out));
    }

    /** {@code on} is the day to decide for; all else are inputs. */
    private static Decision decide(DecisionTable table, Path in) throws IOException {
        Map<String, String> inputs = JSON.readValue(in.toFile(), new TypeReference<>() {});
        String on = inputs.remove("on");
        return on == null ? table.decide(inputs) : table.decide(inputs, LocalDate.parse(on));
    }

    private static List<Path> tables() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .filter(file -> !file.startsWith(FOLDER.resolve("calendar"))) // days, not decisions
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> examples(Path table) {
        try (var files = Files.list(Path.of(table.toString().replace(".csv", "")))) {
            return files.filter(file -> file.toString().endsWith(".in.json"))
                    .sorted()
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
