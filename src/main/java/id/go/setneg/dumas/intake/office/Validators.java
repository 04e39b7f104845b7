package id.go.setneg.dumas.intake.office;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a feed's last question was answered with (RFC 9110, sections 8.8 and 13): asked again identically, the source may
 * say that nothing changed. Only the last page of a walk whose pages are all stored is remembered, so that "not modified"
 * always means: nothing new, and nothing behind it.
 */
public final class Validators {

    private static final byte[] NOTHING = "{\"data\":[]}".getBytes(StandardCharsets.UTF_8);
    private static final int NOT_MODIFIED = 304;

    private final Map<String, Answer> confirmed = new ConcurrentHashMap<>();
    private final Map<String, Answer> pending = new ConcurrentHashMap<>();

    private record Answer(
            String question,
            @Nullable String etag,
            @Nullable String modified) {}

    /** For {@code If-None-Match}; none when the question is another than last time. */
    public @Nullable String etag(String feed, String question) {
        Answer known = known(feed, question);
        return known == null ? null : known.etag();
    }

    /** For {@code If-Modified-Since}; none when the question is another than last time. */
    public @Nullable String modified(String feed, String question) {
        Answer known = known(feed, question);
        return known == null ? null : known.modified();
    }

    private @Nullable Answer known(String feed, String question) {
        Answer known = confirmed.get(feed);
        return known != null && known.question().equals(question) ? known : null;
    }

    /**
     * What an answer says: its body, or an empty last page when nothing changed.
     *
     * @param headers the answer's, as Camel gives them: as one, for Camel takes the quotes from a text (an ETag) that it
     *     hands to a method
     */
    public byte[] answer(String feed, String question, Map<String, Object> headers, byte @Nullable [] body) {
        if (Integer.valueOf(NOT_MODIFIED).equals(headers.get(Exchange.HTTP_RESPONSE_CODE))) {
            Answer same = known(feed, question);
            if (same != null) {
                pending.put(feed, same);
                return NOTHING;
            }
        }
        pending.put(feed, new Answer(question, text(headers.get("ETag")), text(headers.get("Last-Modified"))));
        return body == null ? new byte[0] : body;
    }

    private static @Nullable String text(@Nullable Object header) {
        return header == null ? null : header.toString();
    }

    /** The walk came to its end and everything is stored. */
    public void confirm(String feed) {
        Answer last = pending.remove(feed);
        if (last != null) {
            confirmed.put(feed, last);
        }
    }
}
