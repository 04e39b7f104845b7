package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.go.setneg.dumas.fixture.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class SignatureTest {

    private static final String SECRET = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "Y29udG9oIHJhaGFzaWEga2VkdWE=";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void theSignatureIsThatOfTheSpecification() {
        assertThat(Signature.signatures(List.of(key(SECRET)), ID, 1_614_265_330, BODY))
                .isEqualTo(SIGNED);
    }

    @Test
    void eachSecretSignsWhileOneIsChanged() {
        assertThat(Signature.signatures(List.of(key(OTHER), key(SECRET)), ID, 1_614_265_330, BODY))
                .matches("v1,\\S{44} v1,\\S{44}")
                .endsWith(" " + SIGNED);
    }

    @Test
    void anExchangeIsSignedAsItGoesOut() {
        var clock = new SettableClock("2021-02-25T15:02:10Z");
        var signature = new Signature(Ways.http("atr-bpn", "whsec_" + SECRET), clock);
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("ce-id", ID);
        exchange.getMessage().setBody(BODY);
        signature.sign("agency.atr-bpn", exchange);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("webhook-id", ID)
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry("webhook-signature", SIGNED);
    }

    @Test
    void onlyAnAgencyWithAWayIsSignedFor() {
        var signature =
                new Signature(Ways.http("atr-bpn", "whsec_" + SECRET), new SettableClock("2021-02-25T15:02:10Z"));
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("ce-id", ID);
        exchange.getMessage().setBody(BODY);
        assertThatIllegalArgumentException().isThrownBy(() -> signature.sign("agency.kemnaker", exchange));
        assertThatIllegalArgumentException().isThrownBy(() -> signature.sign("spde", exchange));
    }

    private static byte[] key(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
