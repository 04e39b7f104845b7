package id.go.setneg.dumas.intake.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A message of exactly these bytes, as a server hands it over. */
final class RawMessage extends MimeMessage {

    private final Content content;
    private final int size;

    /** Writes the message. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    RawMessage(byte[] bytes) {
        this(out -> out.write(bytes), bytes.length);
    }

    /**
     * @param size what the server says; -1 when it says nothing
     */
    RawMessage(Content content, int size) {
        super((Session) null);
        this.content = content;
        this.size = size;
    }

    static byte[] bytes(String mail) {
        return mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }

    @Override
    public int getSize() {
        return size;
    }
}
