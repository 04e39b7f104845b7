package id.go.setneg.dumas.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A file of Camel's YAML DSL. */
record Yaml(Path file, JsonNode content) {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<Yaml> in(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Yaml::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Yaml read(Path file) {
        try {
            return new Yaml(file, YAML.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its ending. */
    String name() {
        return file.getFileName().toString().replace(".camel.yaml", "");
    }

    String folder() {
        return file.getParent().getFileName().toString();
    }

    JsonNode only() {
        return content.path(0);
    }

    /** Every step below a node, nested ones too; each a pair of its kind and its settings. */
    static List<Step> steps(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        collect(node, steps);
        return steps;
    }

    private static void collect(JsonNode node, List<Step> steps) {
        for (JsonNode step : node.path("steps")) {
            step.properties().forEach(kind -> {
                steps.add(new Step(kind.getKey(), kind.getValue()));
                collect(kind.getValue(), steps);
                kind.getValue().path("when").forEach(when -> collect(when, steps));
                collect(kind.getValue().path("otherwise"), steps);
            });
        }
    }

    record Step(String kind, JsonNode settings) {
        String id() {
            return settings.path("id").asText();
        }
    }
}
