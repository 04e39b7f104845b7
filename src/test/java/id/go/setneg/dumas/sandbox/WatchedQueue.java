package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An agency with a queue that reads and writes only when it is told to. */
public final class WatchedQueue {

    private final String code;
    private final String password;
    private final ECKey key;
    private final int brokerPort;

    /**
     * One message from the queue.
     *
     * @param duplicateId by which the broker knows a message that was put again
     */
    public record Taken(String event, @Nullable String duplicateId) {}

    /** @param code of an agency in the hub's directory that the sandbox itself does not play */
    public WatchedQueue(String code, long seed, Path folder, int brokerPort) {
        this.code = code;
        password = new Secrets(seed).word(code);
        key = Sealing.keyIn(folder.resolve(code + ".jwk.json"));
        this.brokerPort = brokerPort;
    }

    /** The hub's settings for this agency: property → value. */
    public Map<String, String> properties() {
        String prefix = "hub.agencies." + code + ".";
        return Map.of(
                prefix + "way",
                "queue",
                prefix + "public-key",
                key.toPublicJWK().toJSONString(),
                prefix + "password",
                password);
    }

    public String code() {
        return code;
    }

    public String password() {
        return password;
    }

    /**
     * Takes the next message from a queue as some user.
     *
     * @return none when nothing came within the time
     * @throws JMSRuntimeException when the broker refuses that
     */
    public Optional<Taken> take(String user, String secret, String queue, int millis) throws JMSException {
        try (JMSContext context =
                QueueAgency.connect(new Hub("", brokerPort), user, secret, JMSContext.AUTO_ACKNOWLEDGE)) {
            Message message = context.createConsumer(context.createQueue(queue)).receive(millis);
            if (!(message instanceof TextMessage text)) {
                return Optional.empty();
            }
            return Optional.of(new Taken(text.getText(), text.getStringProperty("_AMQ_DUPL_ID")));
        }
    }

    /** Takes the next referral of its own. */
    public Optional<Taken> take() throws JMSException {
        return take(code, password, "agency." + code + ".referrals", 2_000);
    }

    /**
     * Puts text into a queue as this agency.
     *
     * @throws JMSRuntimeException when the broker refuses that
     */
    public void put(String queue, String text) {
        try (JMSContext context =
                QueueAgency.connect(new Hub("", brokerPort), code, password, JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().send(context.createQueue(queue), text);
        }
    }

    /** What is sealed to this agency, as JSON text. */
    public String open(String sealed) throws JOSEException, ParseException {
        return Sealing.open(sealed, key).toString();
    }

    /** A status update as a CloudEvent, sealed to the first of the hub's keys. */
    public String event(ObjectNode update, String hubKeys) throws JOSEException, ParseException {
        ECKey hub = JWKSet.parse(hubKeys).getKeys().stream()
                .filter(ECKey.class::isInstance)
                .map(ECKey.class::cast)
                .findFirst()
                .orElseThrow();
        return Json.object()
                .put("specversion", "1.0")
                .put("id", update.path("id").asText())
                .put("source", "urn:contoh:" + code)
                .put("type", "id.go.setneg.dumas.status.reported")
                .put("subject", update.path("referral").asText())
                .put("time", update.path("at").asText())
                .put("datacontenttype", "application/jose")
                .put("data", Sealing.seal(update, hub))
                .toString();
    }
}
