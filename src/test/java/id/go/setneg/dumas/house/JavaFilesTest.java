package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JavaFilesTest {

    private static final int MOST_LINES = 300;
    private static final Map<String, String> LARGE = Map.of(
            "Complaint.java",
            "the canonical model, every field documented, reads best on one page",
            "CaseEvent.java",
            "every fact that a journal can hold, each a few lines, on one page",
            "Walk.java",
            "how a list that changes while it is read is read to its end, one thing whose parts need each other");
    private static final Pattern VIRTUAL = Pattern.compile("ofVirtual|newVirtualThread");
    private static final Map<Pattern, String> SMELLS = new LinkedHashMap<>();

    static {
        SMELLS.put(Pattern.compile("Thread\\.sleep"), "wait for what you wait for");
        SMELLS.put(Pattern.compile("@Disabled"), "mend the test or delete it");
        SMELLS.put(Pattern.compile("extends RouteBuilder"), "write the route in routes/");
        SMELLS.put(Pattern.compile("TODO|FIXME"), "do it, or write an issue");
        SMELLS.put(Pattern.compile("printStackTrace"), "log it without data");
        SMELLS.put(Pattern.compile("catch \\([^)]*\\) *\\{\\s*}"), "say why nothing is to be done");
        SMELLS.put(Pattern.compile("@Value\\("), "write a settings record");
        SMELLS.put(
                Pattern.compile("(class|record|interface|enum) \\w+(Util|Utils|Helper|Manager|Impl|Service|Dto)\\b"),
                "name what it is");
    }

    @Test
    void noFileSmells() throws IOException {
        List<String> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("JavaFilesTest.java"))
                    .toList()) {
                String text = Files.readString(file);
                SMELLS.forEach((smell, instead) -> {
                    if (smell.matcher(text).find()) {
                        problems.add(file + ": " + smell + "; " + instead);
                    }
                });
                if (file.startsWith("src/main") && VIRTUAL.matcher(text).find()) {
                    problems.add(file + ": a virtual thread; decision 0023 says why there is none");
                }
                if (file.startsWith("src/main")
                        && !LARGE.containsKey(file.getFileName().toString())
                        && text.lines().count() > MOST_LINES) {
                    problems.add(file + ": more than " + MOST_LINES + " lines, is it two things?");
                }
            }
        }
        assertThat(problems).isEmpty();
    }
}
