package id.go.setneg.dumas.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** What sources ask of a sender: forms, and answers that are looked at before they are believed. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

    /** A flat JSON object as a multipart form, one part a field; empty fields are left out. */
    public HttpEntity form(byte[] json) throws IOException {
        MultipartEntityBuilder form = MultipartEntityBuilder.create();
        for (var field : JSON.readTree(json).properties()) {
            String value = field.getValue().asText();
            if (!value.isEmpty()) {
                form.addTextBody(field.getKey(), value, TEXT);
            }
        }
        return form.build();
    }

    /**
     * Lets an answer pass only when it is JSON and says yes.
     *
     * @param field a JSON pointer (RFC 6901)
     * @param accepted what must stand there, as text, without regard to case
     * @throws NotUnderstood otherwise: whether the message was taken is not known
     */
    public void expect(Message answer, String field, String accepted) {
        String found = json(answer).at(field).asText("");
        if (!found.toLowerCase(Locale.ROOT).equals(accepted.toLowerCase(Locale.ROOT))) {
            throw new NotUnderstood("ANSWER without " + field);
        }
    }

    /** Whether any text in the JSON answer holds this. */
    public boolean mentions(Message answer, String text) {
        return json(answer).toString().contains(text);
    }

    private static JsonNode json(Message answer) {
        try {
            JsonNode node = JSON.readTree(answer.getBody(byte[].class));
            if (node == null || !node.isObject()) {
                throw new NotUnderstood("ANSWER not an object");
            }
            return node;
        } catch (IOException e) {
            throw new NotUnderstood("ANSWER not JSON " + contentType(answer));
        }
    }

    private static String contentType(Message answer) {
        return String.valueOf(answer.getHeader(Exchange.CONTENT_TYPE)).startsWith("text/html") ? "html" : "";
    }
}
