package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** A plain HTTP client with headers that it always sends. */
record Caller(String base, Map<String, String> headers) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, Map.of());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return Json.read(get(path).body());
    }

    HttpResponse<String> post(String path, String body, Map<String, String> more)
            throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)), path, more);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, Map<String, String> more)
            throws IOException, InterruptedException {
        request.uri(URI.create(path.startsWith("http") ? path : base + path));
        headers.forEach(request::header);
        more.forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
