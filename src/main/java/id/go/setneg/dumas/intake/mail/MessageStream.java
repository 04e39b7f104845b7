package id.go.setneg.dumas.intake.mail;

import jakarta.mail.Message;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A message of a mail server as a stream of bytes; never more of it is in memory than the server's next pieces. */
final class MessageStream extends FilterInputStream {

    private static final int PIECE = 64 * 1024;
    private static final Duration LAST_WORDS = Duration.ofSeconds(30);

    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread writer;

    private MessageStream(Message message, PipedInputStream pipe, PipedOutputStream into) {
        super(pipe);
        writer = Thread.ofPlatform().daemon().name("mail").start(() -> write(message, into));
    }

    static MessageStream of(Message message) throws IOException {
        var pipe = new PipedInputStream(PIECE);
        return new MessageStream(message, pipe, new PipedOutputStream(pipe));
    }

    private void write(Message message, PipedOutputStream into) {
        try (into) {
            writeTo(message, into);
        } catch (IOException e) {
            failure.compareAndSet(null, e);
        }
    }

    /** The failure, be it an error, is known before the end is: a broken message never looks like a short one. */
    private void writeTo(Message message, PipedOutputStream into) {
        try {
            message.writeTo(into);
            into.flush();
        } catch (Throwable e) {
            failure.set(e);
        }
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return checked(super.read(bytes, from, length));
    }

    private int checked(int read) throws IOException {
        Throwable broken = read < 0 ? failure.get() : null;
        if (broken != null) {
            throw new IOException("the mail server did not hand over the whole message", broken);
        }
        return read;
    }

    /** Waits until the server is no longer read from: the next message comes over the same connection. */
    @Override
    public void close() throws IOException {
        super.close();
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
