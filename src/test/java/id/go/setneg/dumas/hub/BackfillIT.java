package id.go.setneg.dumas.hub;

import static id.go.setneg.dumas.hub.World.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.operations.BackfillCommand;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parts of the past are read again, beside what lives. */
@RunningHub
class BackfillIT {

    private static final String BACKFILLS = "/api/v1/backfills";
    private static final List<String> ASKED = List.of("lapor", "spde");
    private static final List<String> MOVED = List.of("mail", "spde-drop-folder");
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    @Autowired
    private World world;

    @Autowired
    private JdbcTemplate ledger;

    /** Reads each source again from yesterday to tomorrow. */
    static void runAll(World world) {
        ASKED.forEach(source -> run(world, source, "DONE"));
        MOVED.forEach(source -> run(world, source, "DONE"));
    }

    /** Reads each source that is asked, and cannot. */
    static void failAll(World world) {
        Map<String, String> begun = new TreeMap<>();
        ASKED.forEach(source -> begun.put(source, begin(world, source, 200)));
        begun.forEach((source, id) -> ended(world, source, id, "FAILED"));
    }

    private static JsonNode run(World world, String source, String state) {
        return ended(world, source, begin(world, source, 200), state);
    }

    private static JsonNode ended(World world, String source, String id, String state) {
        await(source + " to be " + state)
                .atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(status(world, id).path("state").asText()).isEqualTo(state));
        return status(world, id);
    }

    @Test
    void whatIsKnownChangesNothing() throws Exception {
        world.sandbox().calm(); // a report that is touched is another version
        world.everyFeedIsRead(ledger);
        world.settle(ledger);
        List<Long> before = World.counts(ledger);
        long exports = exports("diproses");
        for (String source : ASKED) {
            JsonNode ended = run(world, source, "DONE");
            assertThat(ended.path("known").asLong()).as("%s", ended).isPositive();
            assertThat(ended.path("taken").asLong()).as("%s", ended).isZero();
        }
        for (String source : MOVED) {
            JsonNode ended = run(world, source, "DONE");
            assertThat(ended.path("moved").asLong()).as("%s", ended).isPositive();
        }
        await("what was moved back to be taken again")
                .atMost(Duration.ofMinutes(3))
                .until(() -> exports("") == 0 && exports("diproses") == exports && inboxes() == 0);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(World.counts(ledger)).isEqualTo(before));

        JsonNode all = Web.json(world.operator().get(BACKFILLS).body());
        assertThat(all.path("sources"))
                .extracting(JsonNode::asText)
                .containsExactly("lapor", "mail", "spde", "spde-drop-folder");
    }

    private long exports(String place) {
        Path folder = Path.of(world.properties().get("hub.spde.folder")).resolve(place);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(csv|xlsx)"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many mails wait in the three mailboxes, as their own server says. */
    private int inboxes() throws MessagingException {
        Map<String, String> settings = world.properties();
        int waiting = 0;
        for (String mailbox : List.of("dumas", "persuratan", "asdep")) {
            try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
                store.connect(
                        settings.get("hub.mail.imap-host"),
                        Integer.parseInt(settings.get("hub.mail.imap-port")),
                        settings.get("hub.mail." + mailbox + "-user"),
                        settings.get("hub.mail." + mailbox + "-password"));
                waiting += store.getFolder("INBOX").getMessageCount();
            }
        }
        return waiting;
    }

    @Test
    void theLiveFeedGoesOnMeanwhile() {
        world.settle(ledger);
        String id = begin(world, "lapor", 1);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> status(world, id).path("known").asLong() > 3);
        assertThat(start(world, "lapor", 1).statusCode()).isEqualTo(409);
        long reports = reports();
        world.sandbox().load(9);
        await().atMost(Duration.ofMinutes(3)).until(() -> reports() > reports);

        assertThat(status(world, id).path("state").asText()).isEqualTo("RUNNING");
        assertThat(world.operator()
                        .send("DELETE", BACKFILLS + "/" + id, null, "")
                        .statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(3))
                .until(() -> status(world, id).path("state").asText().equals("CANCELLED"));
        world.settle(ledger);
    }

    @Test
    void theCommandTellsHowFarItIsAndHowItEnded() throws Exception {
        assertThat(command("--source", "spde", "--from", day(-1), "--to", day(1), "--rate", "200"))
                .startsWith("0 ")
                .contains("DONE: ", " known", " moved back");
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
