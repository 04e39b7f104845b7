package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import jakarta.jms.JMSContext;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueAgencyTest {

    private static final String REFERRAL = "0b7c7b0e-0000-4000-8000-000000000001";

    @Test
    void aSealedReferralIsAnsweredEvenIfTheBrokerGoesAndComesBack(@TempDir Path folder) throws Exception {
        ECKey hubKey = Sealing.keyIn(folder.resolve("hub.jwk.json"));
        ECKey agencyKey = Sealing.keyIn(folder.resolve("kemensos.jwk.json"));
        assertThat(Sealing.keyIn(folder.resolve("kemensos.jwk.json"))).isEqualTo(agencyKey);
        int port = Loopback.freePort();
        String keys = new JWKSet(hubKey).toString(true);
        var statuses = new ArrayList<String>();
        try (var api = new Loopback(0, call -> call.text(200, "application/json", keys));
                var agency = agency(new Hub(api.url(""), port), agencyKey)) {
            EmbeddedActiveMQ broker = broker(folder, port);
            ObjectNode referral = Json.object().put("id", REFERRAL).put("kind", "ACTION");
            var hub = new Hub(api.url(""), port);
            send(hub, event("e-1", Sealing.seal(referral, agencyKey.toPublicJWK())));
            await().until(() -> agency.referrals().size() == 1);
            broker.stop();
            broker = broker(folder, port);
            send(hub, event("e-1", Sealing.seal(referral, agencyKey.toPublicJWK())));
            send(hub, event("e-2", "not.sealed"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> agency.unreadable().size() == 1);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> agency.clerk().reported().size() == 3);
            try (JMSContext context = QueueAgency.connect(hub, "hub", "hub", JMSContext.AUTO_ACKNOWLEDGE)) {
                var consumer = context.createConsumer(context.createQueue("agency.kemensos.status"));
                while (consumer.receive(1_000) instanceof TextMessage message) {
                    JsonNode event = Json.read(message.getText());
                    assertThat(event.path("subject").asText()).isEqualTo(REFERRAL);
                    JsonNode status = Sealing.open(event.path("data").asText(), hubKey);
                    statuses.add(status.path("status").asText());
                }
            }
            broker.stop();
            assertThat(statuses)
                    .contains("ANSWERED")
                    .doesNotHaveDuplicates(); // earlier ones may have gone with the broker
            assertThat(agency.received().acted()).containsExactly(Map.entry(REFERRAL, 1));
            assertThat(agency.received().repeated()).containsExactly(Map.entry("e-1", 1));
        }
    }

    private static QueueAgency agency(Hub hub, ECKey key) {
        var messenger = new QueueMessenger("kemensos", "secret", () -> hub);
        var clerk = new Clerk("kemensos", Clock.systemUTC(), Duration.ofMillis(200), id -> false, messenger);
        return new QueueAgency("kemensos", "secret", key, () -> hub, clerk);
    }

    private static EmbeddedActiveMQ broker(Path folder, int port) throws Exception {
        var configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(false)
                .setJournalDirectory(folder.resolve("journal").toString())
                .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:" + port + "?protocols=AMQP");
        var broker = new EmbeddedActiveMQ().setConfiguration(configuration);
        broker.start();
        return broker;
    }

    private static void send(Hub hub, ObjectNode event) {
        try (JMSContext context = QueueAgency.connect(hub, "hub", "hub", JMSContext.AUTO_ACKNOWLEDGE)) {
            context.createProducer().send(context.createQueue("agency.kemensos.referrals"), event.toString());
        }
    }

    private static ObjectNode event(String id, String sealed) {
        return Json.object()
                .put("specversion", "1.0")
                .put("id", id)
                .put("subject", REFERRAL)
                .put("datacontenttype", "application/jose")
                .put("data", sealed);
    }
}
