package id.go.setneg.dumas.hub;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Keeps a copy of what the process prints. */
final class Printed implements AutoCloseable {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(); // its methods are synchronized
    private final PrintStream out;
    private final PrintStream err;

    private Printed(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    static Printed from(PrintStream out, PrintStream err) {
        var printed = new Printed(out, err);
        System.setOut(printed.and(out));
        System.setErr(printed.and(err));
        return printed;
    }

    private PrintStream and(PrintStream original) {
        return new PrintStream(new Both(original, copy), true, StandardCharsets.UTF_8);
    }

    String text() {
        return copy.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
    }

    private static final class Both extends FilterOutputStream {
        private final OutputStream copy;

        Both(OutputStream original, OutputStream copy) {
            super(original);
            this.copy = copy;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            copy.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            copy.write(bytes, from, length);
        }
    }
}
