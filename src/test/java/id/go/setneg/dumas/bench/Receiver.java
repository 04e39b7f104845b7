package id.go.setneg.dumas.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An agency's endpoint in this process that reads everything and says 202. */
final class Receiver implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else every answer on a kept connection waits 40 ms
    }

    private final HttpServer server;
    private final AtomicInteger signed = new AtomicInteger();

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                if (exchange.getRequestHeaders().containsKey("webhook-signature")) {
                    signed.incrementAndGet();
                }
                exchange.sendResponseHeaders(202, -1);
            }
        });
        server.start();
    }

    /** How many signed requests have come. */
    int signed() {
        return signed.get();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/referrals";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
