package id.go.setneg.dumas.delivery;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as the hub speaks it: no repetition behind our back (Apache HttpClient repeats a POST after 503 by itself), no
 * redirects to hosts that nobody named, and an end to every answer. One that is too large or too slow, counted as it is
 * unpacked, breaks off with an {@link IOException}; what is left of an answer that nobody reads on is not fetched.
 */
public final class BoundedAnswers implements HttpClientConfigurer {

    private static final long READ_ON = 64 * 1024; // less is cheaper to fetch than another connection is to make

    private final HttpSettings settings;
    private final LongSupplier nanoTime;

    public BoundedAnswers(HttpSettings settings) {
        this(settings, System::nanoTime);
    }

    BoundedAnswers(HttpSettings settings, LongSupplier nanoTime) {
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorFirst("bounded-answers", this::bound);
    }

    private ClassicHttpResponse bound(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new BoundedEntity(entity, scope.execRuntime));
        }
        return response;
    }

    /** An answer was larger than {@code hub.http.answer-size}. */
    static final class AnswerTooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** An answer came slower than {@code hub.http.answer-rate}. */
    static final class AnswerTooSlow extends SocketTimeoutException {
        private static final long serialVersionUID = 1;
    }

    private final class BoundedEntity extends HttpEntityWrapper {

        private final ExecRuntime connection;
        private @Nullable InputStream content; // whoever asks again goes on reading

        BoundedEntity(HttpEntity entity, ExecRuntime connection) {
            super(entity);
            this.connection = connection;
        }

        @Override
        public InputStream getContent() throws IOException {
            InputStream bounded = content;
            if (bounded == null) {
                bounded = new BoundedStream(super.getContent(), connection);
                content = bounded;
            }
            return bounded;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (InputStream content = getContent()) {
                content.transferTo(out);
            }
        }
    }

    private final class BoundedStream extends FilterInputStream {

        private final ExecRuntime connection;
        private final long began = nanoTime.getAsLong();
        private long read;
        private boolean isOver;

        BoundedStream(InputStream content, ExecRuntime connection) {
            super(content);
            this.connection = connection;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count = super.read(into, from, length);
            isOver = count < 0;
            read += Math.max(count, 0);
            if (read > settings.answerSize().toBytes()) {
                throw broken(new AnswerTooLarge());
            }
            if (!isOver && nanoTime.getAsLong() - began > patience().toNanos()) {
                throw broken(new AnswerTooSlow());
            }
            return count;
        }

        @Override
        public long skip(long some) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(some, 8192)]));
        }

        private Duration patience() {
            return settings.answerPatience()
                    .plusSeconds(read / settings.answerRate().toBytes());
        }

        private <E extends IOException> E broken(E why) {
            isOver = true;
            connection.discardEndpoint();
            return why;
        }

        @Override
        public void close() throws IOException {
            long end = read + READ_ON;
            byte[] rest = new byte[8192];
            while (!isOver && read < end && read(rest, 0, rest.length) >= 0) {
                // so that the connection can be used again
            }
            if (!isOver) {
                isOver = true;
                connection.discardEndpoint();
            }
            super.close();
        }
    }
}
