package id.go.setneg.dumas.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static List<Input> inputs(long seed, int run) {
        var inputs = new Inputs(seed, run, TODAY);
        var all = new ArrayList<Input>();
        for (int i = 1; i <= 30; i++) {
            all.addAll(List.of(inputs.letter(i), inputs.row(i), inputs.mail(i), inputs.report(i)));
        }
        return all;
    }

    private static List<String> texts(List<Input> inputs) {
        return inputs.stream().map(InputsTest::text).toList();
    }

    private static String text(Input input) {
        return switch (input) {
            case Input.Letter letter -> letter.record().toString();
            case Input.Row row -> row.cells().toString();
            case Input.Report report -> report.record().toString();
            case Input.Mail mail -> mime(mail.message()).replaceAll("----=_Part_[\\w.]+", "");
        };
    }

    private static String mime(MimeMessage message) {
        try {
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSameSeedGivesTheSameRecordsAndAnotherRunGivesOthers() {
        assertThat(texts(inputs(5, 0))).isEqualTo(texts(inputs(5, 0)));
        var other = new HashSet<>(texts(inputs(6, 0)));
        assertThat(inputs(5, 0))
                .filteredOn(input -> input.nature() != Nature.AUTO_REPLY && input.nature() != Nature.HOSTILE)
                .noneMatch(input -> other.contains(text(input)));
        var references = new HashSet<String>();
        for (int run = 0; run < 3; run++) {
            inputs(5, run)
                    .forEach(input ->
                            assertThat(references.add(input.reference())).isTrue());
        }
    }

    @Test
    void theFirstTwentyOfEachKindHoldEveryNature() {
        Set<Nature> natures = new HashSet<>();
        inputs(5, 0).forEach(input -> natures.add(input.nature()));
        assertThat(natures).containsExactlyInAnyOrder(Nature.values());
        Expected expected = Expected.of(inputs(5, 0));
        assertThat(expected.parked()).hasSize(4);
        assertThat(expected.ignored()).hasSize(1);
        assertThat(expected.count()).isEqualTo(120 - 4 - 1);
        assertThat(expected.records().get("spde")).hasSize(58);
    }

    @Test
    void nobodyIsReal() {
        assertThat(inputs(5, 0)).allSatisfy(input -> assertThat(input.person()).startsWith("Contoh "));
        assertThat(texts(inputs(5, 0)))
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("\\b(?!9999)\\d{16}\\b"));
    }

    @Test
    void anOfficerSeesWhatALetterIsAbout() {
        var inputs = new Inputs(5, 0, TODAY);
        assertThat(IntStream.rangeClosed(11, 60).mapToObj(inputs::letter))
                .filteredOn(letter -> letter.nature() == Nature.ORDINARY)
                .extracting(letter -> letter.record().path("instansiTujuan").asText())
                .containsOnly(
                        "Kementerian Agraria dan Tata Ruang/BPN", "Kementerian Ketenagakerjaan", "Kementerian Sosial");
    }

    @Test
    void mailsHaveReadablePdfs() throws Exception {
        byte[] pdf = Pdf.of("Contoh (uji)");
        String text = new String(pdf, StandardCharsets.US_ASCII);
        int xref = text.lastIndexOf("\nxref\n") + 1;
        assertThat(text)
                .startsWith("%PDF-1.4")
                .contains("startxref\n" + xref + "\n")
                .endsWith("%%EOF\n");
        assertThat(text.substring(Integer.parseInt(
                        text.substring(xref).lines().toList().get(6).substring(0, 10))))
                .startsWith("4 0 obj");
        assertThat(mime(new Inputs(5, 0, TODAY).mail(4).message()))
                .contains("=?UTF-8?", "application/pdf", "surat-pengaduan.pdf");
    }

    @Test
    void anExportHasOneRowALetterAndQuotesWhatItMust(@TempDir Path folder) throws Exception {
        var inputs = new Inputs(5, 0, TODAY);
        var cells = new TreeMap<>(inputs.row(1).cells());
        cells.put("perihal", "Tanah; \"sengketa\"");
        Path file = new DropFolder(folder)
                .write("ekspor", List.of(cells, inputs.row(3).cells()), DropFolder.Form.BYTE_ORDER_MARK);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("\uFEFFbukuAgenda;tahunAgenda").endsWith("nomorRujukan;diubahPada");
        assertThat(lines.get(1)).contains("\"Tanah; \"\"sengketa\"\"\"");
        assertThat(lines.get(2).chars().filter(c -> c == ';').count()).isEqualTo(38);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
