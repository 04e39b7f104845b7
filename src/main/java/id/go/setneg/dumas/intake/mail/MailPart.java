package id.go.setneg.dumas.intake.mail;

import java.net.URLConnection;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a part says of itself.
 *
 * @param believed the media type that a reader of mails has to take it for (RFC 2045, 5.2)
 */
record MailPart(Header header, String believed) {

    private static final String ANYTHING = "application/octet-stream";

    /** Whether it is text to be read, not a file of text. */
    boolean isText() {
        return (believed.equals("text/plain") || isMarkup())
                && !header.value("content-disposition").value().equals("attachment")
                && name() == null;
    }

    boolean isMarkup() {
        return believed.equals("text/html");
    }

    /**
     * Whether it is the mail, or one of the ways in which the mail says what it says, and not a file beside it.
     *
     * @param around the multiparts that hold it, the innermost first
     */
    boolean isItself(Deque<MimeWalk.Container> around) {
        boolean alternative = !around.isEmpty() && around.getFirst().type().equals("multipart/alternative");
        return around.isEmpty()
                || (alternative && !header.value("content-disposition").value().equals("attachment"));
    }

    @Nullable
    String name() {
        String name = header.value("content-disposition").parameter("filename");
        return name == null ? header.value("content-type").parameter("name") : name;
    }

    /** For a file; one that says nonsense may be anything. */
    String mediaType() {
        HeaderValue said = header.value("content-type");
        if (!header.has("content-type") || said.value().equals(believed)) {
            return believed;
        }
        return said.isMediaType() && !said.value().startsWith("multipart/") ? said.value() : ANYTHING;
    }

    /** What a file's ending says. */
    static String mediaType(@Nullable String name) {
        String guessed = name == null ? null : URLConnection.guessContentTypeFromName(name);
        return guessed == null ? ANYTHING : guessed;
    }
}
