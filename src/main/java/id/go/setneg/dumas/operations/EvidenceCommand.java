package id.go.setneg.dumas.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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

/**
 * {@code java -jar dumas-hub.jar evidence --case DUMAS-2026-000123-38 --out pack.zip [--with-key] [--hub
 * http://127.0.0.1:8080]}: fetches the evidence pack of a case from a running hub. User (an officer) and password come from
 * {@code HUB_USER} and {@code HUB_PASSWORD}. Exit code 0: written; 2: wrong options; 3: the hub refused or cannot be reached.
 */
public final class EvidenceCommand {

    /** The first argument that means this command. */
    public static final String NAME = "evidence";

    private static final String USAGE = "usage: evidence --case <number> --out <file> [--with-key] [--hub <url>],"
            + " with HUB_USER and HUB_PASSWORD in the environment";

    private final Map<String, String> environment;
    private final PrintStream out;

    public EvidenceCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /**
     * Fetches and writes.
     *
     * @param arguments without the command's name
     * @return the exit code
     */
    public int run(List<String> arguments) throws InterruptedException {
        List<String> pairs = new ArrayList<>(arguments);
        boolean withKey = pairs.remove("--with-key");
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            options.put(pairs.get(i), pairs.get(i + 1));
        }
        String number = options.get("--case");
        String file = options.get("--out");
        boolean isComplete = Set.of("--case", "--out", "--hub").containsAll(options.keySet())
                && pairs.size() == 2 * options.size()
                && environment.containsKey("HUB_USER")
                && environment.containsKey("HUB_PASSWORD");
        if (!isComplete || number == null || file == null || !number.matches("[A-Z0-9-]{1,40}")) {
            out.println(USAGE);
            return 2;
        }
        String hub = options.getOrDefault("--hub", "http://127.0.0.1:8080").replaceFirst("/+$", "");
        try {
            return fetch(URI.create(hub + "/api/v1/cases/" + number + "/evidence?withKey=" + withKey), Path.of(file));
        } catch (IOException e) {
            out.println("No pack was written: " + e.getClass().getSimpleName());
            return 3;
        }
    }

    private int fetch(URI pack, Path file) throws IOException, InterruptedException {
        String login = environment.get("HUB_USER") + ":" + environment.get("HUB_PASSWORD");
        HttpRequest request = HttpRequest.newBuilder(pack)
                .timeout(Duration.ofMinutes(5))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .build();
        HttpResponse<byte[]> answer = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .build()
                .send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            out.println("The hub refused (" + answer.statusCode() + ")");
            return 3;
        }
        Files.write(file, answer.body());
        out.println(file + ": " + answer.body().length + " bytes");
        return 0;
    }
}
