package id.go.setneg.dumas.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An agency that keeps what it gets by HTTP as it came, and never answers by itself. It refuses what bears {@link #REFUSE}
 * in its subject with all of it in the answer, as careless systems do.
 */
public final class WatchedAgency implements AutoCloseable {

    /** The word that makes it refuse. */
    public static final String REFUSE = "(tolak)";

    private static final List<String> HEADERS = List.of(
            "ce-specversion",
            "ce-id",
            "ce-source",
            "ce-type",
            "ce-time",
            "ce-subject",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "idempotency-key",
            "content-type");

    /**
     * One request.
     *
     * @param headers lower-case name → value, of those that the contract knows
     */
    public record Message(Map<String, String> headers, String body) {}

    private final String code;
    private final Secrets secrets;
    private final Loopback web = new Loopback(0, this::answer);
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    /** @param code of an agency in the hub's directory that the sandbox itself does not play */
    public WatchedAgency(String code, long seed) {
        this.code = code;
        secrets = new Secrets(seed);
    }

    /** The hub's settings for this agency: property → value. */
    public Map<String, String> properties() {
        String prefix = "hub.agencies." + code + ".";
        return Map.of(
                prefix + "way", "http",
                prefix + "url", web.url("/rujukan"),
                prefix + "secrets[0]", secrets.webhook(code),
                prefix + "password", password());
    }

    public String code() {
        return code;
    }

    /** For the hub's API. */
    public String password() {
        return secrets.word(code);
    }

    /** Every request, refused ones too. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Whether a message is signed with this agency's secret. */
    public boolean verifies(Message message) {
        Map<String, String> headers = message.headers();
        return new Webhook(secrets.webhook(code))
                .sign(
                        headers.getOrDefault("webhook-id", ""),
                        headers.getOrDefault("webhook-timestamp", ""),
                        message.body().getBytes(StandardCharsets.UTF_8))
                .equals(headers.get("webhook-signature"));
    }

    private void answer(Call call) throws IOException {
        String body = new String(call.body(), StandardCharsets.UTF_8);
        var headers = new TreeMap<String, String>();
        for (String name : HEADERS) {
            String value = call.header(name);
            if (value != null) {
                headers.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        messages.add(new Message(headers, body));
        if (call.json().path("subject").asText().contains(REFUSE)) {
            call.text(422, "application/json", body);
        } else {
            call.text(202, "text/plain", "");
        }
    }

    @Override
    public void close() {
        web.close();
    }
}
