package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.go.setneg.dumas.delivery.BoundedAnswers.AnswerTooLarge;
import id.go.setneg.dumas.delivery.BoundedAnswers.AnswerTooSlow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Against a server on 127.0.0.1 that answers as it likes. */
class BoundedAnswersTest {

    private static final int KILO = 1024;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong now = new AtomicLong();
    private final Set<InetSocketAddress> connections = ConcurrentHashMap.newKeySet();
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private HttpServer server;
    private CloseableHttpClient client;

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(threads);
        server.start();
        var builder = HttpClientBuilder.create();
        new BoundedAnswers(
                        new HttpSettings(DataSize.ofMegabytes(1), Duration.ofSeconds(30), DataSize.ofKilobytes(16)),
                        now::get)
                .configureHttpClient(builder);
        client = builder.build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void anAnswerOfTheSizeIsReadWhole() throws IOException {
        answer(false, out -> out.write(new byte[KILO * KILO]));

        assertThat(client.execute(get(), read())).isEqualTo((long) KILO * KILO);
    }

    @Test
    void anAnswerWithoutEndBreaksOffAndIsNotReadOn() throws Exception {
        answer(false, this::endless);

        assertThatThrownBy(() -> client.execute(get(), read())).isInstanceOf(AnswerTooLarge.class);
        assertThat(brokenOff.await(30, TimeUnit.SECONDS)).as("the connection").isTrue();
    }

    @Test
    void whatAPackedAnswerUnfoldsToCounts() {
        answer(true, out -> {
            var packed = new GZIPOutputStream(out);
            packed.write(new byte[4 * KILO * KILO]);
            packed.finish();
        });

        assertThatThrownBy(() -> client.execute(get(), read())).isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void anAnswerThatComesByDropsBreaksOff() {
        answer(false, this::endless);

        assertThatThrownBy(() -> client.execute(get(), response -> {
                    try (InputStream content = response.getEntity().getContent()) {
                        for (int i = 0; i < 100; i++) {
                            assertThat(content.read()).isNotNegative();
                            now.addAndGet(Duration.ofSeconds(1).toNanos());
                        }
                        return 100;
                    }
                }))
                .isInstanceOf(AnswerTooSlow.class);
    }

    @Test
    void aLargeAnswerMayTakeLongerThanASmallOne() throws IOException {
        answer(false, out -> out.write(new byte[KILO * KILO]));

        long read = client.execute(get(), response -> {
            try (InputStream content = response.getEntity().getContent()) {
                long all = content.readNBytes(900 * KILO).length;
                now.addAndGet(Duration.ofSeconds(80).toNanos());
                return all + content.readAllBytes().length;
            }
        });

        assertThat(read).isEqualTo((long) KILO * KILO);
    }

    @Test
    void whoDoesNotReadALongAnswerDoesNotFetchIt() throws Exception {
        answer(false, this::endless);

        int first = client.execute(
                get(), response -> response.getEntity().getContent().read());

        assertThat(first).isEqualTo('x');
        assertThat(brokenOff.await(30, TimeUnit.SECONDS)).as("the connection").isTrue();
    }

    @Test
    void whoDoesNotReadAShortAnswerKeepsTheConnection() throws IOException {
        answer(false, out -> out.write(new byte[KILO]));

        for (int i = 0; i < 3; i++) {
            client.execute(get(), response -> {
                try (InputStream content = response.getEntity().getContent()) {
                    return content.read();
                }
            });
        }

        assertThat(connections).hasSize(1);
    }

    private void answer(boolean isPacked, Body body) {
        server.createContext("/", exchange -> {
            try (exchange) {
                connections.add(exchange.getRemoteAddress());
                send(exchange, isPacked, body);
            }
        });
    }

    private void send(HttpExchange exchange, boolean isPacked, Body body) throws IOException {
        if (isPacked) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        }
        exchange.sendResponseHeaders(200, 0);
        body.write(exchange.getResponseBody());
    }

    private void endless(OutputStream out) throws IOException {
        byte[] some = "x".repeat(KILO).getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < 1_000_000; i++) {
                out.write(some);
            }
        } catch (IOException e) {
            brokenOff.countDown();
            throw e;
        }
    }

    private HttpGet get() {
        return new HttpGet("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static HttpClientResponseHandler<Long> read() {
        return response -> {
            try (InputStream content = response.getEntity().getContent()) {
                return content.transferTo(OutputStream.nullOutputStream());
            }
        };
    }
}
