package id.go.setneg.dumas.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;

/** Writes exports of the correspondence office into a folder: CSV with semicolons or a workbook, one row a letter, and scans. */
final class DropFolder {

    static final List<String> COLUMNS = List.of(("bukuAgenda;tahunAgenda;nomorAgenda;tanggalAgenda;tanggalTerima;"
                    + "nomorSurat;tanggalSurat;asalSurat;alamatPengirim;kepada;perihal;isiRingkas;sifat;derajat;lampiran;berkas;"
                    + "tembusan;hanyaTembusan;nik;pekerjaan;kabupaten;provinsi;surel;telepon;bertandaTangan;terlaporNama;"
                    + "terlaporNip;terlaporJabatan;terlaporInstansi;kodeMasalah;kabupatenKejadian;provinsiKejadian;"
                    + "arahanOleh;arahanTanggal;arahanIsi;arahanDokumen;instansiTujuan;nomorRujukan;diubahPada")
            .split(";"));

    /** How an export is encoded. */
    enum Form {
        PLAIN(StandardCharsets.UTF_8, ""),
        BYTE_ORDER_MARK(StandardCharsets.UTF_8, "\uFEFF"),
        WINDOWS_1252(Charset.forName("windows-1252"), ""),
        WORKBOOK(StandardCharsets.UTF_8, "");

        private final Charset charset;
        private final String start;

        Form(Charset charset, String start) {
            this.charset = charset;
            this.start = start;
        }
    }

    private final Path folder;

    DropFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    /** Writes an export in one step: a reader never sees half of it. */
    Path write(String name, List<Map<String, String>> rows, Form form) {
        if (form == Form.WORKBOOK) {
            return write(name + ".xlsx", workbook(rows));
        }
        String lines = rows.stream().map(DropFolder::line).collect(Collectors.joining("\r\n", "", "\r\n"));
        String text = form.start + String.join(";", COLUMNS) + "\r\n" + lines;
        return write(name + ".csv", text.getBytes(form.charset));
    }

    /** Lays a scan beside. */
    Path scan(String name) {
        return write(name, Pdf.of("Pindaian " + name));
    }

    private Path write(String name, byte[] content) {
        try {
            Path half = Files.write(folder.resolve(name + ".part"), content);
            return Files.move(half, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With a title above the heading, as offices like it. */
    private static byte[] workbook(List<Map<String, String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "SPDE", "1.0")) {
            var sheet = book.newWorksheet("Agenda");
            sheet.value(0, 0, "Daftar Surat Masuk");
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(2, column, COLUMNS.get(column));
                for (int row = 0; row < rows.size(); row++) {
                    sheet.value(3 + row, column, rows.get(row).getOrDefault(COLUMNS.get(column), ""));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String line(Map<String, String> cells) {
        return COLUMNS.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .map(cell -> cell.matches("(?s).*[;\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(";"));
    }
}
