package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reports a status on the agency's status queue, sealed to the hub's key where the hub publishes one. */
final class QueueMessenger implements Clerk.Messenger {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String code;
    private final String password;
    private final Supplier<Hub> hub;
    private @Nullable JMSContext context;

    QueueMessenger(String code, String password, Supplier<Hub> hub) {
        this.code = code;
        this.password = password;
        this.hub = hub;
    }

    @Override
    public void hand(ObjectNode update) throws IOException, InterruptedException, ParseException, JOSEException {
        ObjectNode event = Json.object()
                .put("specversion", "1.0")
                .put("id", update.path("id").asText())
                .put("source", "urn:contoh:" + code)
                .put("type", "id.go.setneg.dumas.status.reported")
                .put("subject", update.path("referral").asText())
                .put("time", update.path("at").asText());
        Optional<ECKey> key = key();
        if (key.isPresent()) {
            event.put("datacontenttype", "application/jose").put("data", Sealing.seal(update, key.get()));
        } else {
            event.put("datacontenttype", "application/json").set("data", update);
        }
        send(event.toString());
    }

    private Optional<ECKey> key() throws IOException, InterruptedException, ParseException {
        var request = HttpRequest.newBuilder(hub.get().keys())
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return switch (answer.statusCode()) {
            case 200 ->
                JWKSet.parse(answer.body()).getKeys().stream()
                        .filter(ECKey.class::isInstance)
                        .map(ECKey.class::cast)
                        .findFirst();
            case 404 -> Optional.empty();
            default -> throw new IOException("the hub's keys: " + answer.statusCode());
        };
    }

    private synchronized void send(String text) {
        try {
            JMSContext open = context;
            if (open == null) {
                open = QueueAgency.connect(hub.get(), code, password, JMSContext.AUTO_ACKNOWLEDGE);
                context = open;
            }
            open.createProducer().send(open.createQueue("agency." + code + ".status"), text);
        } catch (JMSRuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        JMSContext open = context;
        context = null;
        if (open != null) {
            try {
                open.close();
            } catch (JMSRuntimeException e) {
                // the connection was broken already
            }
        }
    }
}
