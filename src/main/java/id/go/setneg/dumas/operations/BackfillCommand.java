package id.go.setneg.dumas.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar dumas-hub.jar backfill --source lapor --from 2026-01-01 --to 2026-02-01 [--rate 10] [--hub
 * http://127.0.0.1:8080]}: asks a running hub for a backfill and tells how far it is. User and password come from
 * {@code HUB_USER} and {@code HUB_PASSWORD}. Exit code 0: done; 1: it failed or was cancelled; 2: wrong options; 3: the hub
 * refused or cannot be reached. Stopping the command does not stop the backfill.
 */
public final class BackfillCommand {

    /** The first argument that means this command. */
    public static final String NAME = "backfill";

    private static final String USAGE = "usage: backfill --source <source> --from <yyyy-mm-dd> --to <yyyy-mm-dd>"
            + " [--rate <records a second>] [--hub <url>], with HUB_USER and HUB_PASSWORD in the environment";
    private static final Set<String> OPTIONS = Set.of("source", "from", "to", "rate", "hub");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final PrintStream out;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    public BackfillCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Runs to the end of the backfill.
     *
     * @param arguments without the command's name
     * @return the exit code
     */
    public int run(List<String> arguments) throws InterruptedException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i).replaceFirst("^--", ""), arguments.get(i + 1));
        }
        boolean isComplete = options.keySet().containsAll(Set.of("source", "from", "to"))
                && OPTIONS.containsAll(options.keySet())
                && arguments.size() == 2 * options.size()
                && options.getOrDefault("rate", "1").matches("\\d{1,4}")
                && environment.containsKey("HUB_USER")
                && environment.containsKey("HUB_PASSWORD");
        if (!isComplete) {
            out.println(USAGE);
            return 2;
        }
        try {
            return run(options);
        } catch (IOException e) {
            out.println("The hub cannot be reached: " + e.getClass().getSimpleName());
            return 3;
        }
    }

    private int run(Map<String, String> options) throws IOException, InterruptedException {
        String api = options.getOrDefault("hub", "http://127.0.0.1:8080").replaceFirst("/+$", "") + "/api/v1/backfills";
        ObjectNode wanted = JSON.createObjectNode();
        Set.of("source", "from", "to").forEach(name -> wanted.put(name, options.get(name)));
        if (options.containsKey("rate")) {
            wanted.put("rate", Integer.parseInt(options.get("rate")));
        }
        HttpResponse<String> begun = send(request(api)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted.toString())));
        if (begun.statusCode() != 202) {
            out.println("The hub refused (" + begun.statusCode() + "): "
                    + json(begun).path("detail").asText());
            return 3;
        }
        String id = json(begun).path("id").asText();
        String said = "";
        while (true) {
            HttpResponse<String> answer = send(request(api + "/" + id).GET());
            JsonNode status = json(answer);
            String state = status.path("state").asText("UNKNOWN, HTTP " + answer.statusCode());
            String line = state + ": " + status.path("taken").asLong() + " new, "
                    + status.path("known").asLong() + " known, "
                    + status.path("parked").asLong() + " parked, "
                    + status.path("moved").asLong() + " moved back"
                    + (status.path("outcome").isTextual()
                            ? ", " + status.path("outcome").asText()
                            : "");
            if (!line.equals(said)) {
                out.println(line);
                said = line;
            }
            if (!state.equals("RUNNING")) {
                return state.equals("DONE") ? 0 : 1;
            }
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        var never = new CountDownLatch(1);
        if (never.await(1, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    private HttpRequest.Builder request(String url) {
        String login = environment.get("HUB_USER") + ":" + environment.get("HUB_PASSWORD");
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            JsonNode read = JSON.readTree(answer.body());
            return read == null ? JSON.createObjectNode() : read;
        } catch (JsonProcessingException noJson) {
            return JSON.createObjectNode();
        }
    }
}
