package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.ledger.Parked.ParkedRecord;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of LAPOR! that hold what they should not, from their bytes to the ledger, with the real mapping. */
class OddPagesTest {

    private static final String MAPPING = "lapor/report-to-complaint";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private final ComplaintMapping mapping =
            new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        hub.clock().set(HubLedger.START);
    }

    @Test
    void whatIsNoReportIsParkedOnceAndTheOthersAreTaken() throws IOException {
        String page = "null, \"rusak\", 7, [1], {}, " + report(1) + ", " + report(2);

        assertThat(take(page)).isEqualTo(new Receipt(2, 0, 5));
        assertThat(take(page).taken()).isZero();
        assertThat(hub.parked().waiting())
                .hasSize(5)
                .extracting(ParkedRecord::reason)
                .containsOnly("id is missing");
    }

    @Test
    void aReportThatStandsTwiceInAPageIsTakenOnce() throws IOException {
        assertThat(take(report(1) + ", " + report(1))).isEqualTo(new Receipt(1, 1, 0));
    }

    @Test
    void ofTwoStatesInAPageTheNewerOneCounts() throws IOException {
        String older = report(1).put("updated_at", "23-11-2026 10:00:00").toString();
        String newer = report(1)
                .put("updated_at", "23-11-2026 11:00:00")
                .put("content", "Jembatan juga rusak")
                .toString();

        assertThat(take(newer + ", " + older)).isEqualTo(new Receipt(1, 1, 0));
        hub.clear();
        assertThat(take(older + ", " + newer)).isEqualTo(new Receipt(2, 0, 0));
    }

    @Test
    void aBadByteInOneReportKeepsNoOtherBack() throws IOException {
        String bad = report(2).put("content", "Jalan @ rusak").toString().replace("@", "\u00e9 \n");

        assertThat(take(report(1) + ", " + bad + ", " + report(3))).isEqualTo(new Receipt(3, 0, 0));
    }

    @Test
    void thousandsOfReportsOfOneSecondAreToldApartByTheirIds() {
        Paging paging = paging();
        Walk walk = paging.begin();
        int read = 0;
        while (walk.hasNext()) {
            int first = walk.page() * 100 - 99;
            String records = IntStream.range(first, first + 100)
                    .mapToObj(id -> "{\"id\":" + id + ".0,\"updated_at\":\"23-11-2026 10:00:00\"}")
                    .collect(joining(","));
            read += paging.read(walk, page(records, first < 2901)).size();
        }
        paging.finish(walk);

        assertThat(read).as("twice, as pages may have shifted").isEqualTo(6000);
        assertThat(hub.feeds().position("lapor-reports")).contains("2026-11-23T10:00+07:00 3000");
    }

    @Test
    void timesInTheFutureOrOfNoFormHideNothing() throws IOException {
        Paging paging = paging();
        Walk walk = paging.begin();
        String records = List.of("24-11-2099 10:00:00", "kemarin", "", "2026-11-23T10:00:00", "1795482000").stream()
                .map(time -> "{\"id\":1,\"updated_at\":\"" + time + "\"}")
                .collect(joining(","));
        assertThat(paging.read(walk, page(records, false))).hasSize(5);
        paging.finish(walk);

        assertThat(hub.feeds().position("lapor-reports")).contains("2026-11-23T10:00+07:00 1");
    }

    private Receipt take(String records) {
        Paging paging = paging();
        List<SourceRecord> read = paging.read(paging.begin(), page(records, false));
        return IntakeFixture.intake(hub)
                .accept(read.stream()
                        .map(record -> mapping.map(MAPPING, record))
                        .toList());
    }

    private static byte[] page(String records, boolean hasNext) {
        String next = hasNext ? "true" : "null";
        return ("{\"status\":200,\"results\":{\"data\":[" + records + "],\"next_page_url\":" + next + "}}")
                .getBytes(ISO_8859_1);
    }

    private static Paging paging() {
        var paging = new Paging(hub.feeds(), FeedHealthFixture.over(hub));
        paging.setFeed("lapor-reports");
        paging.setZone("Asia/Jakarta");
        paging.setBase("https://lapor.invalid/lapor/3.0.0/complaints");
        paging.setQuery("updated_since={since}&page={page}");
        paging.setRecords("/results/data");
        paging.setNext("/results/next_page_url");
        paging.setId("/id");
        paging.setChanged("/updated_at");
        paging.setChangedPattern("d-M-uuuu H:mm:ss|ISO|uuuu-MM-dd HH:mm:ss");
        paging.setSincePattern("uuuu-MM-dd HH:mm:ss");
        return paging;
    }

    private static ObjectNode report(int id) throws IOException {
        JsonNode report = JSON.readTree(
                Path.of("mappings", MAPPING, "An ordinary report.in.json").toFile());
        return ((ObjectNode) report)
                .put("id", id)
                .put("tracking_id", "#" + (70_000 + id))
                .put("content", "Jalan nomor " + id + " rusak");
    }
}
