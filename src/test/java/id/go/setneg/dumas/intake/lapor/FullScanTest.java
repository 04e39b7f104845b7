package id.go.setneg.dumas.intake.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.FeedFailed;
import id.go.setneg.dumas.intake.FeedHealth;
import id.go.setneg.dumas.intake.FeedHealthFixture;
import id.go.setneg.dumas.intake.Work;
import id.go.setneg.dumas.intake.Works;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullScanTest {

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private final List<String> known = new ArrayList<>();
    private FeedHealth health;
    private Works works;
    private FullScan scans;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void start() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        known.clear();
        works = new Works(hub.clock());
        scans = scans();
    }

    private FullScan scans() {
        health = FeedHealthFixture.over(hub);
        var made = new FullScan(hub.feeds(), health, known::stream, works);
        made.setFeed("lapor-full-scan");
        made.setSource("lapor-reports");
        made.setAt("01:30");
        made.setList("/complaints");
        made.setOne("/complaints/%s/complaint");
        made.setQuery("page={page}");
        return made;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page(String next, int... ids) {
        String data = String.join(
                ",", IntStream.of(ids).mapToObj(id -> "{\"id\":" + id + "}").toList());
        return bytes("{\"results\":{\"data\":[" + data + "],\"next_page_url\":" + next + "}}");
    }

    private List<String> read(Scan scan, byte[] answer) {
        return scans.read(scan, answer).stream()
                .peek(record -> assertThat(record.feed()).isEqualTo("lapor-reports"))
                .map(SourceRecord::content)
                .map(content -> content.path("id").asText())
                .toList();
    }

    @Test
    void theListIsReadByPagesAndThenWhatItDidNotShow() {
        known.addAll(List.of("2", "8", "9"));
        Scan scan = scans.begin();
        assertThat(scan.path() + scan.query()).isEqualTo("/complaintspage=1");
        assertThat(read(scan, page("\"x?page=2\"", 1, 2))).containsExactly("1", "2");
        assertThat(scan.query()).isEqualTo("page=2");
        assertThat(read(scan, page("null", 3))).containsExactly("3");
        assertThat(scan.hasNext()).isTrue();
        assertThat(scan.path() + scan.query()).isEqualTo("/complaints/8/complaint");
        assertThat(read(scan, null)).isEmpty();
        assertThat(scan.path()).isEqualTo("/complaints/9/complaint");
        assertThat(read(scan, bytes("{\"results\":{\"data\":{\"title\":\"Jalan\"}}}")))
                .containsExactly("9");
        assertThat(scan.hasNext()).isFalse();
        assertThat(scans.vanished(scan)).extracting("reference").containsExactly("8");
        scans.finish(scan);

        assertThat(scans.isDue()).isFalse();
    }

    @Test
    void aReportIsKnownHoweverItsIdIsWritten() {
        known.addAll(List.of("1", "2", "3.0"));
        Scan scan = scans.begin();
        read(scan, bytes("{\"results\":{\"data\":[{\"id\":1.0},{\"id\":\" 2 \"},{\"id\":3}],\"next_page_url\":null}}"));

        assertThat(scan.hasNext()).isFalse();
    }

    @Test
    void itTellsHowFarItIs() {
        known.addAll(List.of("2", "8"));
        Scan scan = scans.begin();
        read(scan, page("\"x?page=2\"", 1, 2));
        assertThat(progress().done()).isEqualTo(2);
        assertThat(progress().total()).isEqualTo(-1);
        scans.begin();
        read(scan, page("null", 3));
        assertThat(scan.hasNext()).isTrue();
        assertThat(progress().total()).isEqualTo(4);
        read(scan, null);
        assertThat(scan.hasNext()).isFalse();
        assertThat(progress().endedAt()).isNull();
        scans.finish(scan);

        assertThat(progress().done()).isEqualTo(4);
        assertThat(progress().outcome()).isEqualTo("selesai, 1 tidak ada lagi");
    }

    private Work.Progress progress() {
        assertThat(works.all()).hasSize(1);
        return works.all().getFirst();
    }

    @Test
    void aRestartNeitherRepeatsNorSkipsANight() {
        Scan scan = scans.begin();
        read(scan, page("null", 1));
        assertThat(scan.hasNext()).isFalse();
        scans.finish(scan);
        scans = scans();
        assertThat(scans.isDue()).isFalse();
        hub.clock().set("2026-11-25T01:29:00+07:00");
        assertThat(scans.isDue()).isFalse();
        hub.clock().set("2026-11-25T07:00:00+07:00");
        assertThat(scans().isDue()).as("a hub that was down at half past one").isTrue();
    }

    @Test
    void aScanGoesOnWhereAFaultBrokeItOff() {
        known.addAll(List.of("8", "9"));
        Scan scan = scans.begin();
        read(scan, page("\"x?page=2\"", 1, 2));
        read(scan, page("null", 3));
        scans.read(scan, null);
        assertThat(scan.path()).isEqualTo("/complaints/9/complaint");
        health.failed("lapor-full-scan", new IllegalStateException());
        hub.clock().advance(Duration.ofMinutes(16));

        assertThat(scans.begin()).isSameAs(scan);
        assertThat(scan.path()).isEqualTo("/complaints/9/complaint");
    }

    @Test
    void aReportWhoseAnswerIsNeverUnderstoodKeepsNoOtherWaiting() {
        known.addAll(List.of("8", "9"));
        Scan scan = scans.begin();
        read(scan, page("null", 3));
        for (int i = 0; i < 4; i++) {
            assertThat(scan.path()).isEqualTo("/complaints/8/complaint");
            assertThatThrownBy(() -> scans.read(scan, bytes("{\"status\":200,\"message\":\"\"}")))
                    .isInstanceOf(FeedFailed.class);
            scans.begin();
        }
        assertThat(scan.path()).isEqualTo("/complaints/9/complaint");
    }

    @Test
    void aTenthOfAllDeletedAtOnceIsNotBelieved() {
        IntStream.rangeClosed(1, 100).forEach(id -> known.add(id + ""));
        Scan scan = scans.begin();
        read(scan, page("null", 200));
        for (int i = 0; scan.hasNext(); i++) {
            scans.read(scan, i < 11 ? null : bytes("{}"));
        }
        assertThat(scans.vanished(scan)).isEmpty();
        scans.finish(scan);

        assertThat(hub.feeds().all().getFirst().failure())
                .isEqualTo("11 open reports are said to be deleted: not believed");
        assertThat(scans.isDue()).isFalse();
    }

    @Test
    void aReportThatIsHiddenFromUsIsNotDeleted() {
        known.add("8");
        Scan scan = scans.begin();
        read(scan, page("null", 1));
        assertThat(scan.path()).isEqualTo("/complaints/8/complaint");
        assertThat(read(scan, bytes("{}"))).isEmpty();
        assertThat(scan.hasNext()).isFalse();
        assertThat(scans.vanished(scan)).isEmpty();
    }
}
