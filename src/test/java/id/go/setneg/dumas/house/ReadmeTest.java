package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.CaseState;
import id.go.setneg.dumas.complaint.ReferralState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final Pattern SETTING = Pattern.compile("`(hub\\.[a-z-]+\\.[a-z-]+)[`=]");
    private static final Pattern CLASS = Pattern.compile("`(\\w+(?:IT|Test))`");

    private static final Pattern COMMAND = Pattern.compile("(?m)(?<=`|^\\s{0,9})\\./mvnw [^`\n]+");
    private static final List<String> GOALS =
            List.of("test", "package", "verify", "spring-boot:run", "spring-boot:test-run", "spotless:apply");

    private final String readme = read(Path.of("README.md"));

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = LINK.matcher(readme)
                .results()
                .map(link -> link.group(1))
                .filter(path -> Files.notExists(Path.of(path)))
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test"))) {
            List<String> there = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(CLASS.matcher(readme).results().map(found -> found.group(1)))
                    .isNotEmpty()
                    .allMatch(there::contains);
        }
    }

    @Test
    void everySettingThatItNamesIsOne() {
        String yaml = read(Path.of("src/main/resources/application.yaml"));
        List<String> unknown = new ArrayList<>();
        SETTING.matcher(readme).results().map(found -> found.group(1)).forEach(name -> {
            String[] parts = name.split("\\.", -1);
            if (!Pattern.compile("(?m)^ *" + parts[1] + ":").matcher(yaml).find()
                    || !Pattern.compile("(?m)^ *" + parts[2] + ":")
                            .matcher(yaml)
                            .find()) {
                unknown.add(name);
            }
        });
        assertThat(unknown).isEmpty();
    }

    @Test
    void everyCommandCanBeTyped() throws IOException {
        String pom = read(Path.of("pom.xml"));
        List<String> problems = new ArrayList<>();
        List<String> commands = COMMAND.matcher(readme)
                .results()
                .map(found -> found.group().replace("`", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(3);
        for (String command : commands) {
            for (String word : command.split(" ", -1)) {
                boolean isKnown = word.startsWith("-P")
                        ? pom.contains("<id>" + word.substring(2) + "</id>")
                        : word.startsWith("-Dtest=")
                                ? names("src/test").contains(word.substring("-Dtest=".length()))
                                : word.startsWith("-D")
                                        || word.equals("./mvnw")
                                        || GOALS.contains(word)
                                        || (command.contains("-Dspring-boot.run.arguments=\"")
                                                && word.startsWith("--hub."));
                if (!isKnown) {
                    problems.add(command + ": what is " + word + "?");
                }
            }
        }
        assertThat(problems).isEmpty();
        assertThat(Files.isExecutable(Path.of("mvnw"))).isTrue();
        assertThat(readme).contains("-jar target/dumas-hub.jar");
        assertThat(pom).contains("<finalName>dumas-hub</finalName>");
    }

    private static List<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
        }
    }

    @Test
    void theTestCommandIsTheOneThatChecksWhatLands() {
        assertThat(readme).contains("./mvnw verify");
        assertThat(read(Path.of(".ci/run"))).containsPattern("(?m)^\\./mvnw .*\\bverify$");
    }

    @Test
    void theGlossaryNamesEveryState() {
        assertThat(Stream.concat(
                        Arrays.stream(CaseState.values()).map(Enum::name),
                        Arrays.stream(ReferralState.values()).map(Enum::name)))
                .allMatch(state -> readme.contains("`" + state + "`"));
    }

    @Test
    void theTopLevelIsTheAgreedOne() throws IOException {
        List<String> agreed = List.of(
                "pom.xml", "src", "routes", "mappings", "connectors", "README.md", "LICENSE", "mvnw", "mvnw.cmd");
        try (Stream<Path> files = Files.list(Path.of("."))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.startsWith("."))
                            .filter(name -> !List.of("target", "data", "config").contains(name)))
                    .isSubsetOf(agreed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
