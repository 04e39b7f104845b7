package id.go.setneg.dumas.delivery;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;

/** What sources ask of a sender: forms, and answers that are looked at before they are believed. Fields are JSON pointers (RFC 6901). */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A bad byte in somebody else's words does not hide whether our message is there. */
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final Set<String> NONE = Set.of("null", "false", "0");
    private static final ContentType TEXT = ContentType.TEXT_PLAIN.withCharset(StandardCharsets.UTF_8);

    /** A flat JSON object, and one field more, as a multipart form; empty fields are left out. */
    public HttpEntity form(byte[] json, String field, String value) throws IOException {
        MultipartEntityBuilder form = MultipartEntityBuilder.create();
        for (var each : JSON.readTree(json).properties()) {
            String text = each.getValue().asText();
            if (!text.isEmpty()) {
                form.addTextBody(each.getKey(), text, TEXT);
            }
        }
        return form.addTextBody(field, value, TEXT).build();
    }

    /** A path with the value of a field in the place of {@code %s}, so written that it stays one segment. */
    public String path(byte[] json, String field, String pattern) throws IOException {
        String value = JSON.readTree(json).at(field).asText();
        return String.format(
                Locale.ROOT,
                pattern,
                URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /**
     * Lets an answer pass only when it is JSON and says yes.
     *
     * @param accepted what must stand in the field, as text, without regard to case
     * @throws NotUnderstood otherwise: whether the message was taken is not known
     */
    public void expect(Exchange answer, String field, String accepted) {
        if (!json(answer.getMessage()).at(field).asText("").equalsIgnoreCase(accepted)) {
            throw new NotUnderstood("ANSWER without " + field);
        }
    }

    /** A search for what an earlier attempt may have left; over at once when there was none. */
    public Search search(Delivery delivery) {
        return new Search("(Ref. " + delivery.shortId() + ")", delivery.isRepeated());
    }

    /**
     * Looks at one page of what the other side has.
     *
     * @throws NotUnderstood when the answer is no such page
     */
    public void look(Search search, Exchange answer, String list, String next) {
        JsonNode page = json(answer.getMessage());
        if (!page.at(list).isArray()) {
            throw new NotUnderstood("ANSWER without " + list);
        }
        String nextPage = page.at(next).asText("").strip();
        search.sawPage(page.at(list).toString(), nextPage.isEmpty() || NONE.contains(nextPage));
    }

    private static JsonNode json(Message answer) {
        try {
            byte[] body = answer.getBody(byte[].class);
            JsonNode node = body == null ? null : LENIENT.readTree(new String(body, StandardCharsets.UTF_8));
            if (node == null || !node.isObject()) {
                throw new NotUnderstood("ANSWER not an object");
            }
            return node;
        } catch (IOException e) {
            boolean isPage =
                    String.valueOf(answer.getHeader(Exchange.CONTENT_TYPE)).startsWith("text/html");
            throw new NotUnderstood(isPage ? "ANSWER html" : "ANSWER not JSON");
        }
    }
}
