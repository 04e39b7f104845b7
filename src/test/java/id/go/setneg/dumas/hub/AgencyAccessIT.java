package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.sandbox.Canaries;
import jakarta.jms.JMSRuntimeException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What agencies may and may not do, by HTTP and by queue. */
@RunningHub
class AgencyAccessIT {

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    @Autowired
    private CamelContext camel;

    private Web agency;
    private UUID referral;
    private String path;

    @BeforeEach
    void awaitReferral() {
        String code = world.byHttp().code();
        if (count(ledger, "from referral where agency = ?", code) == 0) {
            world.canaries().letter("Kementerian PANRB", "");
        }
        await().atMost(Duration.ofMinutes(3))
                .until(() -> count(ledger, "from referral where agency = ? and state <> 'PREPARED'", code) > 0);
        referral = ledger.queryForList("select id from referral where agency = ?", UUID.class, code)
                .getFirst();
        agency = world.agency(code);
        path = path(referral);
    }

    private static String path(UUID referral) {
        return "/api/v1/referrals/" + referral + "/status";
    }

    private ObjectNode update(String id) {
        return Web.JSON
                .createObjectNode()
                .put("id", id)
                .put("referral", referral.toString())
                .put("status", "ACKNOWLEDGED")
                .put("at", "2026-11-24T09:00:00+07:00")
                .put("note", Canaries.WORD + " sudah dihubungi.");
    }

    @Test
    void aStatusIsStoredOnceHoweverOftenItComes() {
        String update = update("akses-1").toString();
        for (int i = 0; i < 3; i++) {
            assertThat(agency.post(path, update).statusCode()).isEqualTo(204);
        }
        assertThat(count(ledger, "from status_update where referral_id = ?", referral))
                .isEqualTo(1);
    }

    @Test
    void whoIsNotAnAgencyIsTurnedAway() {
        String update = update("akses-2").toString();
        refused(401, world.web("").post(path, update));
        refused(401, world.web(world.byHttp().code() + ":salah").post(path, update));
        refused(401, world.web("tidak-dikenal:" + world.byHttp().password()).post(path, update));
        refused(403, world.operator().post(path, update));
    }

    @Test
    void anAgencyReportsOnlyOnItsOwnReferrals() {
        refused(404, world.agency("atr-bpn").post(path, update("akses-3").toString()));
        UUID none = UUID.randomUUID();
        refused(
                404,
                agency.post(
                        path(none),
                        update("akses-3").put("referral", none.toString()).toString()));
    }

    @Test
    void whatCannotBeAStatusIsRefused() {
        refused(422, agency.post(path, "bukan JSON: " + Canaries.WORD));
        refused(422, agency.send("POST", path, "application/json", ""));
        refused(422, agency.post(path, "[\"" + Canaries.WORD + "\"]"));
        refused(
                422,
                agency.post(
                        path,
                        update("akses-4")
                                .put("referral", UUID.randomUUID().toString())
                                .toString()));
        for (String field : new String[] {"id", "referral", "status", "at"}) {
            ObjectNode without = update("akses-4");
            without.remove(field);
            refused(422, agency.post(path, without.toString()));
            refused(
                    422,
                    agency.post(
                            path,
                            update("akses-4").put(field, Canaries.WORD + "\n").toString()));
        }
        refused(
                422,
                agency.post(
                        path, update("akses-4").put("catatan", Canaries.WORD).toString()));
        refused(
                422,
                agency.post(
                        path, update("akses-4").put("note", "x".repeat(4_001)).toString()));
        assertThat(count(
                        ledger,
                        "from status_update where agency = ?",
                        world.byHttp().code()))
                .isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsNoProperRequestIsRefused() {
        String update = update("akses-5").toString();
        refused(400, agency.post("/api/v1/referrals/" + Canaries.WORD + "/status", update));
        refused(415, agency.send("POST", path, "text/plain", update));
        refused(405, agency.send("PUT", path, "application/json", update));
        refused(404, agency.get("/api/v1/" + Canaries.WORD));
    }

    @Test
    void aHugeBodyDoesNoHarm() {
        HttpResponse<String> answer = agency.post(
                path, update("akses-6").put("note", "x".repeat(1_000_000)).toString());
        assertThat(answer.statusCode()).isIn(413, 422);
        assertThat(answer.body()).hasSizeLessThan(2_000);
    }

    @Test
    void agenciesAreAskedToComeBackWhileTheRouteIsSuspended() throws Exception {
        camel.getRouteController().suspendRoute("agency-status");
        try {
            HttpResponse<String> answer = agency.post(path, update("akses-7").toString());
            refused(503, answer);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            camel.getRouteController().resumeRoute("agency-status");
        }
        assertThat(agency.post(path, update("akses-1").toString()).statusCode()).isEqualTo(204);
    }

    private static void refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s", answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = Web.json(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotEmpty();
        assertThat(problem.path("detail").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContainIgnoringCase(Canaries.WORD);
    }

    @Test
    void anAgencyCannotReadTheQueueOfAnother() {
        var queue = world.byQueue();
        for (String other : new String[] {
            "agency.kemensos.referrals", "agency.kemensos.status", "agency.klh.status", "dead", "agency.baru.referrals"
        }) {
            assertThatThrownBy(() -> queue.take(queue.code(), queue.password(), other, 500))
                    .as(other)
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void anAgencyWritesOnlyItsOwnStatus() {
        for (String other :
                new String[] {"agency.kemensos.status", "agency.kemensos.referrals", "agency.klh.referrals"}) {
            assertThatThrownBy(() -> world.byQueue().put(other, "{}"))
                    .as(other)
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void aWrongPasswordOpensNoQueue() {
        var queue = world.byQueue();
        for (String user : new String[] {queue.code(), "kemensos", "hub", "guest", "operator", "atr-bpn"}) {
            assertThatThrownBy(() -> queue.take(user, "salah", "agency.klh.referrals", 500))
                    .as(user)
                    .isInstanceOf(JMSRuntimeException.class);
        }
    }

    @Test
    void whatIsNoStatusInTheQueueIsParked() {
        String unsealed = "Contoh Warga Terang"; // in the broker's journal as the agency wrote it
        long parked = count(ledger, "from parked where feed = 'agency.klh.status'");
        world.byQueue().put("agency.klh.status", "bukan JSON, dari " + unsealed);
        world.byQueue().put("agency.klh.status", "{\"specversion\":\"1.0\",\"id\":\"" + unsealed + "\"}");
        await().until(() -> count(ledger, "from parked where feed = 'agency.klh.status'") == parked + 2);
        assertThat(ledger.queryForList("select reason from parked where feed = 'agency.klh.status'", String.class))
                .allSatisfy(reason -> assertThat(reason).doesNotContain(unsealed));
    }
}
