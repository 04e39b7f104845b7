package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.LedgerSettings;
import id.go.setneg.dumas.ledger.MasterKeys;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static final String HEADING = "nomorAgenda;asalSurat;perihal\r\n";

    @TempDir
    Path folder;

    private Attachments attachments;
    private CsvReader reader;

    @BeforeEach
    void open() {
        var settings = new LedgerSettings(folder.resolve("master.json"), true, folder.resolve("files"));
        attachments = new Attachments(settings, MasterKeys.of(settings));
        reader = new CsvReader(attachments);
    }

    @Test
    void everyRowIsARecordOfTextsByHeading() {
        List<SourceRecord> records =
                read(utf8(HEADING + "004512;Contoh Warga Satu;Tanah\r\n004513;Contoh Warga Dua;\r\n"));

        assertThat(records).extracting(SourceRecord::feed).containsOnly("spde-files");
        assertThat(records).extracting(SourceRecord::zone).containsOnly(ZoneId.of("Asia/Jakarta"));
        assertThat(records)
                .extracting(record -> record.content().toString())
                .containsExactly(
                        "{\"nomorAgenda\":\"004512\",\"asalSurat\":\"Contoh Warga Satu\",\"perihal\":\"Tanah\"}",
                        "{\"nomorAgenda\":\"004513\",\"asalSurat\":\"Contoh Warga Dua\",\"perihal\":\"\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void semicolonCommaAndTabSeparate(String separator) {
        String file = (HEADING + "1;Contoh Warga Satu;Tanah\r\n").replace(";", separator);

        assertThat(only(utf8(file)).path("perihal").asText()).isEqualTo("Tanah");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstHeading() {
        assertThat(only(utf8("\uFEFF" + HEADING + "1;a;b\n"))
                        .path("nomorAgenda")
                        .asText())
                .isEqualTo("1");
    }

    @Test
    void whatIsNotUtf8IsReadAsWindows1252() {
        byte[] file = (HEADING + "1;Contoh Warga Satu;Désa – “Contoh”\r\n").getBytes(Charset.forName("windows-1252"));

        assertThat(only(file).path("perihal").asText()).isEqualTo("Désa – “Contoh”");
    }

    @Test
    void aQuotedCellKeepsSeparatorsQuotesAndLines() {
        ObjectNode row = only(utf8(HEADING + "1;\"Contoh; Warga\";\"baris \"\"satu\"\"\nbaris dua\"\r\n"));

        assertThat(row.path("asalSurat").asText()).isEqualTo("Contoh; Warga");
        assertThat(row.path("perihal").asText()).isEqualTo("baris \"satu\"\nbaris dua");
    }

    @Test
    void emptyLinesAreNoRecords() {
        assertThat(read(utf8(HEADING + "\r\n1;a;b\r\n\r\n"))).hasSize(1);
    }

    @Test
    void aHeadingAloneHasNoRecords() {
        assertThat(read(utf8(HEADING))).isEmpty();
    }

    @Test
    void aShortRowLacksItsLastCells() {
        ObjectNode row = only(utf8(HEADING + "1;a\r\n"));

        assertThat(row.path("asalSurat").asText()).isEqualTo("a");
        assertThat(row.path("perihal").asText("")).isEmpty();
    }

    @Test
    void aFileWithoutTheKeyColumnIsOneUnreadableRecord() {
        assertThat(only(utf8("nama;alamat\r\nContoh;Contoh\r\n"))
                        .path("unreadable")
                        .asText())
                .isEqualTo("no column nomorAgenda");
    }

    @Test
    void anUnreadableFileIsKeptWhole() {
        byte[] file = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 1, 2, 3, '\n', 0, 0};

        ObjectNode record = only(file);

        assertThat(record.path("unreadable").asText()).isNotEmpty();
        assertThat(attachments.open(record.path("original").asText())).isEqualTo(file);
    }

    @Test
    void anEmptyFileIsOneUnreadableRecord() {
        assertThat(only(new byte[0]).has("unreadable")).isTrue();
    }

    @Test
    void aRowWithMoreCellsThanHeadingsMakesTheFileUnreadable() {
        assertThat(only(utf8(HEADING + "1;a;b\r\n2;a;b;c\r\n")).has("unreadable"))
                .isTrue();
    }

    @Test
    void aQuoteThatNeverEndsMakesTheFileUnreadable() {
        assertThat(only(utf8(HEADING + "1;\"a;b\r\n2;a;b\r\n")).has("unreadable"))
                .isTrue();
    }

    private List<SourceRecord> read(byte[] file) {
        return reader.read(file, "spde-files", "nomorAgenda", "Asia/Jakarta");
    }

    private ObjectNode only(byte[] file) {
        List<SourceRecord> records = read(file);
        assertThat(records).hasSize(1);
        return records.getFirst().content();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
