package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");
    private static final UUID REFERRAL = UUID.fromString("019ab000-0000-7000-8000-000000000002");
    private static final byte[] PAYLOAD =
            "{\"complainant\":{\"name\":\"Contoh Warga Satu\"}}".getBytes(StandardCharsets.UTF_8);

    private final ECKey key;
    private final Envelope envelope;
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    EnvelopeTest() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("contoh-1").generate();
        envelope = new Envelope(
                new Sealing(Ways.queue("kemensos", key.toPublicJWK().toJSONString())));
    }

    @Test
    void theBinaryFormHasItsAttributesInHeaders() {
        envelope.binary(delivery("agency.atr-bpn", REFERRAL), exchange);
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry("ce-specversion", "1.0")
                .containsEntry("ce-id", ID.toString())
                .containsEntry("ce-source", "urn:id:go:setneg:dumas-hub")
                .containsEntry("ce-type", "id.go.setneg.dumas.referral.issued")
                .containsEntry("ce-time", "2026-11-24T01:00:00.123456Z")
                .containsEntry("ce-subject", REFERRAL.toString())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Idempotency-Key", ID.toString())
                .hasSize(8);
        assertThat(exchange.getMessage().getBody(byte[].class)).isEqualTo(PAYLOAD);
    }

    @Test
    void theSealedFormIsOneEvent() throws Exception {
        envelope.sealed(delivery("agency.kemensos", REFERRAL), exchange);
        JsonNode event = event();
        assertThat(event.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "specversion", "id", "source", "type", "time", "subject", "datacontenttype", "data");
        assertThat(event.at("/specversion").asText()).isEqualTo("1.0");
        assertThat(event.at("/id").asText()).isEqualTo(ID.toString());
        assertThat(event.at("/source").asText()).isEqualTo("urn:id:go:setneg:dumas-hub");
        assertThat(event.at("/type").asText()).isEqualTo("id.go.setneg.dumas.referral.issued");
        assertThat(event.at("/time").asText()).isEqualTo("2026-11-24T01:00:00.123456Z");
        assertThat(event.at("/subject").asText()).isEqualTo(REFERRAL.toString());
        assertThat(event.at("/datacontenttype").asText()).isEqualTo("application/jose");
        assertThat(exchange.getMessage().getHeaders()).containsExactly(Map.entry("_AMQ_DUPL_ID", ID.toString()));
    }

    @Test
    void onlyThePrivateKeyOpensIt() throws Exception {
        envelope.sealed(delivery("agency.kemensos", REFERRAL), exchange);
        assertThat(exchange.getMessage().getBody(String.class)).doesNotContain("Contoh", "complainant");
        JWEObject sealed = JWEObject.parse(event().at("/data").asText());
        assertThat(sealed.getHeader().getAlgorithm().getName()).isEqualTo("ECDH-ES+A256KW");
        assertThat(sealed.getHeader().getEncryptionMethod().getName()).isEqualTo("A256GCM");
        assertThat(sealed.getHeader().getKeyID()).isEqualTo("contoh-1");
        assertThat(sealed.getHeader().getContentType()).isEqualTo("application/json");

        var stranger = new ECDHDecrypter(new ECKeyGenerator(Curve.P_256).generate());
        assertThatExceptionOfType(JOSEException.class).isThrownBy(() -> sealed.decrypt(stranger));
        sealed.decrypt(new ECDHDecrypter(key));
        assertThat(sealed.getPayload().toBytes()).isEqualTo(PAYLOAD);
    }

    @Test
    void everyAttemptIsSealedAnewUnderTheSameId() throws Exception {
        envelope.sealed(delivery("agency.kemensos", REFERRAL), exchange);
        JsonNode first = event();
        envelope.sealed(delivery("agency.kemensos", REFERRAL), exchange);
        assertThat(event().at("/id")).isEqualTo(first.at("/id"));
        assertThat(event().at("/data")).isNotEqualTo(first.at("/data"));
    }

    @Test
    void onlyReferralsGoToAgencies() {
        assertThatNullPointerException().isThrownBy(() -> envelope.binary(delivery("agency.atr-bpn", null), exchange));
    }

    private JsonNode event() throws Exception {
        return new ObjectMapper().readTree(exchange.getMessage().getBody(String.class));
    }

    private static Delivery delivery(String destination, @Nullable UUID referral) {
        return new Delivery(
                ID,
                destination,
                "REFERRAL",
                new UUID(0, 3),
                referral,
                1,
                OffsetDateTime.parse("2026-11-24T01:00:00.123456Z"),
                PAYLOAD);
    }
}
