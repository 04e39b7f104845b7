package id.go.setneg.dumas.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on 127.0.0.1 with a virtual thread for each request. */
final class Loopback implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer on a kept connection waits 40 ms
    }

    /** What answers the requests; it answers each exactly once or drops it. */
    @FunctionalInterface
    interface Answerer {
        void answer(Call call) throws Exception;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean down;

    /** @param port 0 takes a free one */
    Loopback(int port, Answerer answerer) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answerer));
        server.start();
    }

    private void answer(HttpExchange exchange, Answerer answerer) {
        try (exchange) {
            var call = new Call(exchange);
            if (down) {
                call.text(503, "text/plain", "Layanan sedang tidak tersedia");
                return;
            }
            try {
                answerer.answer(call);
            } catch (Exception e) {
                call.text(500, "text/plain", e.getClass().getSimpleName());
            }
        } catch (IOException e) {
            // the caller has gone away: it counts as not answered, which is its business
        }
    }

    /** A port that was free just now. */
    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** While down, every request is answered with 503. */
    void down(boolean yes) {
        down = yes;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
