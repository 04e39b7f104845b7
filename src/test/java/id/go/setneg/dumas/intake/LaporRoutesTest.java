package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.intake.Backfill.Range;
import id.go.setneg.dumas.intake.Backfill.State;
import id.go.setneg.dumas.intake.FaultyLapor.Answer;
import id.go.setneg.dumas.intake.lapor.InstitutionsFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The route files themselves, in Camel without Spring, against a LAPOR! that answers as it likes. */
@Execution(ExecutionMode.CONCURRENT) // each waits most of its time
class LaporRoutesTest {

    private static final Answer GATEWAY = Answer.of(401, "{\"fault\":{\"code\":900901}}");
    private static final Answer CLIENT = Answer.of(401, "{\"status\":401}");

    private final FaultyLapor lapor = new FaultyLapor();

    @TempDir
    Path folder;

    private LaporFlow flow;

    @BeforeEach
    void open() {
        flow = new LaporFlow(folder, lapor.url(), new AnswerBounds(new AnswerLimit(1_000_000), Duration.ofSeconds(20)));
        for (int id = 1; id <= 7; id++) {
            lapor.put(id, "2026-11-23 10:0" + id + ":00");
        }
    }

    @AfterEach
    void close() {
        flow.close();
        lapor.close();
    }

    private void allAreTaken() {
        await().untilAsserted(() -> {
            flow.hub.clock().advance(Duration.ofSeconds(1));
            assertThat(flow.taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
        });
        await().untilAsserted(() -> assertThat(flow.failure("lapor-reports")).isNull());
    }

    @Test
    void allPagesAreTakenAndThePositionIsATimeAndAnId() throws Exception {
        flow.startReports();
        allAreTaken();
        await().untilAsserted(() ->
                assertThat(flow.hub.feeds().position("lapor-reports")).contains("2026-11-23T10:07+07:00 7"));
    }

    @Test
    void oneRefusalHealsUnseen() throws Exception {
        lapor.answerNext(GATEWAY, CLIENT);
        flow.startReports();
        await().until(() -> flow.taken.size() == 7);
        assertThat(flow.failure("lapor-reports")).isNull();
    }

    @Test
    void twoRefusalsStopTheFeedUntilAProbeAnHourLater() throws Exception {
        lapor.gatewayKey("lain");
        flow.startReports();
        flow.failsWith("STOPPED gateway refuses our key");
        int asked = lapor.asked().size();
        assertThat(asked).isEqualTo(2);
        flow.hub.clock().advance(Duration.ofMinutes(59));
        await().during(Duration.ofMillis(400)).until(() -> lapor.asked().size() == asked);
        flow.hub.clock().advance(Duration.ofMinutes(2));
        await().until(() -> lapor.asked().size() == asked + 1);
        await().during(Duration.ofMillis(400)).until(() -> lapor.asked().size() == asked + 1);
        lapor.gatewayKey("kunci");
        flow.hub.clock().advance(Duration.ofMinutes(61));
        allAreTaken();
    }

    @Test
    void whoResumesTheRouteWantsItAskedAtOnce() throws Exception {
        lapor.answerNext(CLIENT, CLIENT);
        flow.startReports();
        flow.failsWith("STOPPED our token is refused");
        await().during(Duration.ofMillis(300)).until(() -> flow.taken.isEmpty());
        flow.camel.getRouteController().suspendRoute("lapor-reports");
        flow.camel.getRouteController().resumeRoute("lapor-reports");
        await().until(() -> flow.taken.size() == 7);
    }

    @Test
    void aNewKeyInItsFileWorksAtOnce() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "lama\n");
        flow.properties.setProperty("hub.lapor.gateway-key", "");
        flow.properties.setProperty("hub.lapor.gateway-key-file", key.toString());
        lapor.gatewayKey("lama");
        flow.startReports();
        await().until(() -> flow.taken.size() == 7);
        lapor.gatewayKey("baru");
        Files.writeString(key, "baru\n");
        lapor.put(8, "2026-11-23 11:00:00");
        await().until(() -> flow.taken.contains("8"));
    }

    @Test
    void whoAsksForAMinuteGetsIt() throws Exception {
        lapor.answerNext(new Answer(429, "{\"status\":429}", Map.of("Retry-After", "60")));
        flow.startReports();
        flow.failsWith("429");
        flow.hub.clock().advance(Duration.ofSeconds(50));
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == 1);
        flow.hub.clock().advance(Duration.ofSeconds(11));
        allAreTaken();
    }

    @Test
    void everyOtherFaultIsShownAndPasses() throws Exception {
        Map<Answer, String> faults = Map.of(
                Answer.of(503, "{\"fault\":{\"code\":303001}}"), "HTTP 503 (303001)",
                Answer.of(500, "<html>"), "HTTP 500",
                Answer.of(200, "<html>Pemeliharaan</html>"), "HTML",
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":1},"), "JSON that was cut",
                Answer.of(200, "{\"status\":200,\"message\":\"\"}"), "no list",
                Answer.of(200, "{\"results\":{\"data\":null,\"next_page_url\":null}}"), "no list",
                Answer.of(0, ""), "NETWORK");
        flow.startReports();
        allAreTaken();
        for (Map.Entry<Answer, String> fault : faults.entrySet()) {
            flow.hub.clock().advance(Duration.ofHours(1));
            lapor.answerNext(fault.getKey());
            flow.failsWith(fault.getValue());
            flow.hub.clock().advance(Duration.ofHours(1));
            await().untilAsserted(
                            () -> assertThat(flow.failure("lapor-reports")).isNull());
        }
    }

    @Test
    void aPageThatCouldNotBeStoredIsAskedForAgain() throws Exception {
        flow.spills.set(2);
        flow.startReports();
        allAreTaken();
    }

    @Test
    void aBackfillAsksAgainForAPageThatCameToNothing() throws Exception {
        lapor.answerNext(
                Answer.of(503, "{\"fault\":{\"code\":303001}}"),
                Answer.of(200, "<html>Pemeliharaan</html>"),
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":1},"),
                Answer.of(200, "{\"status\":200,\"message\":\"\"}"),
                Answer.of(0, ""));
        flow.spills.set(2);
        flow.start("lapor-get", "lapor-backfill");
        flow.backfills.start(new Range("lapor", LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"), 100));
        await().until(() -> flow.backfills.all().getFirst().state() != State.RUNNING);

        assertThat(flow.backfills.all().getFirst().state()).isEqualTo(State.DONE);
        assertThat(flow.backfills.all().getFirst().outcome()).isNull();
        assertThat(flow.taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void aRecordThatIsNoObjectKeepsNoOtherBack() throws Exception {
        lapor.answerNext(Answer.of(200, "{\"results\":{\"data\":[\"rusak\",{\"id\":99}],\"next_page_url\":null}}"));
        flow.startReports();
        await().until(() -> flow.taken.contains("99"));
    }

    @Test
    void aNextPageElsewhereIsNotFollowed() throws Exception {
        try (var other = new FaultyLapor()) {
            lapor.answerNext(Answer.of(
                    200,
                    "{\"results\":{\"data\":[{\"id\":1}],\"next_page_url\":\"" + other.url()
                            + "/complaints?cursor=x\"}}"));
            flow.startReports();
            flow.failsWith("another place");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void theNightlyScanListsAllAndAsksForWhatIsMissing() throws Exception {
        flow.open.addAll(List.of("3", "50", "51", "52"));
        lapor.answer("/complaints/51/complaint", Answer.of(403, "{\"status\":403}"));
        lapor.answer(
                "/complaints/52/complaint",
                Answer.of(
                        200,
                        "{\"status\":200,\"results\":{\"data\":{\"status_name\":\"Selesai\",\"content\":\"Jalan\"}}}"));
        flow.start("lapor-get", "lapor-full-scan");
        await().until(() -> flow.hub.feeds().position("lapor-full-scan").isPresent());

        assertThat(flow.taken).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "52");
        assertThat(flow.vanished).containsExactly(new Vanished("lapor", "50"));
        assertThat(lapor.asked("/complaints/3/")).isZero();
        assertThat(flow.hub.feeds().position("lapor-full-scan")).contains("2026-11-24");
        int asked = lapor.asked().size();
        flow.hub.clock().set("2026-11-25T01:29:00+07:00");
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == asked);
        flow.hub.clock().set("2026-11-25T01:31:00+07:00");
        await().until(() ->
                flow.hub.feeds().position("lapor-full-scan").orElse("").equals("2026-11-25"));
    }

    @Test
    void theInstitutionsAreRead() throws Exception {
        lapor.answer(
                "/masters/institutions/external",
                Answer.of(200, "{\"results\":{\"data\":[{\"id\":151,\"name\":\"Kementerian Contoh\"}]}}"));
        flow.start("lapor-get", "lapor-institutions");
        await().until(() -> flow.hub.feeds().position("lapor-institutions").isPresent());

        assertThat(InstitutionsFixture.over(flow.hub).name("151")).contains("Kementerian Contoh");
    }

    @Test
    void whoIsStoppedAlsoStopsTheOthers() throws Exception {
        lapor.gatewayKey("lain");
        flow.start("lapor-get", "lapor-reports", "lapor-full-scan", "lapor-institutions");
        await().untilAsserted(() -> Stream.of("lapor-reports", "lapor-full-scan", "lapor-institutions")
                .forEach(feed -> assertThat(flow.failure(feed)).startsWith("STOPPED")));
        int asked = lapor.asked().size();
        assertThat(asked).isLessThanOrEqualTo(6);
        await().during(Duration.ofMillis(300)).until(() -> lapor.asked().size() == asked);
    }
}
