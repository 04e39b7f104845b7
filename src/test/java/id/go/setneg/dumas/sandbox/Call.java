package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
final class Call {

    private final HttpExchange exchange;
    private final Map<String, String> query = new HashMap<>();
    private byte @Nullable [] body;

    Call(HttpExchange exchange) {
        this.exchange = exchange;
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Method and path, such as {@code GET /surat}, without the base. */
    String line(String base) {
        String path = exchange.getRequestURI().getPath();
        return exchange.getRequestMethod() + " " + (path.startsWith(base) ? path.substring(base.length()) : path);
    }

    boolean isGet() {
        return exchange.getRequestMethod().equals("GET");
    }

    @Nullable
    String query(String name) {
        return query.get(name);
    }

    /** A positive number from the query. */
    int number(String name, int otherwise) {
        String text = query.getOrDefault(name, "");
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : otherwise;
    }

    @Nullable
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    byte[] body() throws IOException {
        byte[] read = body;
        if (read == null) {
            read = exchange.getRequestBody().readAllBytes();
            body = read;
        }
        return read;
    }

    JsonNode json() throws IOException {
        return Json.read(new String(body(), StandardCharsets.UTF_8));
    }

    void json(int status, JsonNode answer) throws IOException {
        text(status, "application/json", answer.toString());
    }

    /** An error in the form of RFC 9457. */
    void problem(int status, String title) throws IOException {
        var problem =
                Json.object().put("type", "about:blank").put("title", title).put("status", status);
        text(status, "application/problem+json", problem.toString());
    }

    void text(int status, String type, String answer) throws IOException {
        body();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    void bytes(int status, String type, byte[] answer) throws IOException {
        body();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
    }

    /** Answers with a validator (RFC 9110), or that nothing changed since the caller got it. */
    void validated(String type, byte[] answer) throws IOException {
        String etag = "\"" + Integer.toHexString(Arrays.hashCode(answer)) + "\"";
        if (etag.equals(header("If-None-Match"))) {
            bytes(304, type, new byte[0]);
        } else {
            with("ETag", etag).bytes(200, type, answer);
        }
    }

    Call with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        return this;
    }

    /** Closes the connection without a word: the caller cannot know what became of its request. */
    void drop() {
        exchange.close();
    }
}
