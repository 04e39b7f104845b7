package id.go.setneg.dumas.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.Intake.Receipt;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.Mappings;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report whose id is written in another way is the same report. */
class ReportIdsTest {

    private static final String MAPPING = "lapor/report-to-complaint";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static HubLedger hub;

    private final Intake intake = IntakeFixture.intake(hub);

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
    }

    @Test
    void aReportThatComesAgainWithItsIdAsAFractionChangesNothing() throws IOException {
        intake.accept(List.of(map("100045")));

        assertThat(intake.accept(List.of(map("100045.0")))).isEqualTo(new Receipt(0, 1, 0));
        assertThat(count("submission")).isEqualTo(1);
    }

    private static MappedRecord.Mapped map(String id) throws IOException {
        ObjectNode report = (ObjectNode) JSON.readTree(
                Path.of("mappings", MAPPING, "An ordinary report.in.json").toFile());
        report.set("id", JSON.readTree(id.getBytes(UTF_8)));
        var mapping = new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());
        return (MappedRecord.Mapped)
                mapping.map(MAPPING, SourceRecord.ofJson("lapor-reports", report, ZoneId.of("Asia/Jakarta")));
    }

    private static int count(String table) {
        Integer rows = hub.jdbc().queryForObject("select count(*) from " + table, Integer.class);
        return rows == null ? 0 : rows;
    }
}
