package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

/** Reports a status to the hub's HTTP API. */
final class Callback implements Clerk.Messenger {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Supplier<Hub> hub;
    private final String authorization;

    Callback(Supplier<Hub> hub, String code, String password) {
        this.hub = hub;
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((code + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void hand(ObjectNode update) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        hub.get().status(update.path("referral").asText()))
                .timeout(Duration.ofSeconds(10))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 204) {
            throw new IOException("the hub answered " + status);
        }
    }
}
