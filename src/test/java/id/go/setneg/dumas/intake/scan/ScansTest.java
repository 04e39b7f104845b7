package id.go.setneg.dumas.intake.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.LedgerSettings;
import id.go.setneg.dumas.ledger.MasterKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ScansTest {

    private static final String LINE = "Contoh Warga Satu mengadu tentang tanah";

    @TempDir
    Path folder;

    private Attachments attachments;
    private Scans scans;

    @BeforeEach
    void open() {
        var settings = new LedgerSettings(folder.resolve("master.json"), true, folder.resolve("files"));
        attachments = new Attachments(settings, MasterKeys.of(settings));
        scans = new Scans(attachments, new ScanSettings(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(20)));
    }

    @Test
    void theTextOfAPdfIsKeptBesideIt() throws IOException {
        byte[] pdf = pdf(1, LINE, null);

        Scan scan = store(pdf);

        assertThat(scan.mediaType()).isEqualTo("application/pdf");
        assertThat(scan.textLayer()).isEqualTo(TextLayer.TEXT);
        assertThat(text(scan)).contains(LINE);
        assertThat(attachments.open(scan.ticket())).isEqualTo(pdf);
        assertThat(scan.size()).isEqualTo(pdf.length);
    }

    @Test
    void aScanWithoutTextSaysSo() throws IOException {
        assertThat(store(pdf(3, "", null)).textLayer()).isEqualTo(TextLayer.NONE);
    }

    @Test
    void onlySoManyPagesAreRead() throws IOException {
        assertThat(text(store(pdf(5, LINE, null))).split(LINE, -1)).hasSize(3);
    }

    @Test
    void aPasswordMakesItEncrypted() throws IOException {
        Scan scan = store(pdf(1, LINE, "rahasia"));

        assertThat(scan.textLayer()).isEqualTo(TextLayer.ENCRYPTED);
        assertThat(scan.text()).isNull();
    }

    @Test
    void whatOnlyForbidsPrintingIsRead() throws IOException {
        assertThat(store(pdf(1, LINE, "")).textLayer()).isEqualTo(TextLayer.TEXT);
    }

    @Test
    void aBrokenPdfIsKeptAndMarked() throws IOException {
        byte[] broken = "%PDF-1.7\nini bukan isi PDF".getBytes(StandardCharsets.US_ASCII);

        Scan scan = store(broken);

        assertThat(scan.textLayer()).isEqualTo(TextLayer.BROKEN);
        assertThat(attachments.open(scan.ticket())).isEqualTo(broken);
    }

    @Test
    void aPdfThatIsTooLargeIsKeptUnread() throws IOException {
        byte[] large = new byte[(1 << 20) + 1];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);

        assertThat(store(large).textLayer()).isEqualTo(TextLayer.NOT_READ);
    }

    /** Thirteen forms that draw each other ten times: 10^12 pieces of text from some kilobytes. */
    @Test
    void formsThatCallEachOtherAreReadForTheirTimeOnly() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            PDFormXObject inner = form(document, null, "BT /H 12 Tf (warga) Tj ET");
            for (int level = 0; level < 12; level++) {
                inner = form(document, inner, "/F Do ".repeat(10));
            }
            var page = new PDPage();
            page.setResources(resources(inner));
            page.setContents(stream(document, "/F Do"));
            document.addPage(page);
            document.save(bytes);
        }
        assertThat(bytes.size()).isLessThan(100_000);
        scans = new Scans(attachments, new ScanSettings(DataSize.ofMegabytes(1), 2, Duration.ofSeconds(1)));

        Scan scan = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> store(bytes.toByteArray()));

        assertThat(attachments.open(scan.ticket())).isEqualTo(bytes.toByteArray());
        assertThat(scan.textLayer()).isEqualTo(TextLayer.NONE);
    }

    @Test
    void aPdfThatUnfoldsBeyondReasonIsKeptAndMarked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            var contents = new PDStream(document);
            try (var out = contents.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
                for (int i = 0; i < 100; i++) {
                    out.write(blanks);
                }
            }
            page.setContents(contents);
            document.addPage(page);
            document.save(bytes);
        }
        assertThat(bytes.size()).isLessThan(1 << 20);

        assertThat(store(bytes.toByteArray()).textLayer()).isEqualTo(TextLayer.BROKEN);
    }

    private static PDFormXObject form(PDDocument document, @Nullable PDFormXObject inner, String content)
            throws IOException {
        var form = new PDFormXObject(stream(document, content));
        form.setBBox(new PDRectangle(100, 100));
        form.setResources(resources(inner));
        return form;
    }

    private static PDResources resources(@Nullable PDFormXObject inner) {
        var resources = new PDResources();
        resources.put(COSName.getPDFName("H"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        return resources;
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void otherFilesAreWhatTheirBytesSay() throws IOException {
        assertThat(store(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}).mediaType())
                .isEqualTo("image/jpeg");
        assertThat(store(new byte[0]).mediaType()).isEqualTo("application/octet-stream");
        assertThat(store(new byte[0]).textLayer()).isNull();
    }

    @Test
    void aRecordsFileSaysAllOfIt() throws IOException {
        ObjectNode file = store(pdf(1, LINE, null)).into(JsonNodeFactory.instance.objectNode());

        assertThat(file.fieldNames()).toIterable().containsExactly("mediaType", "size", "content", "textLayer", "text");
    }

    private Scan store(byte[] content) throws IOException {
        return scans.store(new ByteArrayInputStream(content), Long.MAX_VALUE);
    }

    private String text(Scan scan) {
        return new String(attachments.open(scan.text()), StandardCharsets.UTF_8);
    }

    private static byte[] pdf(int pages, String line, @Nullable String password) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                var one = new PDPage();
                document.addPage(one);
                try (var content = new PDPageContentStream(document, one)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(60, 700);
                    content.showText(line);
                    content.endText();
                }
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("pemilik", password, new AccessPermission()));
            }
            document.save(bytes);
        }
        return bytes.toByteArray();
    }
}
