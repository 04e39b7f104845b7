package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import id.go.setneg.dumas.sandbox.WatchedAgency.Message;
import id.go.setneg.dumas.sandbox.WatchedQueue.Taken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What really goes over the wire is what the contracts in {@code mappings/canonical} promise. */
@RunningHub
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractMessagesIT {

    private static final Path FOLDER = Path.of("mappings/canonical");
    private static final String STATUS = "/paths/~1api~1v1~1referrals~1{id}~1status/post";
    private static final SchemaValidatorsConfig STRICT = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .locale(Locale.ROOT)
            .build();

    private static final Map<String, String> BY_ID = schemasById();

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    private JsonNode http;
    private Taken queued;

    @BeforeAll
    void makeReferrals() throws Exception {
        http = new YAMLMapper().readTree(FOLDER.resolve("openapi.yaml").toFile());
        world.canaries().letter("Kementerian PANRB", "");
        world.canaries().letter("Kementerian Lingkungan Hidup", "");
        world.settle(ledger);
        queued = world.byQueue().take().orElseThrow();
    }

    private static Map<String, String> schemasById() {
        try (var files = Files.list(FOLDER)) {
            var byId = new HashMap<String, String>();
            for (Path file : files.filter(each -> each.toString().endsWith(".schema.json"))
                    .toList()) {
                String text = Files.readString(file);
                byId.put(Web.json(text).path("$id").asText(), text);
            }
            return byId;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a schema in a contract file says against a message. */
    private static List<String> against(String place, JsonNode message) {
        var factory = JsonSchemaFactory.getInstance(
                VersionFlag.V202012, builder -> builder.schemaLoaders(loaders -> loaders.schemas(BY_ID)));
        var location = SchemaLocation.of(FOLDER.toAbsolutePath().toUri() + place);
        Set<ValidationMessage> problems = factory.getSchema(location, STRICT).validate(message);
        return problems.stream()
                .map(problem -> place + ": " + problem.getMessage())
                .toList();
    }

    @Test
    void everyReferralByHttpIsTheWebhookOfTheContract() {
        assertThat(world.byHttp().messages()).isNotEmpty().allSatisfy(message -> {
            assertThat(against("referral.schema.json", Web.json(message.body())))
                    .isEmpty();
            assertThat(headerProblems(message)).isEmpty();
            assertThat(message.headers().get("content-type")).startsWith("application/json");
            assertThat(message.headers().get("webhook-id"))
                    .isEqualTo(message.headers().get("ce-id"));
            assertThat(message.headers().get("idempotency-key"))
                    .isEqualTo(message.headers().get("ce-id"));
            assertThat(message.headers().get("ce-subject"))
                    .isEqualTo(Web.json(message.body()).path("id").asText());
            assertThat(world.byHttp().verifies(message)).as("signature").isTrue();
        });
    }

    private List<String> headerProblems(Message message) {
        List<String> problems = new ArrayList<>();
        JsonNode parameters = http.at("/webhooks/referral/post/parameters");
        assertThat(parameters.size()).isGreaterThan(5);
        for (int i = 0; i < parameters.size(); i++) {
            String name = parameters.path(i).path("name").asText();
            String value = message.headers().get(name.toLowerCase(Locale.ROOT));
            if (value == null) {
                problems.add(name + " is missing");
            } else {
                boolean number = parameters.path(i).at("/schema/type").asText().equals("integer");
                problems.addAll(against(
                        "openapi.yaml#/webhooks/referral/post/parameters/" + i + "/schema",
                        number ? Web.json(value) : TextNode.valueOf(value)));
            }
        }
        return problems;
    }

    @Test
    void everyReferralByQueueIsTheMessageOfTheContract() throws Exception {
        JsonNode event = Web.json(queued.event());
        assertThat(against("asyncapi.yaml#/components/messages/referralIssued/payload", event))
                .isEmpty();
        assertThat(queued.duplicateId()).isEqualTo(event.path("id").asText());

        JsonNode referral = Web.json(world.byQueue().open(event.path("data").asText()));
        assertThat(against("referral.schema.json", referral)).isEmpty();
        assertThat(referral.path("id")).isEqualTo(event.path("subject"));
    }

    @Test
    void everyReferralOfTheSandboxIsInCanonicalForm() {
        world.sandbox()
                .referralsRead()
                .forEach((agency, referrals) -> assertThat(referrals)
                        .as(agency)
                        .isNotEmpty()
                        .allSatisfy(referral -> assertThat(against("referral.schema.json", Web.json(referral)))
                                .isEmpty()));
    }

    @Test
    void aStatusByQueueIsTheMessageOfTheContract() throws Exception {
        UUID referral = UUID.fromString(Web.json(queued.event()).path("subject").asText());
        String event = world.byQueue()
                .event(
                        update(referral, "kontrak-antrean"),
                        world.web("").get("/api/v1/keys").body());
        assertThat(against("asyncapi.yaml#/components/messages/statusReported/payload", Web.json(event)))
                .isEmpty();
        world.byQueue().put("agency.klh.status", event);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> count(ledger, "from status_update where referral_id = ?", referral) == 1);
    }

    @Test
    void theHubTakesWhatTheContractAllowsAndNothingElse() {
        Web agency = world.agency(world.byHttp().code());
        UUID referral = ledger.queryForList(
                        "select id from referral where agency = ? and state not in ('PREPARED', 'HELD')",
                        UUID.class,
                        world.byHttp().code())
                .getFirst();
        List<ObjectNode> updates = List.of(
                update(referral, "kontrak-1"),
                update(referral, "kontrak-2").put("note", "Sudah diterima.\nTerima kasih."),
                update(referral, "kontrak-3").put("letterNumber", "S-1/CONTOH"),
                update(referral, "kontrak-4").put("note", ""),
                update(referral, "kontrak-5").put("note", "x".repeat(4_001)),
                update(referral, "kontrak 6"),
                update(referral, "kontrak-8").put("status", "SELESAI"),
                update(referral, "kontrak-9").put("at", "2026-11-24 09:00"),
                update(referral, "kontrak-10").put("at", "2026-11-24"),
                update(referral, "kontrak-11").put("catatan", "lain"),
                update(referral, "kontrak-12").put("note", 7),
                update(referral, "kontrak-13").putNull("note"),
                update(referral, ""));
        for (ObjectNode update : updates) {
            boolean allowed = against("status-update.schema.json", update).isEmpty();
            HttpResponse<String> answer = agency.post("/api/v1/referrals/" + referral + "/status", update.toString());
            assertThat(answer.statusCode()).as("%s", update).isEqualTo(allowed ? 204 : 422);
            isInContract(answer);
        }
    }

    private static ObjectNode update(UUID referral, String id) {
        return Web.JSON
                .createObjectNode()
                .put("id", id)
                .put("referral", referral.toString())
                .put("status", "ACKNOWLEDGED")
                .put("at", "2026-11-24T09:00:00+07:00");
    }

    @Test
    void everyRefusalIsOneOfTheContract() {
        Web agency = world.agency(world.byHttp().code());
        String path = "/api/v1/referrals/" + UUID.randomUUID() + "/status";
        for (HttpResponse<String> answer : List.of(
                agency.post(path, "{}"),
                agency.post(path, ""),
                agency.post(path, "x".repeat(70_000)),
                agency.post("/api/v1/referrals/1/status", "{}"),
                agency.post(path, update(UUID.randomUUID(), "kontrak-20").toString()),
                agency.send("POST", path, "text/plain", "{}"),
                agency.send("GET", path, null, ""),
                world.web("").post(path, "{}"),
                world.operator().post(path, "{}"))) {
            isInContract(answer);
        }
    }

    private void isInContract(HttpResponse<String> answer) {
        Set<String> known = new TreeSet<>();
        http.at(STATUS + "/responses").fieldNames().forEachRemaining(known::add);
        assertThat(known)
                .as("openapi.yaml names the answer %s", answer.statusCode())
                .contains(answer.statusCode() + "");
        if (answer.statusCode() >= 400) {
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertThat(against("openapi.yaml#/components/schemas/Problem", Web.json(answer.body())))
                    .isEmpty();
        }
    }

    @Test
    void theKeysAreThoseOfTheContract() {
        HttpResponse<String> answer = world.web("").get("/api/v1/keys");
        assertThat(against("openapi.yaml#/components/schemas/JwkSet", Web.json(answer.body())))
                .isEmpty();
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(http.at("/paths/~1api~1v1~1keys/get/responses/200/content").fieldNames())
                .toIterable()
                .contains(type);
    }

    @Test
    void theHubServesTheContractsAsTheyLie() throws IOException {
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                HttpResponse<String> answer = world.web("").get("/api/" + name);
                assertThat(answer.statusCode()).as(name).isEqualTo(200);
                assertThat(answer.body()).as(name).isEqualTo(Files.readString(file));
            }
        }
    }
}
