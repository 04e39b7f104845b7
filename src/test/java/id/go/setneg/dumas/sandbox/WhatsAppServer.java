package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Meta's Cloud API: takes messages of the hub, and posts to its webhook what people write, signed. */
public final class WhatsAppServer implements AutoCloseable {

    /** The office's number as Meta names it. */
    public static final String NUMBER = "100000000000001";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String token;
    private final String secret;
    private final Loopback web;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<JsonNode> sent = new CopyOnWriteArrayList<>();

    public WhatsAppServer(String token, String secret) {
        this.token = token;
        this.secret = secret;
        web = new Loopback(0, this::answer);
    }

    public String url() {
        return web.url("/v23.0");
    }

    /** What the hub sent, as it did. */
    public List<JsonNode> sent() {
        return List.copyOf(sent);
    }

    private void answer(Call call) throws IOException {
        JsonNode message = JSON.readTree(call.body());
        if (!("Bearer " + token).equals(call.header("Authorization"))) {
            call.text(401, "application/json", "{\"error\":{\"type\":\"OAuthException\",\"code\":190}}");
        } else if (!call.line("/v23.0").equals("POST /" + NUMBER + "/messages")
                || !message.path("messaging_product").asText().equals("whatsapp")
                || !message.at("/text/body").isTextual()) {
            call.text(400, "application/json", "{\"error\":{\"type\":\"OAuthException\",\"code\":100}}");
        } else {
            sent.add(message);
            ObjectNode answer = JSON.createObjectNode().put("messaging_product", "whatsapp");
            answer.putArray("contacts")
                    .addObject()
                    .put("wa_id", message.path("to").asText());
            answer.putArray("messages").addObject().put("id", "wamid.hub" + sent.size());
            call.text(200, "application/json", answer.toString());
        }
    }

    /** One call of a webhook: what somebody wrote. */
    public static byte[] message(String id, String from, String text) {
        ObjectNode value = JSON.createObjectNode().put("messaging_product", "whatsapp");
        value.putObject("metadata").put("display_phone_number", "6281300000000").put("phone_number_id", NUMBER);
        ObjectNode message = value.putArray("messages").addObject();
        message.put("from", from).put("id", id).put("timestamp", "1795500000").put("type", "text");
        message.putObject("text").put("body", text);
        ObjectNode call = JSON.createObjectNode().put("object", "whatsapp_business_account");
        ObjectNode entry = call.putArray("entry").addObject().put("id", "200000000000002");
        entry.putArray("changes").addObject().put("field", "messages").set("value", value);
        return call.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The header X-Hub-Signature-256. */
    public String signature(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Somebody writes to the office.
     *
     * @param hub such as {@code http://127.0.0.1:8080}
     * @return the status with which the webhook answers
     */
    public int say(String hub, String id, String from, String text) {
        byte[] body = message(id, from, text);
        var request = HttpRequest.newBuilder(URI.create(hub + "/api/v1/whatsapp"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Hub-Signature-256", signature(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // not reached
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        web.close();
        client.close();
    }
}
