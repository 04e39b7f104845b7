package id.go.setneg.dumas.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** CloudEvents 1.0 around a referral; its attributes hold nothing personal. */
public final class Envelope {

    static final String SOURCE = "urn:id:go:setneg:dumas-hub";
    static final String TYPE = "id.go.setneg.dumas.referral.issued";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Sealing sealing;

    Envelope(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Binary content mode over HTTP: attributes in {@code ce-} headers, the referral as it is in the body. */
    public void binary(Delivery delivery, Exchange exchange) {
        Message message = exchange.getMessage();
        message.setHeader("ce-specversion", "1.0");
        message.setHeader("ce-id", delivery.id().toString());
        message.setHeader("ce-source", SOURCE);
        message.setHeader("ce-type", TYPE);
        message.setHeader("ce-time", delivery.createdAt().toString());
        message.setHeader("ce-subject", subject(delivery));
        message.setHeader("Content-Type", "application/json");
        message.setHeader("Idempotency-Key", delivery.id().toString());
        message.setBody(delivery.payload());
    }

    /** Structured content mode for a queue: one JSON text, the referral inside sealed for the agency alone. */
    public void sealed(Delivery delivery, Exchange exchange) {
        Message message = exchange.getMessage();
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", delivery.id().toString())
                .put("source", SOURCE)
                .put("type", TYPE)
                .put("time", delivery.createdAt().toString())
                .put("subject", subject(delivery))
                .put("datacontenttype", "application/jose")
                .put("data", sealing.seal(delivery.destination(), delivery.payload()));
        message.setHeader("_AMQ_DUPL_ID", delivery.id().toString());
        try {
            message.setBody(JSON.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write an event", e);
        }
    }

    private static String subject(Delivery delivery) {
        return Objects.requireNonNull(delivery.referral(), "only referrals go to agencies")
                .toString();
    }
}
