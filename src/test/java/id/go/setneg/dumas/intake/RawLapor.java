package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A LAPOR! on 127.0.0.1 whose next answers are bytes, whatever HTTP thinks of them; after them, it lists report 99. */
final class RawLapor implements AutoCloseable {

    static final String PAGE = "{\"status\":200,\"results\":{\"data\":[{\"id\":99}],\"next_page_url\":null}}";

    /** Writes one answer; the connection is closed afterwards. */
    @FunctionalInterface
    interface Answer {
        void write(Line line) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch closing = new CountDownLatch(1);

    /** Answers that were broken off by the other side. */
    final CountDownLatch brokenOff = new CountDownLatch(1);

    /** The way to whoever asks. */
    final class Line {
        private final OutputStream out;

        private Line(OutputStream out) {
            this.out = out;
        }

        void write(String text) throws IOException {
            write(text.getBytes(ISO_8859_1));
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Writes without end. */
        void writeForEver(String text) throws IOException {
            while (closing.getCount() > 0) {
                write(text);
            }
        }

        /** Writes a letter now and then. */
        void drip(String text) throws IOException, InterruptedException {
            for (char letter : text.toCharArray()) {
                write(String.valueOf(letter));
                if (closing.await(200, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }

        /** Says nothing any more. */
        void stall() throws InterruptedException {
            closing.await();
        }
    }

    RawLapor() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.submit(this::serve);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/lapor/3.0.0";
    }

    void answerNext(Answer next) {
        answers.add(next);
    }

    void answerNext(String next) {
        answers.add(line -> line.write(next));
    }

    /** The head of every request so far. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** An answer whose body has the length that it says. */
    static String ok(String headers, String body) {
        return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.getBytes(ISO_8859_1).length + "\r\n\r\n"
                + body;
    }

    static String packed(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toString(ISO_8859_1);
    }

    private void serve() {
        while (closing.getCount() > 0) {
            try {
                Socket socket = server.accept();
                threads.submit(() -> answer(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            asked.add(head(socket.getInputStream()));
            Answer next = answers.poll();
            Line line = new Line(socket.getOutputStream());
            if (next == null) {
                line.write(ok("Connection: close\r\n", PAGE));
            } else {
                next.write(line);
            }
        } catch (IOException e) {
            brokenOff.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
