package id.go.setneg.dumas.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** How much of an answer is read. */
public final class AnswerLimit {

    private final long bytes;

    public AnswerLimit(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("a limit of " + bytes + " bytes");
        }
        this.bytes = bytes;
    }

    /** The same stream, which fails with {@link AnswerTooLarge} as soon as it has given more. */
    public InputStream limit(InputStream answer) {
        return new Limited(answer);
    }

    private final class Limited extends FilterInputStream {

        private long left = bytes;

        Limited(InputStream answer) {
            super(answer);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) throws AnswerTooLarge {
            left -= read;
            if (left < 0) {
                throw new AnswerTooLarge(bytes);
            }
        }
    }
}
