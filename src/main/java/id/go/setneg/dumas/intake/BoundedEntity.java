package id.go.setneg.dumas.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, unpacked where its first bytes say that it is packed (RFC 1952), up to a limit. Whoever closes it
 * before its end breaks the connection off: the rest is not waited for.
 */
final class BoundedEntity extends HttpEntityWrapper {

    private static final int LONG_ENOUGH = 2;

    private final AnswerLimit limit;
    private final AnswerAlarm alarm;
    private @Nullable InputStream content;

    BoundedEntity(HttpEntity answer, AnswerLimit limit, AnswerAlarm alarm) {
        super(answer);
        this.limit = limit;
        this.alarm = alarm;
    }

    @Override
    public InputStream getContent() throws IOException {
        InputStream opened = content;
        if (opened == null) {
            opened = new Body(super.getContent());
            content = opened;
        }
        return opened;
    }

    /** Not known: it may be packed. */
    @Override
    public long getContentLength() {
        return -1;
    }

    /** None any more. */
    @Override
    public @Nullable String getContentEncoding() {
        return null;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = getContent()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        getContent().close();
    }

    private final class Body extends FilterInputStream {

        private @Nullable InputStream unpacked;
        private boolean isAtEnd;

        Body(InputStream answer) {
            super(answer);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                InputStream from = unpacked;
                if (from == null) {
                    from = limit.limit(unpack());
                    unpacked = from;
                }
                int read = from.read(into, offset, length);
                isAtEnd = read < 0;
                return read;
            } catch (IOException e) {
                alarm.breakOff();
                throw alarm.explain(e);
            }
        }

        private InputStream unpack() throws IOException {
            var ahead = new PushbackInputStream(in, LONG_ENOUGH);
            byte[] head = ahead.readNBytes(LONG_ENOUGH);
            ahead.unread(head);
            boolean isPacked = head.length == LONG_ENOUGH && head[0] == 0x1f && head[1] == (byte) 0x8b;
            return isPacked ? new GZIPInputStream(ahead) : ahead;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() throws IOException {
            try {
                if (!isAtEnd) {
                    alarm.breakOff();
                }
                super.close();
            } catch (IOException e) {
                throw alarm.explain(e);
            } finally {
                alarm.stop();
            }
        }
    }
}
