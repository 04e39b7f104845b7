package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AgencyServerTest {

    private static final String REFERRAL = "0b7c7b0e-0000-4000-8000-000000000001";
    private static final Webhook WEBHOOK = new Webhook(new Secrets(1).webhook("atr-bpn"));

    private final List<JsonNode> updates = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Loopback hub = new Loopback(0, this::hub);
    private AgencyServer agency = agency(Behaviour.GOOD);

    private AgencyServer agency(Behaviour behaviour) {
        var callback = new Callback(() -> new Hub(hub.url(""), 0), "atr-bpn", "secret");
        var clerk = new Clerk("atr-bpn", Clock.systemUTC(), Duration.ofMillis(20), id -> false, callback);
        return new AgencyServer("atr-bpn", 0, WEBHOOK, behaviour, Clock.systemUTC(), clerk);
    }

    /** A hub that fails at every second call. */
    private void hub(Call call) throws IOException {
        JsonNode update = call.json();
        boolean right = call.line("").equals("POST /api/v1/referrals/" + REFERRAL + "/status")
                && "Basic YXRyLWJwbjpzZWNyZXQ=".equals(call.header("Authorization"));
        if (!right || calls.incrementAndGet() % 2 == 1) {
            call.problem(right ? 503 : 400, "Gagal");
        } else {
            updates.add(update);
            call.text(204, "text/plain", "");
        }
    }

    @AfterEach
    void close() {
        agency.close();
        hub.close();
    }

    @Test
    void aReferralIsActedUponOnceAndReportedUntilTheHubHasIt() throws Exception {
        assertThat(post("e-1", Instant.now(), "ACTION").statusCode()).isEqualTo(202);
        assertThat(post("e-1", Instant.now(), "ACTION").statusCode()).isEqualTo(202);
        await().until(() -> updates.size() == 3);
        assertThat(updates)
                .extracting(update -> update.path("status").asText())
                .containsExactly("ACKNOWLEDGED", "IN_PROGRESS", "ANSWERED");
        assertThat(updates).extracting(update -> update.path("id").asText()).doesNotHaveDuplicates();
        assertThat(agency.received().acted()).containsExactly(Map.entry(REFERRAL, 1));
        assertThat(agency.received().repeated()).containsExactly(Map.entry("e-1", 1));
        await().until(() -> agency.clerk().reported().size() == 3);
        assertThat(agency.clerk().failures()).containsEntry("IOException: the hub answered 503", 3);
    }

    @Test
    void aWrongSignatureTimeOrEnvelopeIsRefused() throws Exception {
        var caller = new Caller(agency.url(), Map.of());
        Map<String, String> headers = headers("e-1", Instant.now(), body("ACTION"));
        assertThat(caller.post("", body("ACTION") + " ", headers).statusCode()).isEqualTo(401);
        assertThat(post("e-1", Instant.now().minusSeconds(400), "ACTION").statusCode())
                .isEqualTo(401);
        var bare = new HashMap<>(headers);
        bare.remove("ce-type");
        HttpResponse<String> answer = caller.post("", body("ACTION"), bare);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(agency.referrals()).isEmpty();
    }

    @Test
    void oneOfSeveralSignaturesIsEnough() throws Exception {
        var headers = new HashMap<>(headers("e-1", Instant.now(), body("COPY")));
        headers.merge("webhook-signature", "v1,b3RoZXI=", (right, other) -> other + " " + right);
        assertThat(new Caller(agency.url(), Map.of())
                        .post("", body("COPY"), headers)
                        .statusCode())
                .isEqualTo(202);
    }

    @Test
    void aFailingAgencyRecovers() throws Exception {
        agency.close();
        agency = agency(Behaviour.FAILING_THEN_RECOVERING);
        assertThat(post("e-1", Instant.now(), "COPY").statusCode()).isEqualTo(503);
        assertThat(post("e-1", Instant.now(), "COPY").statusCode()).isEqualTo(503);
        Instant start = Instant.now();
        assertThat(post("e-1", Instant.now(), "COPY").statusCode()).isEqualTo(202);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(post("e-2", Instant.now(), "COPY").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> post("e-2", Instant.now(), "COPY")).isInstanceOf(IOException.class);
        assertThat(post("e-2", Instant.now(), "COPY").statusCode()).isEqualTo(202);
        assertThat(agency.received().repeated()).containsExactly(Map.entry("e-2", 1));
    }

    private HttpResponse<String> post(String event, Instant at, String kind) throws Exception {
        return new Caller(agency.url(), Map.of()).post("", body(kind), headers(event, at, body(kind)));
    }

    private static String body(String kind) {
        return "{\"id\":\"" + REFERRAL + "\",\"kind\":\"" + kind + "\"}";
    }

    private static Map<String, String> headers(String event, Instant at, String body) {
        String time = at.getEpochSecond() + "";
        return Map.of(
                "webhook-id",
                event,
                "webhook-timestamp",
                time,
                "webhook-signature",
                WEBHOOK.sign(event, time, body.getBytes(StandardCharsets.UTF_8)),
                "ce-id",
                event,
                "ce-specversion",
                "1.0",
                "ce-source",
                "urn:id:go:setneg:dumas-hub",
                "ce-type",
                "id.go.setneg.dumas.referral.issued",
                "ce-time",
                at.toString(),
                "ce-subject",
                REFERRAL);
    }
}
