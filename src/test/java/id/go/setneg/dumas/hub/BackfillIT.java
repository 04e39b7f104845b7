package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.operations.BackfillCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parts of the past are read again, beside what lives. */
@RunningHub
class BackfillIT {

    private static final String BACKFILLS = "/api/v1/backfills";
    private static final List<String> SOURCES = List.of("lapor", "spde", "spde-drop-folder");
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    /** Reads each source again from yesterday to tomorrow and waits until that has ended so. */
    static void runAll(World world, String state) {
        for (String source : SOURCES) {
            String id = begin(world, source, 200);
            await(source + " to be " + state)
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(status(world, id).path("state").asText()).isEqualTo(state));
        }
    }

    @Test
    void whatIsKnownChangesNothing() {
        world.settle(ledger);
        List<Long> before = World.counts(ledger);
        runAll(world, "DONE");
        assertThat(World.counts(ledger)).isEqualTo(before);

        JsonNode all = Web.json(world.operator().get(BACKFILLS).body());
        assertThat(all.path("sources")).extracting(JsonNode::asText).containsExactlyElementsOf(SOURCES);
        for (int i = 0; i < SOURCES.size(); i++) {
            assertThat(all.path("backfills").get(i).path("known").asLong()
                            + all.path("backfills").get(i).path("parked").asLong())
                    .as("%s", all.path("backfills").get(i))
                    .isPositive();
        }
    }

    @Test
    void theLiveFeedGoesOnMeanwhile() {
        world.settle(ledger);
        String id = begin(world, "lapor", 1);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> status(world, id).path("known").asLong() > 3);
        assertThat(start(world, "lapor", 1).statusCode()).isEqualTo(409);
        long reports = reports();
        world.sandbox().load(9);
        await().atMost(Duration.ofSeconds(30)).until(() -> reports() > reports);

        assertThat(status(world, id).path("state").asText()).isEqualTo("RUNNING");
        assertThat(world.operator()
                        .send("DELETE", BACKFILLS + "/" + id, null, "")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> status(world, id).path("state").asText().equals("CANCELLED"));
        world.settle(ledger);
    }

    @Test
    void theCommandTellsHowFarItIsAndHowItEnded() throws Exception {
        assertThat(command("--source", "spde", "--from", day(-1), "--to", day(1), "--rate", "200"))
                .startsWith("0 ")
                .contains("DONE: ", " known");
        assertThat(command("--source", "kantor", "--from", day(-1), "--to", day(1)))
                .startsWith("3 ")
                .contains("(422)", "spde-drop-folder");
        assertThat(command("--source", "spde", "--from", day(1), "--to", day(-1)))
                .startsWith("3 ")
                .contains("(422)");
        assertThat(command("--source", "spde")).startsWith("2 usage: backfill");
    }

    private String command(String... options) throws InterruptedException {
        var printed = new ByteArrayOutputStream();
        var arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("--hub", world.web("").base()));
        int code = new BackfillCommand(
                        Map.of("HUB_USER", "operator", "HUB_PASSWORD", "sandbox"),
                        new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(arguments);
        return code + " " + printed.toString(StandardCharsets.UTF_8);
    }

    private long reports() {
        return count(ledger, "from submission where feed = 'lapor-reports'");
    }

    private static String begin(World world, String source, int rate) {
        HttpResponse<String> begun = start(world, source, rate);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return Web.json(begun.body()).path("id").asText();
    }

    private static HttpResponse<String> start(World world, String source, int rate) {
        ObjectNode wanted = Web.JSON
                .createObjectNode()
                .put("source", source)
                .put("from", day(-1))
                .put("to", day(1))
                .put("rate", rate);
        return world.operator().post(BACKFILLS, wanted.toString());
    }

    private static JsonNode status(World world, String id) {
        return Web.json(world.operator().get(BACKFILLS + "/" + id).body());
    }

    private static String day(int fromToday) {
        return LocalDate.now(WIB).plusDays(fromToday).toString();
    }
}
