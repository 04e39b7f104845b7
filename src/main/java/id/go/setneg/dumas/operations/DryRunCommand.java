package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code java -jar dumas-hub.jar dry-run --days 30 --tables ./changed [--hub http://127.0.0.1:8080]}: which referrals of the
 * last days would be others, or tell something else, with the tables and mappings of a folder, which is shaped like {@code mappings/} and holds only
 * what changed. User and password come from {@code HUB_USER} and {@code HUB_PASSWORD}. Exit code 0: done; 2: wrong options or
 * folder; 3: the hub refused or cannot be reached.
 */
public final class DryRunCommand {

    /** The first argument that means this command. */
    public static final String NAME = "dry-run";

    private static final String USAGE =
            "usage: dry-run --days <1-366> --tables <folder> [--hub <url>], with HUB_USER and"
                    + " HUB_PASSWORD in the environment";
    private static final int DEEPEST = 3;
    private static final Set<String> OPTIONS = Set.of("days", "tables", "hub");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public DryRunCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Runs to the end of the cases.
     *
     * @param arguments without the command's name
     * @return the exit code
     */
    public int run(List<String> arguments) throws InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i).replaceFirst("^--", ""), arguments.get(i + 1));
        }
        boolean isComplete = options.keySet().containsAll(Set.of("days", "tables"))
                && OPTIONS.containsAll(options.keySet())
                && arguments.size() == 2 * options.size()
                && options.getOrDefault("days", "").matches("\\d{1,3}")
                && environment.containsKey("HUB_USER")
                && environment.containsKey("HUB_PASSWORD");
        if (!isComplete) {
            out.println(USAGE);
            return 2;
        }
        ObjectNode wanted = JSON.createObjectNode().put("days", Integer.parseInt(options.getOrDefault("days", "0")));
        try {
            List<String> others = read(Path.of(options.getOrDefault("tables", "")), wanted.putObject("files"));
            if (!others.isEmpty()) {
                out.println("Neither tables nor mappings, so they cannot be tried: " + String.join(", ", others));
                return 2;
            }
        } catch (IOException unreadable) {
            out.println("The folder cannot be read: " + unreadable.getClass().getSimpleName());
            return 2;
        }
        try {
            return run(options.getOrDefault("hub", "http://127.0.0.1:8080").replaceFirst("/+$", ""), wanted);
        } catch (IOException e) {
            out.println("The hub cannot be reached: " + e.getClass().getSimpleName());
            return 3;
        }
    }

    /** Examples beside tables and mappings are left out; what is nothing of these is returned. */
    private static List<String> read(Path folder, ObjectNode files) throws IOException {
        List<String> others = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.matches(".*\\.(csv|jslt)")) {
                    files.put(name, Files.readString(file));
                } else if (!name.matches(".*\\.((in|out)\\.json|error\\.txt)")) {
                    others.add(name);
                }
            }
        }
        return others;
    }

    private int run(String hub, ObjectNode wanted) throws IOException, InterruptedException {
        int cases = 0;
        int changes = 0;
        int refused = 0;
        while (true) {
            HttpResponse<String> answer = http.send(request(hub, wanted), BodyHandlers.ofString());
            JsonNode result = JSON.readTree(answer.body());
            if (answer.statusCode() != 200) {
                out.println("The hub refused (" + answer.statusCode() + "): "
                        + result.path("detail").asText());
                return 3;
            }
            for (JsonNode change : result.path("changes")) {
                print(change);
            }
            cases += result.path("cases").asInt();
            changes += result.path("changes").size();
            refused += result.path("refused").asInt();
            if (!result.path("next").isTextual()) {
                out.println(cases + " cases, " + changes + " would change, " + refused + " records would be refused");
                return 0;
            }
            wanted.set("after", result.path("next"));
        }
    }

    private void print(JsonNode change) {
        String number = change.path("number").asText() + ": ";
        if (!change.path("before").equals(change.path("after"))) {
            out.println(number + words(change.path("before")) + " -> " + words(change.path("after")) + " ("
                    + change.path("afterRow").asText() + ")");
        }
        for (JsonNode leaving : change.path("leaves")) {
            out.println(number + leaving.path("referral").asText() + ": "
                    + leaving.path("group").asText() + " "
                    + leaving.path("before").asText() + " -> "
                    + leaving.path("after").asText());
        }
    }

    private static String words(JsonNode list) {
        return String.join(" + ", JSON.convertValue(list, String[].class));
    }

    private HttpRequest request(String hub, ObjectNode wanted) {
        String login = environment.get("HUB_USER") + ":" + environment.get("HUB_PASSWORD");
        return HttpRequest.newBuilder(URI.create(hub + "/api/v1/dry-runs"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(wanted.toString()))
                .build();
    }
}
