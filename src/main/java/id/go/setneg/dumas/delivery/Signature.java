package id.go.setneg.dumas.delivery;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.agency.AgencyWays;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Signs what goes to an agency by HTTP, once with each of its secrets, so that a secret can be changed without a pause
 * (Standard Webhooks 1.0: HMAC-SHA-256 over {@code id.timestamp.body}).
 */
public final class Signature {

    private final AgencyWays ways;
    private final Clock clock;

    Signature(AgencyWays ways, Clock clock) {
        this.ways = ways;
        this.clock = clock;
    }

    /** Adds {@code webhook-id}, {@code webhook-timestamp} (Unix seconds) and {@code webhook-signature}. */
    public void sign(String destination, Exchange exchange) {
        Message message = exchange.getMessage();
        String id = requireNonNull(message.getHeader("ce-id", String.class));
        long timestamp = clock.instant().getEpochSecond();
        byte[] body = requireNonNull(message.getBody(byte[].class));
        message.setHeader("webhook-id", id);
        message.setHeader("webhook-timestamp", Long.toString(timestamp));
        message.setHeader("webhook-signature", signatures(ways.of(destination).signingKeys(), id, timestamp, body));
    }

    static String signatures(List<byte[]> keys, String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream()
                .map(key -> "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body)))
                .collect(Collectors.joining(" "));
    }

    private static byte[] hmac(byte[] key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
