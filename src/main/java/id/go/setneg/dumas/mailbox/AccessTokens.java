package id.go.setneg.dumas.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The access token of the hub, kept until shortly before it expires; safe for use by several mailboxes at once. */
final class AccessTokens {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final long USUAL_SECONDS = 3600; // RFC 6749 only recommends to say it

    private final TokenSource source;
    private final Clock clock;
    private @Nullable Kept kept;

    private record Kept(String token, Instant until) {}

    AccessTokens(TokenSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A token that is good now.
     *
     * @throws UncheckedIOException when there is none to be had; no message contains a secret
     */
    synchronized String token() {
        try {
            return switch (source) {
                case TokenSource.File file -> Files.readString(file.path()).strip();
                case TokenSource.Endpoint endpoint -> token(endpoint);
            };
        } catch (IOException e) {
            throw new UncheckedIOException("no access token for the mail server", e);
        }
    }

    /** The mail server has refused a token, whatever its time says; another one that came meanwhile is kept. */
    synchronized void forget(String refused) {
        if (kept != null && kept.token().equals(refused)) {
            kept = null;
        }
    }

    private String token(TokenSource.Endpoint endpoint) throws IOException {
        Kept known = kept;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = ask(endpoint);
            kept = known;
        }
        return known.token();
    }

    private Kept ask(TokenSource.Endpoint endpoint) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form(endpoint)))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("the token endpoint answers HTTP " + answer.statusCode());
            }
            return kept(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a token", e);
        }
    }

    private Kept kept(String answer) throws IOException {
        JsonNode json;
        try {
            json = JSON.readTree(answer);
        } catch (IOException e) {
            throw new IOException("the token endpoint does not answer in JSON"); // the cause quotes the answer
        }
        String token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            throw new IOException("the token endpoint answers without a token");
        }
        Duration lasts = Duration.ofSeconds(json.path("expires_in").asLong(USUAL_SECONDS));
        Duration good = lasts.compareTo(EARLY.multipliedBy(2)) > 0 ? lasts.minus(EARLY) : lasts.dividedBy(2);
        return new Kept(token, clock.instant().plus(good));
    }

    private static String form(TokenSource.Endpoint endpoint) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "client_credentials");
        fields.put("client_id", endpoint.clientId());
        fields.put("client_secret", endpoint.clientSecret());
        if (!endpoint.scope().isBlank()) {
            fields.put("scope", endpoint.scope());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
