package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every mapping gives what its examples say: {@code <fact>.in.json} with {@code <fact>.out.json} or {@code <fact>.error.txt}.
 * {@code -Dexamples.write=true} writes what they give now, to be reviewed as a diff.
 */
class MappingExamplesTest {

    private static final Path FOLDER = Path.of("mappings");
    private static final boolean WRITE = Boolean.getBoolean("examples.write");
    private static final Map<String, JsonNode> VARIABLES = Map.of("zone", TextNode.valueOf("Asia/Jakarta"));
    private static final Canonical CANONICAL = new Canonical(FOLDER.resolve("canonical"));
    private static final Mappings MAPPINGS = new Mappings(FOLDER);
    private static final ObjectMapper PRETTY = CANONICAL.json().copy().enable(SerializationFeature.INDENT_OUTPUT);

    @TestFactory
    Stream<DynamicTest> everyExampleStillMaps() {
        return mappings()
                .flatMap(mapping -> examples(mapping).stream())
                .map(in -> DynamicTest.dynamicTest(FOLDER.relativize(in).toString(), in.toUri(), () -> check(in)));
    }

    @Test
    void everyMappingHasExamplesAndEveryInboundOneRefuses() {
        var problems = new ArrayList<String>();
        mappings().forEach(mapping -> {
            List<Path> examples = examples(mapping);
            boolean inbound = mapping.endsWith("-to-complaint");
            boolean maps = examples.stream().anyMatch(in -> Files.exists(beside(in, ".out.json")));
            if (examples.size() < (inbound && maps ? 12 : inbound ? 5 : 2)) {
                problems.add(mapping + " has only " + examples.size() + " examples");
            }
            if (inbound && examples.stream().noneMatch(in -> Files.exists(beside(in, ".error.txt")))) {
                problems.add(mapping + " has no refused example");
            }
            int lines = lines(FOLDER.resolve(mapping + ".jslt"));
            if (lines > 80) {
                problems.add(mapping + " has " + lines + " lines, at most 80");
            }
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void everyExampleFolderBelongsToAMappingOrTable() throws IOException {
        try (var files = Files.walk(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".in.json"))
                            .map(file -> file.getParent().toString())
                            .distinct()
                            .filter(folder -> !Files.exists(Path.of(folder + ".jslt"))
                                    && !Files.exists(Path.of(folder + ".csv"))))
                    .isEmpty();
        }
    }

    @Test
    void theSameLetterIsTheSameComplaintFromTheInterfaceAndFromTheFolder() throws IOException {
        Path record = FOLDER.resolve("spde/record-to-complaint/A letter that is also in the drop folder.in.json");
        Path row = FOLDER.resolve("spde/row-to-complaint/A letter that the interface also gives.in.json");
        assertThat(complaint("spde/row-to-complaint", row)).isEqualTo(complaint("spde/record-to-complaint", record));
    }

    @Test
    void theSameMailInTwoMailboxesIsTheSameComplaint() throws IOException {
        for (String date : List.of("2026-11-24T08:00:00+07:00", "1970-01-01T00:00:00+07:00")) {
            var first = (ObjectNode)
                    PRETTY.readTree(FOLDER.resolve("mail/message-to-complaint/An ordinary complaint.in.json")
                            .toFile());
            var second = first.deepCopy();
            first.put("date", date).put("mailbox", "dumas").put("receivedAt", "2026-11-24T08:00:05+07:00");
            second.put("date", date).put("mailbox", "persuratan").put("receivedAt", "2026-11-24T08:03:00+07:00");
            assertThat(complaint("mail/message-to-complaint", second))
                    .isEqualTo(complaint("mail/message-to-complaint", first));
        }
    }

    @Test
    void whatChangesOnEveryPollIsNotInTheComplaint() throws IOException {
        var letter = (ObjectNode) PRETTY.readTree(FOLDER.resolve("spde/record-to-complaint/An ordinary letter.in.json")
                .toFile());
        var report = (ObjectNode) PRETTY.readTree(FOLDER.resolve("lapor/report-to-complaint/An ordinary report.in.json")
                .toFile());
        String before = complaint("spde/record-to-complaint", letter) + complaint("lapor/report-to-complaint", report);
        letter.put("status", "Selesai").put("diubahPada", "2027-01-01T00:00:00+07:00");
        report.put("updated_at", "01-01-2027 00:00:00");
        assertThat(complaint("spde/record-to-complaint", letter) + complaint("lapor/report-to-complaint", report))
                .isEqualTo(before);
    }

    private static void check(Path in) throws IOException {
        String mapping = FOLDER.relativize(in.getParent()).toString();
        String result;
        String other;
        Path expected;
        try {
            result = mapping.endsWith("-to-complaint")
                    ? complaint(mapping, in)
                    : PRETTY.writeValueAsString(MAPPINGS.apply(mapping, input(mapping, in), VARIABLES)) + "\n";
            expected = beside(in, ".out.json");
            other = ".error.txt";
        } catch (MappingRefused refused) {
            result = refused.getMessage() + "\n";
            expected = beside(in, ".error.txt");
            other = ".out.json";
        }
        if (WRITE) {
            Files.writeString(expected, result);
            Files.deleteIfExists(beside(in, other));
        }
        assertThat(expected).as("%s", result).exists();
        assertThat(result).isEqualTo(Files.readString(expected));
    }

    /** What outgoing mappings are given is itself one of our messages. */
    private static JsonNode input(String mapping, Path in) throws IOException {
        JsonNode input = PRETTY.readTree(in.toFile());
        String noun = mapping.replaceFirst(".*/", "").replaceFirst("-to-.*", "");
        assertThat(CANONICAL.problems(noun, input)).isEmpty();
        return input;
    }

    private static String complaint(String mapping, Path in) throws IOException {
        return complaint(mapping, PRETTY.readTree(in.toFile()));
    }

    private static String complaint(String mapping, JsonNode input) throws IOException {
        return PRETTY.writeValueAsString(CANONICAL.complaint(MAPPINGS.apply(mapping, input, VARIABLES))) + "\n";
    }

    private static Stream<String> mappings() {
        return walk(".jslt").stream()
                .map(file -> FOLDER.relativize(file).toString().replace(".jslt", ""))
                .filter(name -> name.contains("-to-")) // the others are modules of these
                .sorted();
    }

    private static List<Path> examples(String mapping) {
        Path folder = FOLDER.resolve(mapping);
        return walk(".in.json").stream()
                .filter(file -> folder.equals(file.getParent()))
                .sorted()
                .toList();
    }

    private static List<Path> walk(String ending) {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path beside(Path in, String ending) {
        return Path.of(in.toString().replace(".in.json", ending));
    }
}
