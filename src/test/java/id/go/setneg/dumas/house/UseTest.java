package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UseTest {

    private static final Pattern MAP = Pattern.compile("(?:uri: \"?map:|')([\\w-]+/[\\w-]+-to-[\\w-]+)");

    private static final Pattern IMPORT = Pattern.compile("import \"([\\w/-]+)\\.jslt\"");

    @Test
    void everyMappingIsUsedAndEveryUsedOneIsThere() throws IOException {
        List<String> used = Yaml.in("routes").stream()
                .flatMap(file -> MAP.matcher(file.text()).results().map(found -> found.group(1)))
                .toList();
        List<String> imported = names(".jslt").stream()
                .flatMap(name -> IMPORT.matcher(read(Path.of("mappings", name + ".jslt")))
                        .results())
                .map(found -> found.group(1))
                .toList();
        assertThat(names(".jslt"))
                .as("a mapping is called by a route as map:<name>, or imported by one that is")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(used.stream(), imported.stream())
                        .distinct()
                        .toList());
    }

    @Test
    void everyConnectorIsUsed() throws IOException {
        String routes = Yaml.in("routes").stream().map(Yaml::text).collect(Collectors.joining());
        String java = java();
        List<String> unused = new ArrayList<>();
        for (Yaml connector : Yaml.in("connectors")) {
            boolean byRoute = routes.contains("routeTemplateRef: " + connector.name());
            boolean byAgencyWay = connector.name().startsWith("agency-")
                    && (java.contains("\"" + connector.name() + "\"") || java.contains("\"agency-\""));
            if (!byRoute && !byAgencyWay) {
                unused.add(connector.name());
            }
        }
        assertThat(unused)
                .as("a connector is the template of a route, or of an agency's way")
                .isEmpty();
    }

    @Test
    void everyTableAndSchemaIsUsed() throws IOException {
        String all = java() + contracts();
        List<String> mappings = names(".jslt"); // <noun>-to-<noun>: MappingExamplesTest checks inputs of ours, too
        List<String> unused = new ArrayList<>();
        Stream.concat(names(".csv").stream(), names(".schema.json").stream())
                .map(name -> name.substring(name.lastIndexOf('/') + 1))
                .filter(name -> !all.contains("\"" + name + "\"")
                        && !all.contains(name + ".csv")
                        && !all.contains(name + ".schema.json")
                        && mappings.stream().noneMatch(mapping -> mapping.contains("/" + name + "-to-")))
                .forEach(unused::add);
        assertThat(unused)
                .as("a table is read by the desk, a schema by code or a contract")
                .isEmpty();
    }

    private static List<String> names(String ending) throws IOException {
        Path folder = Path.of("mappings");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .map(file -> folder.relativize(file).toString().replace(ending, ""))
                    .sorted()
                    .toList();
        }
    }

    private static String java() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/house/"))
                    .map(UseTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String contracts() {
        return read(Path.of("mappings/canonical/openapi.yaml")) + read(Path.of("mappings/canonical/asyncapi.yaml"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
