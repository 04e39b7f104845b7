package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.intake.Backfill;
import id.go.setneg.dumas.intake.BackfillFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drop folder's own routes, with real files; wanted is the first week of October, WIB. */
class ReturnedExportsTest {

    private static final String WITHIN = "2026-10-02T03:00:00Z";

    @TempDir
    Path data;

    private final Backfill backfill = BackfillFixture.of("2026-10-01", "2026-10-08", 100);
    private final ReturnedExports exports = new ReturnedExports();
    private Path folder;
    private Path taken;
    private OfficeRoutes office;

    @BeforeEach
    void open() throws IOException {
        folder = data.resolve("ekspor");
        taken = Files.createDirectories(folder.resolve("diproses"));
        exports.setFolder(folder.toString());
        office = new OfficeRoutes(data);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void start() throws Exception {
        office.start(
                Map.of(
                        "hub.spde.folder-enabled", "true",
                        "hub.spde.folder", folder.toString(),
                        "hub.spde.period", "100",
                        "hub.spde.scan-patience", "10m",
                        "hub.spde.sheet-size", "50MB",
                        "hub.spde.sheet-expanded", "1GB",
                        "hub.spde.sheet-rows", "200000",
                        "hub.spde.file-size", "1MB"),
                "connectors/spde-drop-folder",
                "routes/spde/spde-drop-folder",
                "connectors/spde-drop-folder-range",
                "routes/spde/spde-drop-folder-backfill");
    }

    private static Path export(Path place, String name, String number, String written) throws IOException {
        Path file = place.resolve(name);
        Files.writeString(
                file,
                "bukuAgenda;tahunAgenda;nomorAgenda;asalSurat;berkas\r\nPRES;2026;" + number + ";Warga Rekaan;\r\n");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(written)));
    }

    private List<String> numbers() {
        return office.records().stream()
                .map(record -> record.content().path("nomorAgenda").asText())
                .toList();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).map(Beside::name).sorted().toList();
        }
    }

    @Test
    void theExportsOfTheRangeComeBackUnderTheirNamesAndAreTakenAgain() throws Exception {
        export(taken, "20261002100000000-ekspor.csv", "000001", WITHIN);
        export(taken, "20261003100000000-ekspor.csv", "000002", "2026-10-07T16:59:59Z");
        export(taken, "20261001100000000-surat.csv", "000003", "2026-09-30T17:00:00Z");
        export(taken, "20260930100000000-ekspor.csv", "000008", "2026-09-30T16:59:59Z");
        export(taken, "20261008100000000-ekspor.csv", "000009", "2026-10-07T17:00:00Z");
        Path scan = Files.writeString(taken.resolve("20261002100000000-ktp.pdf"), "%PDF-1.4 rekaan");
        Files.setLastModifiedTime(scan, FileTime.from(Instant.parse(WITHIN)));
        start();
        try (var routes = office.camel.createProducerTemplate()) {
            routes.sendBody("direct:spde-drop-folder-backfill", backfill);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> numbers().size() == 3);
        await().until(() -> names(folder).isEmpty());

        assertThat(numbers()).containsExactlyInAnyOrder("000001", "000002", "000003");
        assertThat(BackfillFixture.moved(backfill)).isEqualTo(3);
        assertThat(names(taken))
                .hasSize(6)
                .contains("20260930100000000-ekspor.csv", "20261008100000000-ekspor.csv", "20261002100000000-ktp.pdf")
                .allMatch(name -> name.matches("\\d{17}-((ekspor|surat)\\.csv|ktp\\.pdf)"));
        for (String name : names(taken)) {
            if (Files.readString(taken.resolve(name)).contains("000001")) {
                assertThat(Files.getLastModifiedTime(taken.resolve(name)).toInstant())
                        .isEqualTo(WITHIN);
            }
        }
    }

    @Test
    void aFileThatWaitsIsNotOverwritten() throws Exception {
        Path waiting = export(folder, "ekspor.csv", "000002", WITHIN);
        Path old = export(taken, "20261002100000000-ekspor.csv", "000001", WITHIN);

        assertThat(exports.moveBack(old)).isNull();
        assertThat(waiting).content().contains("000002");
        assertThat(old).content().contains("000001");
        Files.delete(waiting);
        assertThat(exports.moveBack(old)).isEqualTo(waiting).content().contains("000001");
        assertThat(old).doesNotExist();
    }

    @Test
    void tenAtMostWaitForTheFolder() throws Exception {
        for (int i = 10; i < 30; i++) {
            export(taken, "202610021000000%d-ekspor-%d.csv".formatted(i, i), "0000" + i, WITHIN);
        }
        ExportWalk walk = exports.begin(backfill);
        for (int i = 0; i < 10; i++) {
            exports.putBack(walk);
        }
        BackfillFixture.cancel(backfill);
        exports.putBack(walk);
        assertThat(names(folder)).hasSize(10).contains("ekspor-10.csv");
        assertThat(walk.hasNext()).isFalse();
    }
}
