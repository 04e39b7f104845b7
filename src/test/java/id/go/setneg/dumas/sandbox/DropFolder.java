package id.go.setneg.dumas.sandbox;

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

/** Writes exports of the correspondence office into a folder: CSV, semicolons, one row a letter. */
final class DropFolder {

    static final List<String> COLUMNS = List.of(("bukuAgenda;tahunAgenda;nomorAgenda;tanggalAgenda;tanggalTerima;"
                    + "nomorSurat;tanggalSurat;asalSurat;alamatPengirim;kepada;perihal;isiRingkas;sifat;derajat;lampiran;"
                    + "tembusan;hanyaTembusan;nik;pekerjaan;kabupaten;provinsi;surel;telepon;bertandaTangan;terlaporNama;"
                    + "terlaporNip;terlaporJabatan;terlaporInstansi;kodeMasalah;kabupatenKejadian;provinsiKejadian;"
                    + "arahanOleh;arahanTanggal;arahanIsi;arahanDokumen;instansiTujuan;nomorRujukan;diubahPada")
            .split(";"));

    /** How an export is encoded. */
    enum Form {
        PLAIN(StandardCharsets.UTF_8, ""),
        BYTE_ORDER_MARK(StandardCharsets.UTF_8, "\uFEFF"),
        WINDOWS_1252(Charset.forName("windows-1252"), "");

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
        String lines = rows.stream().map(DropFolder::line).collect(Collectors.joining("\r\n", "", "\r\n"));
        String text = form.start + String.join(";", COLUMNS) + "\r\n" + lines;
        try {
            Path half = Files.write(folder.resolve(name + ".csv.part"), text.getBytes(form.charset));
            return Files.move(half, folder.resolve(name + ".csv"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Map<String, String> cells) {
        return COLUMNS.stream()
                .map(column -> cells.getOrDefault(column, ""))
                .map(cell -> cell.matches("(?s).*[;\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell)
                .collect(Collectors.joining(";"));
    }
}
