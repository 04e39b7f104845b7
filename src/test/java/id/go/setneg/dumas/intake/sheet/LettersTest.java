package id.go.setneg.dumas.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private static final String HEADING = "bukuAgenda;nomorAgenda;asalSurat;perihal\r\n";
    private static final Headings HEADINGS = new Headings(
            List.of("bukuAgenda", "nomorAgenda", "tanggalAgenda", "asalSurat", "perihal", "nik"),
            List.of("bukuAgenda", "nomorAgenda"),
            Map.of("no", "nomor", "tgl", "tanggal"),
            Map.of("pengirim", "asalSurat"));
    private static final Limits LIMITS = new Limits(1 << 20, 64 << 20, 1000);

    @Test
    void everyRowIsALetterByHeading() throws IOException {
        List<Letter> letters =
                read(HEADING + "PRES;004512;Contoh Warga Satu;Tanah\r\nMEN;004513;Contoh Warga Dua;\r\n");

        assertThat(letters)
                .extracting(Letter::known)
                .containsExactly(
                        Map.of(
                                "bukuAgenda", "PRES",
                                "nomorAgenda", "004512",
                                "asalSurat", "Contoh Warga Satu",
                                "perihal", "Tanah"),
                        Map.of(
                                "bukuAgenda", "MEN",
                                "nomorAgenda", "004513",
                                "asalSurat", "Contoh Warga Dua",
                                "perihal", ""));
        assertThat(letters).extracting(Letter::number).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void theSeparatorIsFound(String separator) throws IOException {
        assertThat(only((HEADING + "P;1;Contoh Warga Satu;Tanah\r\n").replace(";", separator))
                        .text("perihal"))
                .isEqualTo("Tanah");
    }

    @Test
    void aLineMaySayTheSeparator() throws IOException {
        assertThat(only("sep=;\r\n" + HEADING + "P;1;a,b;c,d\r\n").text("asalSurat"))
                .isEqualTo("a,b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void theEncodingIsFound(String charset) throws IOException {
        byte[] file = (HEADING + "P;1;Contoh Warga Satu;Désa – “Contoh”\r\n").getBytes(Charset.forName(charset));

        assertThat(read(file).getFirst().text("perihal")).isEqualTo("Désa – “Contoh”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNotPartOfTheHeading(String charset) throws IOException {
        byte[] file = ("\uFEFF" + HEADING + "P;1;a;b\r\n").getBytes(Charset.forName(charset));

        assertThat(read(file).getFirst().text("bukuAgenda")).isEqualTo("P");
    }

    @Test
    void aBrokenLetterBehindLongUtf8MakesItWindows1252() throws IOException {
        byte[] file = (HEADING + "P;1;" + "x".repeat(40_000) + ";é\r\n").getBytes(Charset.forName("windows-1252"));

        assertThat(read(file).getFirst().text("perihal")).isEqualTo("é");
    }

    @Test
    void aQuotedCellKeepsSeparatorsQuotesAndLines() throws IOException {
        Letter letter = only(HEADING + "P;1;\"Contoh; Warga\";\"baris \"\"satu\"\"\r\nbaris dua\"\r\n");

        assertThat(letter.text("asalSurat")).isEqualTo("Contoh; Warga");
        assertThat(letter.text("perihal")).isEqualTo("baris \"satu\"\nbaris dua");
    }

    @Test
    void aFormulaThatKeepsZerosIsItsText() throws IOException {
        assertThat(only(HEADING + "P;=\"0012\";a;b\r\n").text("nomorAgenda")).isEqualTo("0012");
        assertThat(only(HEADING + "P;\"=\"\"0012\"\"\";a;b\r\n").text("nomorAgenda"))
                .isEqualTo("0012");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOMOR AGENDA;PERIHAL",
                "No. Agenda;Perihal",
                "no_agenda;perihal",
                "NoAgenda;Perihal ",
                "Nomor  Agenda (wajib);PERIHAL",
                "nomoragenda;perihal"
            })
    void aHeadingMayBeSpelledOtherwise(String heading) throws IOException {
        assertThat(only(heading + "\r\n12;b\r\n").known()).isEqualTo(Map.of("nomorAgenda", "12", "perihal", "b"));
    }

    @Test
    void anotherTitleStandsForAColumn() throws IOException {
        assertThat(only("No. Agenda;Pengirim\r\n12;Contoh\r\n").text("asalSurat"))
                .isEqualTo("Contoh");
    }

    @Test
    void whatStandsAboveAndBelowTheTableIsLeftOut() throws IOException {
        List<Letter> letters = read("""
                KEMENTERIAN CONTOH;;;
                Daftar Surat Masuk;;;

                bukuAgenda;nomorAgenda;asalSurat;perihal
                (1);(2);(3);(4)
                P;1;a;b
                ;;;
                bukuAgenda;nomorAgenda;asalSurat;perihal
                P;2;c;d
                Jumlah;;2;surat
                ;;;Jakarta, 24 November 2026
                """);

        assertThat(letters).extracting(letter -> letter.text("nomorAgenda")).containsExactly("1", "2");
        assertThat(letters).extracting(Letter::number).containsExactly(6, 9);
    }

    @Test
    void aLetterWithoutItsNumberIsNotLeftOut() throws IOException {
        assertThat(only(HEADING + "P;;Contoh Warga Satu;Tanah\r\n").text("nomorAgenda"))
                .isEmpty();
    }

    @Test
    void aShortRowLacksItsLastCells() throws IOException {
        assertThat(only(HEADING + "P;1;a\r\n").text("perihal")).isEmpty();
    }

    @Test
    void emptyCellsBeyondTheHeadingDoNotMatter() throws IOException {
        assertThat(only(HEADING + "P;1;a;b;;;\r\n").unreadable()).isNull();
    }

    @Test
    void aRowWithMoreCellsThanTheHeadingIsUnreadableAlone() throws IOException {
        assertThat(read(HEADING + "P;1;a;b\r\nP;2;a;b;c\r\nP;3;a;b\r\n"))
                .extracting(Letter::unreadable)
                .containsExactly(null, "more cells than the heading has", null);
    }

    @Test
    void manyQuotesInAnUnquotedCellAreReadQuickly() {
        String cell = "x" + "\"".repeat(400_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> assertThat(read(HEADING + "P;1;" + cell + ";b\r\n")).hasSize(1));
    }

    @Test
    void aQuoteThatNeverEndsCostsItsRowOnly() throws IOException {
        assertThat(read(HEADING + "P;1;a;b\r\nP;2;\"a;b\r\nP;3;a;b\r\nP;4;a;b"))
                .extracting(Letter::unreadable)
                .containsExactly(null, "a quote that never ends", null, null);
    }

    @Test
    void aStrayQuoteDoesNotSwallowTheRowsToTheNextQuote() throws IOException {
        List<Letter> letters =
                read(HEADING + "P;1;\"Jalan rusak;b\r\nP;2;a;b\r\nP;3;\"a\r\nb\";b\r\nP;4;5\" pipa;b\r\n");

        assertThat(letters)
                .extracting(
                        letter -> letter.unreadable() == null ? letter.known().get("nomorAgenda") : letter.unreadable())
                .containsExactly("text behind a closing quote", "2", "3", "4");
        assertThat(letters).extracting(Letter::number).containsExactly(2, 3, 4, 6);
        assertThat(letters.get(2).known()).containsEntry("asalSurat", "a\nb");
    }

    @Test
    void aStrayQuoteThatAnotherOneClosesDoesNotSwallowRowsOfManyCells() throws IOException {
        String heading = "bukuAgenda;nomorAgenda;asalSurat;perihal;c1;c2;c3;c4;c5;c6\r\n";
        String row = ";a;b;1;2;3;4;5;6\r\n";

        assertThat(read(heading + "P;1;\"a;b;1;2;3;4;5;6\r\nP;2" + row + "P;3" + row + "P;4;a;b\";1;2;3;4;5;6\r\nP;5"
                        + row))
                .extracting(
                        letter -> letter.unreadable() == null ? letter.known().get("nomorAgenda") : letter.unreadable())
                .containsExactly("a quote that runs over rows", "2", "3", "4", "5");
    }

    @Test
    void aCellThatIsLongerThanAnyOfExcelIsNoCell() throws IOException {
        assertThat(read(HEADING + "P;1;\"" + "panjang\r\n".repeat(10_000) + "P;2;a;b\r\n")
                        .getFirst()
                        .unreadable())
                .isEqualTo("a quote that does not end within a cell");
    }

    @Test
    void aWebPageMayNotMakeMuchOfLittle() {
        String bomb =
                "<table>" + "<tr><td colspan=999 rowspan=999>x</td><td colspan=999>y</td></tr>".repeat(3) + "</table>";

        assertThatThrownBy(() -> read(bomb)).isInstanceOf(NotATable.class).hasMessageContaining("1000 cells");
    }

    @Test
    void textBehindAClosingQuoteIsUnreadableAndTheNextRowIsRead() throws IOException {
        assertThat(read(HEADING + "P;1;\"a\"x;b\r\nP;2;a;b\r\n"))
                .extracting(Letter::unreadable)
                .containsExactly("text behind a closing quote", null);
    }

    @Test
    void aColumnThatIsNotKnownIsKeptApart() throws IOException {
        Letter letter = only("nomorAgenda;perihal;unreadable\r\n1;b;c\r\n");

        assertThat(letter.others()).isEqualTo(Map.of("unreadable", "c"));
        assertThat(letter.unreadable()).isNull();
    }

    @Test
    void aHeadingAloneHasNoLetters() throws IOException {
        assertThat(read(HEADING)).isEmpty();
    }

    @Test
    void moreRowsThanAllowedAreNoTable() {
        assertThatThrownBy(() -> read(HEADING + "P;1;a;b\r\n".repeat(1001)))
                .isInstanceOf(NotATable.class)
                .hasMessage("more than 1000 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nama;alamat\r\nContoh;Contoh\r\n", "Selamat pagi, ini bukan tabel."})
    void aTextWithoutTheKeyColumnIsNoTable(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(NotATable.class).hasMessage("no column nomorAgenda");
    }

    @Test
    void otherFilesSayWhatTheyAre() {
        assertThatThrownBy(() -> read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 1, 2}))
                .hasMessageContaining("old binary workbook (.xls)");
        assertThatThrownBy(() -> read("%PDF-1.4 …")).hasMessageContaining("PDF");
        assertThatThrownBy(() -> read("<?xml version=\"1.0\"?><surat/>")).hasMessageContaining("XML");
        assertThatThrownBy(() -> read(new byte[] {1, 2, 3, 0, 5, 6, 7, 8, 9, 10, 11, 12, 13}))
                .hasMessageContaining("neither");
        assertThatThrownBy(() -> read(zip(Map.of("dokumen.txt", "Contoh")))).hasMessageContaining("without a workbook");
        assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 1, 2, 3})).hasMessageContaining("broken package");
    }

    @Test
    void aWebPageThatCallsItselfAWorkbookIsRead() throws IOException {
        List<Letter> letters = read("""
                <html><body><table><tr><td>Laporan</td></tr></table><table>
                <tr><th>No. Agenda</th><th>Pengirim</th><th>Perihal</th></tr>
                <tr><td>0012</td><td rowspan="2">Contoh &amp; Warga</td><td>Tanah</td></tr>
                <tr><td>0013</td><td>Jalan</td></tr></table></body></html>""");

        assertThat(letters).extracting(letter -> letter.text("nomorAgenda")).containsExactly("0012", "0013");
        assertThat(letters).extracting(letter -> letter.text("asalSurat")).containsOnly("Contoh & Warga");
        assertThat(letters.getLast().text("perihal")).isEqualTo("Jalan");
    }

    @Test
    void aWorkbookIsReadAsAPersonSeesIt() throws IOException {
        List<Letter> letters = read(workbook(book -> {
            Worksheet sheet = book.newWorksheet("November");
            sheet.value(0, 0, "Daftar Surat Masuk");
            sheet.range(0, 0, 0, 4).merge();
            row(sheet, 2, "Buku Agenda", "No. Agenda", "Tgl. Agenda", "Asal Surat", "Perihal", "NIK");
            row(sheet, 3, "PRES", new BigDecimal("4512"), null, "Contoh Warga Satu", "Tanah", 8888010101900001L);
            sheet.value(3, 2, LocalDate.of(2026, 11, 20));
            sheet.style(3, 2).format("dd/mm/yyyy").set();
            row(sheet, 5, null, "004513", "20/11/2026", "Contoh Warga Dua", "Jalan", 999901010190000000L);
            sheet.range(3, 0, 5, 0).merge();
            sheet.formula(6, 1, "SUM(B4:B6)");
            sheet.value(6, 0, "Jumlah");
        }));

        assertThat(letters).hasSize(2);
        assertThat(letters.getFirst().known())
                .isEqualTo(Map.of(
                        "bukuAgenda", "PRES",
                        "nomorAgenda", "4512",
                        "tanggalAgenda", "20/11/2026",
                        "asalSurat", "Contoh Warga Satu",
                        "perihal", "Tanah",
                        "nik", "8888010101900001"));
        assertThat(letters.getLast().text("bukuAgenda")).isEqualTo("PRES");
        assertThat(letters.getLast().text("nik")).isEmpty();
        assertThat(letters.getLast().lost()).containsExactly("nik");
        assertThat(letters).extracting(Letter::sheet).containsOnly("November");
        assertThat(letters).extracting(Letter::number).containsExactly(4, 6);
    }

    @Test
    void everyVisibleSheetWithAHeadingIsRead() throws IOException {
        List<Letter> letters = read(workbook(book -> {
            row(book.newWorksheet("Petunjuk"), 0, "Isilah lembar berikut");
            Worksheet first = book.newWorksheet("PRES");
            row(first, 0, "nomorAgenda", "perihal");
            row(first, 1, "1", "a");
            Worksheet hidden = book.newWorksheet("Lama");
            row(hidden, 0, "nomorAgenda", "perihal");
            row(hidden, 1, "2", "b");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            Worksheet last = book.newWorksheet("MEN");
            row(last, 0, "perihal", "nomorAgenda");
            row(last, 1, "c", "3");
        }));

        assertThat(letters).extracting(letter -> letter.text("nomorAgenda")).containsExactly("1", "3");
        assertThat(letters).extracting(letter -> letter.text("perihal")).containsExactly("a", "c");
    }

    @Test
    void aWorkbookWithoutTheKeyColumnIsNoTable() {
        assertThatThrownBy(() -> read(workbook(book -> row(book.newWorksheet("A"), 0, "nama", "alamat"))))
                .hasMessage("no column nomorAgenda");
    }

    @Test
    void aWorkbookThatUnfoldsToTooMuchIsRefused() throws IOException {
        byte[] bomb = zip(Map.of("xl/workbook.xml", "<workbook/>", "xl/worksheets/sheet1.xml", "0".repeat(65 << 20)));

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> read(bomb)).hasMessageContaining("unfolds");
    }

    @Test
    void aBrokenWorkbookIsNoTable() throws IOException {
        byte[] broken = zip(Map.of("xl/workbook.xml", "<workbook>", "[Content_Types].xml", "<Types"));

        assertThatThrownBy(() -> read(broken)).isInstanceOf(NotATable.class);
    }

    @Test
    void aWorkbookThatBreaksOffGivesWhatItHad() throws IOException {
        byte[] whole = workbook(book -> {
            Worksheet sheet = book.newWorksheet("A");
            row(sheet, 0, "nomorAgenda", "perihal");
            row(sheet, 1, "1", "a");
        });
        byte[] cut = new byte[whole.length - 200];
        System.arraycopy(whole, 0, cut, 0, cut.length);

        assertThatThrownBy(() -> read(cut)).isInstanceOf(NotATable.class);
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case null -> {}
                case Number number -> sheet.value(row, column, number);
                default -> sheet.value(row, column, cells[column].toString());
            }
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Contoh", "1.0")) {
            content.accept(book);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, String> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Letter only(String text) throws IOException {
        List<Letter> letters = read(text);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private static List<Letter> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Letter> read(byte[] file) throws IOException {
        List<Letter> read = new ArrayList<>();
        try (Letters letters = Letters.open(() -> new ByteArrayInputStream(file), HEADINGS, LIMITS)) {
            for (Letter letter = letters.next(); letter != null; letter = letters.next()) {
                read.add(letter);
            }
        }
        return read;
    }
}
