package id.go.setneg.dumas.intake.mail;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Tells a failing disk below the parser from content above it that cannot be decoded. */
final class Guarded extends FilterInputStream {

    private final Function<IOException, RuntimeException> meaning;

    private Guarded(InputStream in, Function<IOException, RuntimeException> meaning) {
        super(in);
        this.meaning = meaning;
    }

    /** The raw mail: when it cannot be read, the disk is at fault. */
    static InputStream disk(InputStream raw) {
        return new Guarded(raw, UncheckedIOException::new);
    }

    /** What the parser makes of it: when that cannot be read, the mail is at fault. */
    static InputStream content(InputStream decoded) {
        return new Guarded(decoded, failure -> new Unreadable("content that cannot be decoded", failure));
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            throw meaning.apply(e);
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            throw meaning.apply(e);
        }
    }

    @Override
    public void close() {
        // the parser goes on behind this part; the raw mail is closed by whom opened it
    }
}
