package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.intake.contract.TestContracts;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The drop folder's own route, with real files. */
@Execution(ExecutionMode.CONCURRENT) // each waits most of its time
class DropFolderTest {

    private static final String HEADING = "bukuAgenda;tahunAgenda;nomorAgenda;asalSurat;berkas\r\n";

    @TempDir
    Path data;

    private Path folder;
    private OfficeRoutes office;

    @BeforeEach
    void open() {
        folder = data.resolve("ekspor");
        office = new OfficeRoutes(data);
    }

    @AfterEach
    void close() {
        office.close();
    }

    private void start(String patience) throws Exception {
        Map<String, String> settings = new HashMap<>(Map.of(
                "hub.spde.folder-enabled", "true",
                "hub.spde.folder", folder.toString(),
                "hub.spde.period", "100",
                "hub.spde.scan-patience", patience,
                "hub.spde.sheet-size", "50MB",
                "hub.spde.sheet-expanded", "1GB",
                "hub.spde.sheet-rows", "200000",
                "hub.spde.file-size", "1MB"));
        office.start(settings, "connectors/spde-drop-folder", "routes/spde/spde-drop-folder");
    }

    @Test
    void anExportIsTakenAndMovedAway() throws Exception {
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;004512;Contoh Warga Satu;\r\n");

        ObjectNode record = only();

        assertThat(record.path("nomorAgenda").asText()).isEqualTo("004512");
        assertThat(record.path("sumber").toString()).isEqualTo("{\"file\":\"ekspor.csv\",\"sheet\":\"\",\"row\":2}");
        SourceRecord first = office.records().getFirst();
        assertThat(first.feed()).isEqualTo("spde-drop-folder");
        assertThat(first.zone()).isEqualTo(ZoneId.of("Asia/Jakarta"));
        awaitIn("diproses", "ekspor.csv");
    }

    @Test
    void theSameNameWithNewContentIsTakenAgain() throws Exception {
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;\r\n");
        awaitIn("diproses", "ekspor.csv");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Dua;\r\n");

        await().until(() -> office.records().size() == 2);
        assertThat(office.records().getLast().content().path("asalSurat").asText())
                .isEqualTo("Contoh Warga Dua");
    }

    @Test
    void anExportThatIsReplacedWhileItIsTakenIsTakenAgain() throws Exception {
        office.meanwhile.add(() -> drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Dua;\r\n"));
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;\r\n");

        assertThat(record(2).path("asalSurat").asText()).isEqualTo("Contoh Warga Dua");
        awaitIn("diproses", "ekspor.csv");
    }

    @Test
    void aScanThatIsReplacedWhileItIsTakenStays() throws Exception {
        office.meanwhile.add(() -> drop("s.pdf", "%PDF-1.4 dua"));
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;s.pdf\r\n");
        drop("s.pdf", pdf());

        awaitIn("diproses", "ekspor.csv");
        assertThat(folder.resolve("s.pdf")).hasContent("%PDF-1.4 dua");
    }

    @Test
    void aLargeExportComesInPages() throws Exception {
        start("10m");
        var rows = new StringBuilder(HEADING);
        for (int i = 1; i <= 1_200; i++) {
            rows.append("PRES;2026;").append(i).append(";Contoh Warga;\r\n");
        }
        drop("ekspor.csv", rows.toString());

        awaitIn("diproses", "ekspor.csv");
        assertThat(office.pages).extracting(List::size).containsExactly(500, 500, 200);
    }

    @Test
    void anExportThatCannotBeStoredStaysAndIsTakenLater() throws Exception {
        office.refuses = true;
        start("10m");
        Path file = drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;a.pdf\r\n");
        drop("a.pdf", pdf());

        await().until(() -> office.health.failures.size() > 1);
        assertThat(file).exists();
        assertThat(folder.resolve("a.pdf")).exists();
        office.refuses = false;

        awaitIn("diproses", "ekspor.csv");
        awaitIn("diproses", "a.pdf");
        assertThat(office.records()).hasSize(1);
    }

    @Test
    void whatIsNoTableGoesToWhereSomeoneLooks() throws Exception {
        start("10m");
        drop("ekspor.xlsx", "Selamat pagi");

        ObjectNode record = only();

        assertThat(record.path("unreadable").asText()).isEqualTo("no column nomorAgenda");
        assertThat(office.attachments.open(record.path("original").asText()))
                .asString()
                .isEqualTo("Selamat pagi");
        awaitIn("perlu-dilihat", "ekspor.xlsx");
    }

    @Test
    void aRowThatCannotBeReadDoesNotStopTheOthers() throws Exception {
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;1;\"a\"b;\r\nPRES;2026;2;Contoh Warga;\r\n");

        awaitIn("perlu-dilihat", "ekspor.csv");
        assertThat(office.records()).hasSize(2);
        assertThat(office.records().getFirst().content().at("/sumber/row").asInt())
                .isEqualTo(2);
    }

