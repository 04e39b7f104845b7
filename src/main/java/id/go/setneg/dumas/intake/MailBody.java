package id.go.setneg.dumas.intake;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The text and the files of a mail (RFC 2045 to 2047): every part is either the text that people read, or a file. */
final class MailBody {

    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<File> files = new ArrayList<>();
    private int parts;

    /** A part that is a file. */
    record File(String name, String mediaType, byte[] content) {}

    private MailBody() {}

    /**
     * @throws IOException when it is nested or divided beyond reason
     */
    static MailBody of(MimeMessage mail) throws MessagingException, IOException {
        var body = new MailBody();
        body.read(mail, 0);
        return body;
    }

    /** Plain text where there is any, else the text with its markup. */
    String text() {
        return (isHtml() ? html : plain).toString().strip();
    }

    boolean isHtml() {
        return plain.toString().isBlank() && !html.isEmpty();
    }

    List<File> files() {
        return files;
    }

    private void read(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new IOException("too many parts");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
            for (int i = 0; i < multipart.getCount(); i++) {
                BodyPart inner = multipart.getBodyPart(i);
                read(inner, depth + 1);
            }
        } else if (isText(part)) {
            (part.isMimeType("text/html") ? html : plain).append(text(part)).append('\n');
        } else {
            files.add(new File(name(part), mediaType(part), bytes(part)));
        }
    }

    private static boolean isText(Part part) throws MessagingException {
        return (part.isMimeType("text/plain") || part.isMimeType("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }

    private String name(Part part) throws MessagingException {
        String given = part.getFileName();
        if (given == null || given.isBlank()) {
            return "lampiran-" + (files.size() + 1);
        }
        try {
            return MimeUtility.decodeText(given);
        } catch (UnsupportedEncodingException e) {
            return given;
        }
    }

    private static String mediaType(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            return "application/octet-stream";
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return new String(bytes(part), charset(part));
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return content.readAllBytes();
        }
    }

    /** What the part says, else UTF-8; a name that no Java knows counts as nothing said. */
    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = charsetName(part);
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable String charsetName(Part part) throws MessagingException {
        return new ContentType(part.getContentType()).getParameter("charset");
    }
}
