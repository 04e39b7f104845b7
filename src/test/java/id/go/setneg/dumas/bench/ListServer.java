package id.go.setneg.dumas.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** SPDE and LAPOR! in this process, as lists of prepared records: those changed since a time, page after page. */
final class ListServer implements AutoCloseable {

    static final int PAGE = 100;
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer on a kept connection waits 40 ms
    }

    private final HttpServer server;
    private final List<Prepared> letters = new CopyOnWriteArrayList<>();
    private final List<Prepared> reports = new CopyOnWriteArrayList<>();
    private final AtomicLong firstAsked = new AtomicLong();
    private final byte[] scan = Samples.scan(2_000_000);

    /** A record as JSON; the list is in the order of change. */
    record Prepared(Instant changed, String json) {}

    ListServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/spde/surat", exchange -> answer(exchange, letters(exchange)));
        server.createContext("/spde/berkas/", exchange -> answer(exchange, file(exchange)));
        server.createContext("/lapor/complaints", exchange -> answer(exchange, reports(exchange)));
        server.createContext(
                "/lapor/masters/institutions/external",
                exchange -> answer(
                        exchange, bytes("{\"results\":{\"data\":[{\"id\":151,\"name\":\"Kementerian Contoh\"}]}}")));
        server.start();
    }

    String url(String source) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + source;
    }

    void letters(List<Prepared> more) {
        firstAsked.set(0);
        letters.addAll(more);
    }

    void reports(List<Prepared> more) {
        firstAsked.set(0);
        reports.addAll(more);
    }

    /** When the first page was asked for since records were added. */
    long firstAsked() {
        return firstAsked.get();
    }

    int scanBytes() {
        return scan.length;
    }

    private byte[] letters(HttpExchange exchange) {
        Map<String, String> query = query(exchange);
        Instant since = OffsetDateTime.parse(query.get("diubahSejak")).toInstant();
        int page = Integer.parseInt(query.get("halaman"));
        return bytes("{\"data\":[" + page(letters, since, page) + "],\"halamanBerikut\":"
                + (hasMore(letters, since, page) ? page + 1 + "" : "null") + "}");
    }

    private byte[] reports(HttpExchange exchange) {
        Map<String, String> query = query(exchange);
        Instant since = query.containsKey("updated_since")
                ? LocalDateTime.parse(query.get("updated_since").replace(' ', 'T'))
                        .atZone(WIB)
                        .toInstant()
                : Instant.MAX;
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        return bytes("{\"status\":200,\"results\":{\"data\":[" + page(reports, since, page) + "],\"next_page_url\":"
                + (hasMore(reports, since, page)
                        ? "\"" + url("lapor/complaints") + "?page=" + (page + 1) + "\""
                        : "null")
                + "}}");
    }

    /** Every file is another, of the same size. */
    private byte[] file(HttpExchange exchange) {
        byte[] own = scan.clone();
        byte[] name = bytes("\n%" + exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
        System.arraycopy(name, 0, own, own.length - name.length, name.length);
        return own;
    }

    private static String page(List<Prepared> list, Instant since, int page) {
        return list.stream()
                .filter(one -> !one.changed().isBefore(since))
                .skip((page - 1L) * PAGE)
                .limit(PAGE)
                .map(Prepared::json)
                .collect(Collectors.joining(","));
    }

    private static boolean hasMore(List<Prepared> list, Instant since, int page) {
        return list.stream().filter(one -> !one.changed().isBefore(since)).count() > (long) page * PAGE;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        for (String pair : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            int at = pair.indexOf('=');
            query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
        }
        return query;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange, byte[] body) throws IOException {
        firstAsked.compareAndSet(0, System.nanoTime());
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