    @Test
    void halfFilesAndLocksAreLeftAlone() throws Exception {
        start("0s");
        drop("ekspor.csv.part", HEADING + "PRES;2026;1;a;\r\n");
        drop("~$ekspor.xlsx", "x");
        drop("ekspor.csv", HEADING + "PRES;2026;2;b;\r\n");

        awaitIn("diproses", "ekspor.csv");
        assertThat(office.records()).hasSize(1);
        assertThat(folder.resolve("ekspor.csv.part")).exists();
        assertThat(folder.resolve("~$ekspor.xlsx")).exists();
    }

    @Test
    void anExportWaitsForItsScans() throws Exception {
        start("10m");
        drop("ekspor.xlsx", workbook("PRES", "2026", "1", "Contoh Warga Satu", "a.pdf|..\\..\\B.PDF"));
        drop("a.pdf", pdf());
        await().during(Duration.ofSeconds(2)).until(() -> office.records().isEmpty());
        drop("scan/b.pdf", "%PDF-1.4 rusak".getBytes(StandardCharsets.US_ASCII));

        JsonNode files = only().path("files");

        assertThat(files).hasSize(2);
        assertThat(files.at("/0/name").asText()).isEqualTo("a.pdf");
        assertThat(files.at("/0/mediaType").asText()).isEqualTo("application/pdf");
        assertThat(files.at("/0/textLayer").asText()).isEqualTo("NONE");
        assertThat(office.attachments.open(files.at("/0/content").asText()))
                .isEqualTo(Files.readAllBytes(awaitIn("diproses", "a.pdf")));
        assertThat(files.at("/1/textLayer").asText()).isEqualTo("BROKEN");
        awaitIn("scan/diproses", "b.pdf");
    }

    @Test
    void afterSomePatienceAnExportIsTakenWithoutAndALateScanBringsItsLetterAgain() throws Exception {
        start("3s");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;a.pdf\r\nPRES;2026;2;Contoh Warga Dua;\r\n");
        await().atMost(Duration.ofSeconds(20)).until(() -> office.records().size() == 2);
        assertThat(office.records().getFirst().content().at("/files/0/missing").asText())
                .isEqualTo("not in the folder");
        awaitIn("diproses", "ekspor.csv");

        drop("a.pdf", pdf());
        await().atMost(Duration.ofSeconds(20)).until(() -> office.records().size() == 3);
        ObjectNode again = office.records().getLast().content();
        assertThat(again.path("nomorAgenda").asText()).isEqualTo("1");
        assertThat(again.at("/files/0/textLayer").asText()).isEqualTo("NONE");
        awaitIn("diproses", "a.pdf");

        drop("PRES-2026-000002 ktp.pdf", pdf());
        await().atMost(Duration.ofSeconds(20)).until(() -> office.records().size() == 4);
        ObjectNode other = office.records().getLast().content();
        assertThat(other.path("nomorAgenda").asText()).isEqualTo("2");
        assertThat(other.at("/files/0/name").asText()).isEqualTo("PRES-2026-000002 ktp.pdf");
    }

    @Test
    void aScanOfNoKnownLetterGoesToWhereSomeoneLooksAndIsNobodysUntilItIsPutBack() throws Exception {
        start("2s");
        drop("entah.pdf", pdf());

        assertThat(only().path("unreadable").asText()).isEqualTo("a scan of no letter that is known");
        Path seen = awaitIn("perlu-dilihat", "entah.pdf");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;entah.pdf\r\n");
        assertThat(record(2).at("/files/0/missing").asText()).isEqualTo("not in the folder");
        Files.move(seen, folder.resolve("entah.pdf"));

        assertThat(record(3).at("/files/0/textLayer").asText()).isEqualTo("NONE");
        awaitIn("diproses", "PRES-2026-1--entah.pdf");
    }

    @Test
    void aScanThatWasTakenForAnotherLetterIsNeverTakenAgain() throws Exception {
        start("10m");
        drop("kemarin.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;scan0001.pdf\r\n");
        drop("scan0001.pdf", "%PDF-1.4 satu");
        String before = record(1).at("/files/0/content").asText();
        awaitIn("diproses", "PRES-2026-1--scan0001.pdf");

        drop("hari-ini.csv", HEADING + "PRES;2026;2;Contoh Warga Dua;scan0001.pdf\r\n");
        await().during(Duration.ofSeconds(3)).until(() -> office.records().size() == 1);
        drop("scan0001.pdf", "%PDF-1.4 dua");

        assertThat(office.attachments.open(record(2).at("/files/0/content").asText()))
                .asString()
                .isEqualTo("%PDF-1.4 dua");
        drop("koreksi.csv", HEADING + "PRES;2026;1;Contoh Warga Tiga;scan0001.pdf\r\n");
        assertThat(record(3).at("/files/0/content").asText()).isEqualTo(before);
    }

