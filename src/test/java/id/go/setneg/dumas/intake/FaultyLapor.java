package id.go.setneg.dumas.intake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A LAPOR! on 127.0.0.1 whose next answers a test writes; without one it lists its reports, two a page. */
final class FaultyLapor implements AutoCloseable {

    private static final int SIZE = 2;

    /**
     * What is answered instead of the list.
     *
     * @param status 0 breaks the connection
     */
    record Answer(int status, String body, Map<String, String> headers) {
        static Answer of(int status, String body) {
            return new Answer(status, body, Map.of());
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> always = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Map<Integer, String> reports = Collections.synchronizedMap(new TreeMap<>());
    private volatile String gatewayKey = "kunci";

    FaultyLapor() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/lapor/3.0.0";
    }

    /** Every request so far: path and query. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    int asked(String path) {
        return (int) asked().stream().filter(line -> line.startsWith(path)).count();
    }

    void gatewayKey(String key) {
        gatewayKey = key;
    }

    void answerNext(Answer... next) {
        answers.addAll(List.of(next));
    }

    /** What a path is always answered with. */
    void answer(String path, Answer answer) {
        always.put(path, answer);
    }

    void put(int id, String changed) {
        reports.put(id, changed);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/lapor/3.0.0", "");
            String query = exchange.getRequestURI().getQuery();
            asked.add(path + "?" + query);
            Answer next = next(exchange, path, query == null ? "" : query);
            if (next.status() == 0) {
                exchange.getResponseHeaders().set("Content-Length", "1000");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("{\"results\":".getBytes(StandardCharsets.UTF_8));
                return;
            }
            byte[] body = next.body().getBytes(StandardCharsets.UTF_8);
            next.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(next.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer next(HttpExchange exchange, String path, String query) {
        if (!("Bearer " + gatewayKey).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return Answer.of(401, "{\"fault\":{\"code\":900901}}");
        }
        if (!"token".equals(exchange.getRequestHeaders().getFirst("token"))) {
            return Answer.of(401, "{\"status\":401,\"message\":\"Token klien tidak valid\"}");
        }
        Answer fixed = always.get(path);
        Answer written = fixed == null && path.equals("/complaints") ? answers.poll() : fixed;
        if (written != null) {
            return written;
        }
        return path.equals("/complaints")
                ? Answer.of(200, list(query))
                : Answer.of(404, "{\"status\":404,\"message\":\"Data tidak ditemukan\"}");
    }

    private String list(String query) {
        int page = Integer.parseInt(query.replaceFirst(".*\\bpage=(\\d+).*", "$1"));
        String since = query.contains("updated_since=")
                ? query.replaceFirst(".*updated_since=([^&]*).*", "$1").replace('+', ' ')
                : "";
        List<Map.Entry<Integer, String>> listed = List.copyOf(new TreeMap<>(reports).entrySet()).stream()
                .filter(one -> one.getValue().compareTo(since) >= 0)
                .sorted(Map.Entry.comparingByValue())
                .toList();
        String data = listed.stream()
                .skip((page - 1L) * SIZE)
                .limit(SIZE)
                .map(one -> "{\"id\":" + one.getKey() + ",\"updated_at\":\""
                        + one.getValue().replace(' ', 'T') + "+07:00\",\"content\":\"Jalan rusak\"}")
                .collect(Collectors.joining(","));
        String next = listed.size() > page * SIZE ? "\"" + url() + "/complaints?page=" + (page + 1) + "\"" : "null";
        return "{\"status\":200,\"results\":{\"data\":[" + data + "],\"next_page_url\":" + next + "}}";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
