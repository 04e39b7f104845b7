package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RouteFilesTest {

    private static final JsonSchema CANONICAL = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl-canonical.json"));
    private static final int MOST_STEPS = 8;
    private static final int MOST_LINES = 90;
    private static final Set<String> NOT_IN_A_ROUTE =
            Set.of("log", "script", "process", "marshal", "unmarshal", "transform");

    @Test
    void everyFileIsCanonicalAndOneFlow() {
        List<String> problems = new ArrayList<>();
        Stream.concat(Yaml.in("routes").stream(), Yaml.in("connectors").stream())
                .forEach(file -> {
                    CANONICAL
                            .validate(file.content())
                            .forEach(message ->
                                    problems.add(file.file() + ": write canonical YAML: " + message.getMessage()));
                    if (file.content().size() != 1) {
                        problems.add(file.file() + ": one flow a file, move the others out");
                    }
                    if (file.text()
                            .lines()
                            .skip(1)
                            .anyMatch(line -> line.strip().startsWith("#"))) {
                        problems.add(file.file() + ": visual editors delete comments, write a description or note");
                    }
                });
        assertThat(problems).isEmpty();
    }

    @Test
    void everyRouteSaysWhatItIs() {
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Yaml file : Yaml.in("routes")) {
            JsonNode flow = file.only();
            String id = flow.path("route").path("id").asText()
                    + flow.path("templatedRoute").path("routeId").asText()
                    + flow.path("routeConfiguration").path("id").asText();
            if (!id.equals(file.name())) {
                problems.add(file.file() + ": the id is the file's name, not " + id);
            }
            if (!ids.add(id)) {
                problems.add(file.file() + ": the id " + id + " is there twice");
            }
            JsonNode route = flow.path("route");
            if (route.isObject()) {
                if (!route.path("description").asText().matches("[A-Z].*\\.")) {
                    problems.add(file.file() + ": describe the route in one sentence");
                }
                if (!route.path("group").asText().equals(file.folder())) {
                    problems.add(file.file() + ": the group is the folder, " + file.folder());
                }
                if (route.path("from").path("steps").size() > MOST_STEPS) {
                    problems.add(file.file() + ": more than " + MOST_STEPS + " steps, cut at a seam");
                }
                if (file.text().lines().count() > MOST_LINES) {
                    problems.add(file.file() + ": more than " + MOST_LINES + " lines, cut at a seam");
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyStepHasASpeakingId() {
        List<String> problems = new ArrayList<>();
        for (Yaml file : Yaml.in("routes")) {
            check(file, file.only().path("route").path("from"), file.name(), problems);
        }
        for (Yaml file : Yaml.in("connectors")) {
            check(
                    file,
                    file.only().path("routeTemplate").path("route").path("from"),
                    "\\{\\{\\w+}}(\\.status)?",
                    problems);
        }
        assertThat(problems).isEmpty();
    }

    private static void check(Yaml file, JsonNode from, String prefix, List<String> problems) {
        String form = prefix + "\\.[a-z-]+";
        if (from.isObject() && !from.path("id").asText().matches(form)) {
            problems.add(file.file() + ": name the from <route>.<verb>, not '"
                    + from.path("id").asText() + "'");
        }
        for (Yaml.Step step : Yaml.steps(from)) {
            if (!step.id().matches(form)) {
                problems.add(file.file() + ": name the " + step.kind() + " <route>.<verb>, not '" + step.id() + "'");
            }
            if (NOT_IN_A_ROUTE.contains(step.kind())) {
                problems.add(file.file() + ": no " + step.kind() + " in a route; call a mapping or a bean");
            }
        }
    }
}
