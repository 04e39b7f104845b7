package id.go.setneg.dumas.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.dhatim.fastexcel.Workbook;

/** What sources send: the mappings' own ordinary examples, each with a number and a person of its own. */
final class Samples {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter LAPOR = DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss", Locale.ROOT);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LINE = 76;

    private final ObjectNode letter = example("spde/record-to-complaint/An ordinary letter.in.json");
    private final ObjectNode row = example("spde/row-to-complaint/An ordinary row without direction.in.json");
    private final ObjectNode report = example("lapor/report-to-complaint/An ordinary report.in.json");
    private final byte[] photo = noise(2_400_000);
    private final byte[] scan = scan(1_260_000);
    private Instant changed = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(20, ChronoUnit.DAYS);
    private int number;

    private static ObjectNode example(String path) {
        try {
            return (ObjectNode) JSON.readTree(Path.of("mappings", path).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param withFile one letter in so many has a scan; 0: none
     */
    List<ListServer.Prepared> letters(int count, int withFile) {
        var letters = new ArrayList<ListServer.Prepared>();
        for (int i = 0; i < count; i++) {
            ObjectNode one = letter.deepCopy();
            next();
            one.put("nomorAgenda", "%06d".formatted(number)).put("asalSurat", name());
            one.withObject("/pengadu").put("nama", name()).put("nik", nik()).put("surel", mail());
            one.put("diubahPada", changed.atZone(WIB).toOffsetDateTime().toString());
            var files = one.putArray("berkas");
            if (withFile > 0 && i % withFile == 0) {
                files.addObject()
                        .put("id", "berkas-" + number)
                        .put("nama", "scan.pdf")
                        .put("tipe", "application/pdf")
                        .put("etag", "berkas-" + number);
            }
            letters.add(new ListServer.Prepared(changed, one.toString()));
        }
        return letters;
    }

    List<ListServer.Prepared> reports(int count) {
        var reports = new ArrayList<ListServer.Prepared>();
        for (int i = 0; i < count; i++) {
            ObjectNode one = report.deepCopy();
            next();
            String at = LAPOR.format(changed.atZone(WIB));
            one.put("id", number + "")
                    .put("tracking_id", "#" + number)
                    .put("created_at", at)
                    .put("updated_at", at);
            one.withObject("/user").put("name", name()).put("nik", nik()).put("email", mail());
            reports.add(new ListServer.Prepared(changed, one.toString()));
        }
        return reports;
    }

    /** Writes an export with a heading: {@code .csv} or {@code .xlsx}. */
    void export(Path file, int rows) throws IOException {
        List<String> columns = new ArrayList<>();
        row.fieldNames().forEachRemaining(columns::add);
        boolean isWorkbook = file.toString().endsWith(".xlsx");
        try (var out = Files.newOutputStream(file)) {
            if (isWorkbook) {
                workbook(new Workbook(out, "SPDE", "1.0"), columns, rows);
            } else {
                out.write(line(columns));
                for (int i = 0; i < rows; i++) {
                    out.write(line(cells(columns)));
                }
            }
        }
    }

    private void workbook(Workbook book, List<String> columns, int rows) throws IOException {
        try (book) {
            var sheet = book.newWorksheet("Agenda");
            for (int i = 0; i <= rows; i++) {
                List<String> cells = i == 0 ? columns : cells(columns);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(i, column, cells.get(column));
                }
            }
        }
    }

    private List<String> cells(List<String> columns) {
        next();
        return columns.stream()
                .map(column -> switch (column) {
                    case "nomorAgenda" -> "%06d".formatted(number);
                    case "asalSurat" -> name();
                    case "nik" -> nik();
                    case "surel" -> mail();
                    default -> row.path(column).asText();
                })
                .toList();
    }

    private static byte[] line(List<String> cells) {
        return ("\"" + String.join("\";\"", cells) + "\"\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A mail of some lines, about 4 kB. */
    byte[] smallMail() {
        next();
        return head("text/plain; charset=utf-8", matter().repeat(12)).getBytes(StandardCharsets.UTF_8);
    }

    /** A mail with a photo and a scanned letter, about 5 MB. */
    byte[] largeMail() {
        next();
        String start = head("multipart/mixed; boundary=batas", """
                --batas\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                %s\r
                """.formatted(matter()));
        var mail = new ByteArrayOutputStream(5_100_000);
        mail.writeBytes(start.getBytes(StandardCharsets.UTF_8));
        part(mail, "image/jpeg", "foto.jpg", photo);
        part(mail, "application/pdf", "surat.pdf", scan);
        mail.writeBytes("--batas--\r\n".getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }

    private String head(String type, String body) {
        return """
                From: %s <%s>\r
                To: dumas@setneg.go.id\r
                Date: Tue, 24 Nov 2026 09:00:00 +0700\r
                Subject: Jalan rusak di desa kami, laporan %d\r
                Message-ID: <ukur-%d@contoh.example>\r
                MIME-Version: 1.0\r
                Content-Type: %s\r
                \r
                %s""".formatted(name(), mail(), number, number, type, body);
    }

    private String matter() {
        return """
                Nama: %s\r
                NIK: %s\r
                Kepada: Presiden\r
                \r
                Jalan di depan rumah saya rusak sejak bulan lalu dan belum diperbaiki. Kami sudah melapor kepada kepala desa,\r
                kepada camat dan kepada dinas, tetapi belum ada yang datang melihat. Mohon bantuan, laporan %d.\r
                """.formatted(name(), nik(), number);
    }

    /** The last bytes are the number, so that every file is another. */
    private void part(ByteArrayOutputStream mail, String type, String name, byte[] content) {
        byte[] mark = "\n%%%010d".formatted(number).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, content, content.length - mark.length, mark.length);
        mail.writeBytes("""
                --batas\r
                Content-Type: %s; name=%s\r
                Content-Disposition: attachment; filename=%s\r
                Content-Transfer-Encoding: base64\r
                \r
                """.formatted(type, name, name).getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encode(content));
        mail.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void next() {
        number++;
        changed = changed.plusSeconds(1);
    }

    private String name() {
        return "Warga Rekaan " + number;
    }

    private String nik() {
        return "999901%010d".formatted(number);
    }

    private String mail() {
        return "warga" + number + "@contoh.example";
    }

    private static byte[] noise(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        noise[0] = (byte) 0xFF; // as a JPEG begins
        noise[1] = (byte) 0xD8;
        noise[2] = (byte) 0xFF;
        return noise;
    }

    /** A PDF of one page that is a picture; twelve bytes and more at its end are free. */
    static byte[] scan(int bytes) {
        var out = new ByteArrayOutputStream(bytes + 4096);
        try (var pdf = new PDDocument()) {
            var page = new PDPage();
            pdf.addPage(page);
            var picture = new ByteArrayInputStream(noise(bytes - 2048));
            var image = new PDImageXObject(pdf, picture, COSName.DCT_DECODE, 1240, 1754, 8, PDDeviceGray.INSTANCE);
            try (var on = new PDPageContentStream(pdf, page)) {
                on.drawImage(image, 0, 0, 595, 842);
            }
            pdf.save(out, CompressParameters.NO_COMPRESSION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.writeBytes(" ".repeat(64).getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
