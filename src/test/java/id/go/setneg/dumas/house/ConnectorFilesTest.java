package id.go.setneg.dumas.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConnectorFilesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([\\w.-]+)}}");
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|key|secret).*");
    private static final int MOST_LINES = 115;

    @Test
    void everyConnectorIsADescribedTemplate() {
        List<String> problems = new ArrayList<>();
        for (Yaml file : Yaml.in("connectors")) {
            JsonNode template = file.only().path("routeTemplate");
            if (!template.path("id").asText().equals(file.name())) {
                problems.add(file.file() + ": the id of the routeTemplate is the file's name");
            }
            for (JsonNode described : List.of(template, template.path("route"))) {
                if (!described.path("description").asText().matches("[A-Z].*\\.")) {
                    problems.add(file.file() + ": describe the template and its route in one sentence each");
                }
            }
            if (template.path("route").path("group").asText().isEmpty()) {
                problems.add(file.file() + ": name the outside system as group");
            }
            if (file.text().lines().count() > MOST_LINES) {
                problems.add(file.file() + ": more than " + MOST_LINES + " lines, one dialogue a file");
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyParameterIsDescribedAndUsed() {
        List<String> problems = new ArrayList<>();
        for (Yaml file : Yaml.in("connectors")) {
            JsonNode template = file.only().path("routeTemplate");
            Set<String> declared = new HashSet<>();
            for (JsonNode parameter : template.path("parameters")) {
                String name = parameter.path("name").asText();
                String description = parameter.path("description").asText();
                declared.add(name);
                if (description.isEmpty()) {
                    problems.add(file.file() + ": describe the parameter " + name);
                }
                if (SECRET.matcher(name).matches() && !description.endsWith("(secret)")) {
                    problems.add(file.file() + ": the description of " + name + " ends in (secret)");
                }
            }
            template.path("beans")
                    .forEach(bean -> declared.add(bean.path("name").asText()));
            Set<String> used = PLACEHOLDER
                    .matcher(template.path("route").toString() + template.path("beans"))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            declared.stream()
                    .filter(name -> !used.contains(name))
                    .forEach(name -> problems.add(file.file() + ": the parameter " + name + " is not used"));
            used.stream()
                    .filter(name -> !declared.contains(name))
                    .forEach(name -> problems.add(file.file() + ": declare " + name + " as a parameter"));
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void everyInstanceGivesWhatItsConnectorAsksAndNoSecretStandsInAFile() {
        List<String> problems = new ArrayList<>();
        var connectors = Yaml.in("connectors").stream().collect(Collectors.toMap(Yaml::name, file -> file));
        for (Yaml file : Yaml.in("routes")) {
            JsonNode instance = file.only().path("templatedRoute");
            if (instance.isMissingNode()) {
                continue;
            }
            Yaml connector = connectors.get(instance.path("routeTemplateRef").asText());
            if (connector == null) {
                problems.add(file.file() + ": no such connector");
                continue;
            }
            Set<String> given = new HashSet<>();
            for (JsonNode parameter : instance.path("parameters")) {
                String name = parameter.path("name").asText();
                given.add(name);
                if (SECRET.matcher(name).matches()
                        && !parameter.path("value").asText().matches("\\{\\{[\\w.-]+}}")) {
                    problems.add(file.file() + ": " + name + " is a secret, name its setting");
                }
            }
            connector.only().path("routeTemplate").path("parameters").forEach(parameter -> {
                if (!given.remove(parameter.path("name").asText())) {
                    problems.add(
                            file.file() + ": give " + parameter.path("name").asText());
                }
            });
            given.forEach(name -> problems.add(file.file() + ": its connector knows no " + name));
        }
        assertThat(problems).isEmpty();
    }
}