    @Test
    void theScanBesideTheSheetIsMeantAndOneOfAnotherFolderIsNot() throws Exception {
        start("10m");
        drop("a/scan0001.pdf", "%PDF-1.4 satu");
        drop("b/scan0001.pdf", "%PDF-1.4 dua");
        drop("a/ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;scan0001.pdf\r\n");
        assertThat(content(record(1))).isEqualTo("%PDF-1.4 satu");
        drop("b/ekspor.csv", HEADING + "PRES;2026;2;Contoh Warga Dua;scan0001.pdf\r\n");
        assertThat(content(record(2))).isEqualTo("%PDF-1.4 dua");
        awaitIn("b/diproses", "PRES-2026-2--scan0001.pdf");
    }

    @Test
    void whereSeveralScansOrLettersMayBeMeantNoneIsTaken() throws Exception {
        start("3s");
        drop("a/scan.pdf", pdf());
        drop("b/scan.pdf", pdf());
        drop("x/satu.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;s.pdf\r\n");
        drop("x/dua.csv", HEADING + "PRES;2026;2;Contoh Warga Dua;s.pdf\r\n");
        drop("ekspor.csv", HEADING + "PRES;2026;3;Contoh Warga Tiga;scan.pdf\r\n");

        await().atMost(Duration.ofSeconds(30)).until(() -> office.records().size() == 5);
        awaitIn("perlu-dilihat", "scan.pdf");
        drop("x/s.pdf", pdf());
        awaitIn("perlu-dilihat", "s.pdf");
        assertThat(office.records())
                .noneMatch(record -> record.content().at("/files/0").has("content"));
    }

    @Test
    void twoExportsThatWaitForOneNameDoNotTakeEachOthersScan() throws Exception {
        start("4s");
        drop("satu.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;scan0001.pdf\r\n");
        await().during(Duration.ofSeconds(2)).until(() -> office.records().isEmpty());
        drop("dua.csv", HEADING + "PRES;2026;2;Contoh Warga Dua;scan0001.pdf\r\n");
        drop("scan0001.pdf", "%PDF-1.4 dua");

        assertThat(record(1).at("/files/0/missing").asText()).isEqualTo("named by more than one export");
        assertThat(content(record(2))).isEqualTo("%PDF-1.4 dua");
    }

    @Test
    void lettersOfOneExportMayShareAScanAndKeepIt() throws Exception {
        start("10m");
        String letters = "PRES;2026;1;Contoh Warga Satu;s.pdf\r\nPRES;2026;2;Contoh Warga Dua;s.pdf\r\n";
        drop("ekspor.csv", HEADING + letters);
        drop("s.pdf", pdf());
        awaitIn("diproses", "PRES-2026-1+PRES-2026-2--s.pdf");
        drop("ekspor.csv", HEADING + letters);

        assertThat(record(4).path("files")).isEqualTo(record(1).path("files"));
        assertThat(record(4).path("nomorAgenda").asText()).isEqualTo("2");
    }

    @Test
    void aRowIsAsItsContractSays() throws Exception {
        start("10m");
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;s.pdf\r\n");
        drop("s.pdf", pdf());

        assertThat(TestContracts.differences("spde/row", record(1))).isEmpty();
    }

    @Test
    void filesThatLieStillAreTakenTogether() throws Exception {
        start("10m");
        for (int i = 0; i < 20; i++) {
            drop(i + ".csv", HEADING + "PRES;2026;" + i + ";Contoh Warga;\r\n");
        }
        long begun = System.nanoTime();
        record(20);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    void aScanThatIsTooLargeIsMarked() throws Exception {
        start("10m");
        drop("a.pdf", new byte[(1 << 20) + 1]);
        drop("ekspor.csv", HEADING + "PRES;2026;1;Contoh Warga Satu;a.pdf\r\n");

        assertThat(only().at("/files/0/missing").asText()).isEqualTo("more than 1048576 bytes");
    }

    private ObjectNode record(int number) {
        await().atMost(Duration.ofSeconds(20)).until(() -> office.records().size() >= number);
        return office.records().get(number - 1).content();
    }

    private String content(ObjectNode record) throws Exception {
        return new String(office.attachments.open(record.at("/files/0/content").asText()), StandardCharsets.US_ASCII);
    }

    private ObjectNode only() {
        await().atMost(Duration.ofSeconds(20)).until(() -> office.records().size() == 1);
        return office.records().getFirst().content();
    }

    private Path awaitIn(String place, String name) {
        return await().atMost(Duration.ofSeconds(20)).until(() -> in(place, name), found -> found != null);
    }

    private Path in(String place, String name) throws IOException {
        if (Files.notExists(folder.resolve(place))) {
            return null;
        }
        try (Stream<Path> files = Files.list(folder.resolve(place))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-" + name))
                    .findFirst()
                    .orElse(null);
        }
    }

    private Path drop(String name, String content) throws IOException {
        return drop(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Path drop(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] pdf() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(String... cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Contoh", "1.0")) {
            var sheet = book.newWorksheet("A");
            String[] heading = HEADING.strip().split(";", -1);
            for (int column = 0; column < heading.length; column++) {
                sheet.value(0, column, heading[column]);
                sheet.value(1, column, cells[column]);
            }
        }
        return bytes.toByteArray();
    }
}
