package id.go.setneg.dumas.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The packaged hub as an installer runs it: a process of its own, which can be killed and started again. */
final class HubProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target", "dumas-hub.jar");
    private static final int KILLED = 128 + 9; // SIGKILL, as a shell tells it
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString("operator:sandbox".getBytes(StandardCharsets.UTF_8));
    private static final List<String> FEEDS =
            List.of("spde-register", "spde-drop-folder", "lapor-reports", "dumas-mailbox", "persuratan-mailbox");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<String> command = new ArrayList<>();
    private final String base;
    private final Path log;
    private @Nullable Process process;

    /** @param log gets all that the hub prints, over all its lives */
    HubProcess(Map<String, String> properties, Path log) throws IOException {
        assertThat(JAR).as("built by the package phase").exists();
        base = "http://127.0.0.1:" + properties.get("server.port");
        this.log = log;
        Files.createDirectories(log.toAbsolutePath().getParent());
        Files.deleteIfExists(log);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Dsun.misc.unsafe.memory.access=allow", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", JAR.toString()));
        properties.forEach((name, value) -> command.add("--" + name + "=" + value));
    }

    /** Starts without waiting until it is ready. */
    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"))
                .start();
    }

    /** Waits until it takes requests; fails when it has ended instead. */
    void awaitReady() {
        await("the hub to start, see " + log)
                .dontCatchUncaughtExceptions()
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .failFast("the hub has ended, see " + log, () -> !running().isAlive())
                .until(() -> status("/actuator/health/readiness") == 200);
    }

    /** Ends it as a power cut of the process would: nothing of the hub runs any more. */
    void kill() throws InterruptedException {
        Process doomed = running();
        assertThat(doomed.isAlive()).as("the hub still ran, see " + log).isTrue();
        doomed.destroyForcibly();
        assertThat(doomed.waitFor()).as("killed, not stopped").isEqualTo(KILLED);
    }

    /** Ends it as an installer would. */
    void stop() throws InterruptedException {
        Process asked = running();
        asked.destroy();
        if (!asked.waitFor(40, TimeUnit.SECONDS)) {
            asked.destroyForcibly().waitFor();
        }
    }

    /** What all destinations still have to send, as the console shows it; -1 when it does not answer. */
    long waiting() throws InterruptedException {
        try {
            return StreamSupport.stream(ask("Destinations").spliterator(), false)
                    .mapToLong(destination -> destination.path("waiting").asLong())
                    .sum();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Whether each source has been read to its end since then. */
    boolean hasReadEveryFeed(Instant since) throws InterruptedException {
        try {
            return StreamSupport.stream(ask("Feeds").spliterator(), false)
                            .filter(feed -> FEEDS.contains(feed.path("name").asText()))
                            .filter(feed -> feed.hasNonNull("lastSuccess"))
                            .filter(feed -> OffsetDateTime.parse(
                                            feed.path("lastSuccess").asText())
                                    .toInstant()
                                    .isAfter(since))
                            .count()
                    == FEEDS.size();
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode ask(String attribute) throws IOException, InterruptedException {
        var question = JSON.createObjectNode()
                .put("type", "read")
                .put("mbean", "id.go.setneg.dumas:type=Hub")
                .put("attribute", attribute);
        JsonNode answer = JSON.readTree(send(request("/hawtio/jolokia/")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question.toString())))
                .body());
        if (answer.path("status").asInt() != 200) {
            throw new IOException("the hub does not say its " + attribute);
        }
        return answer.path("value");
    }

    Path log() {
        return log;
    }

    private int status(String path) throws InterruptedException {
        try {
            return send(request(path)).statusCode();
        } catch (IOException e) {
            return -1;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(5))
                .header("Authorization", LOGIN);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private Process running() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("the hub was never started");
        }
        return running;
    }

    @Override
    public void close() {
        Process left = process;
        if (left != null) {
            left.destroyForcibly();
        }
        client.close();
    }
}
