package id.go.setneg.dumas.progress;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * The form as PDF: A4, the font within (Liberation Sans, SIL Open Font License, from the jar of PDFBox), language, title and
 * colour profile named as PDF/A (ISO 19005) wants them. The same progress gives the same bytes.
 */
public final class ProgressForm {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final String TITLE = "Formulir Informasi Perkembangan Penanganan Pengaduan Masyarakat";
    private static final String OFFICE = "Asisten Deputi Pengaduan Masyarakat, Kementerian Sekretariat Negara";
    private static final float TEXT = 10.5f;
    private static final float SMALL = 8;

    private ProgressForm() {}

    /** The form of one case. */
    public static byte[] pdf(Progress progress) {
        try (var document = new PDDocument();
                InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            write(Form.of(progress), new Sheet(document, PDType0Font.load(document, font, true)));
            describe(document, progress);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a form cannot be written", e);
        }
    }

    private static void write(Form form, Sheet sheet) throws IOException {
        for (String line : form.letterhead()) {
            sheet.centre(line, form.letterhead().indexOf(line) == 0 ? 13 : TEXT);
        }
        sheet.space(6);
        sheet.rule(1.2f);
        sheet.space(14);
        for (String line : form.title()) {
            sheet.centre(line, 12);
        }
        sheet.space(16);
        for (Form.Line field : form.fields()) {
            sheet.columns(field.left(), field.right(), 150, TEXT);
        }
        sheet.space(12);
        sheet.paragraph("Yang telah dilakukan", 12);
        sheet.rule(0.5f);
        for (Form.Line step : form.steps()) {
            sheet.columns(step.left(), step.right(), 110, TEXT);
        }
        sheet.space(16);
        for (String line : form.closing()) {
            sheet.paragraph(line, 9);
        }
        sheet.end(form.verification(), SMALL);
    }

    private static void describe(PDDocument document, Progress progress) throws IOException {
        Calendar at = GregorianCalendar.from(progress.asOf().toZonedDateTime());
        var about = new PDDocumentInformation();
        about.setTitle(TITLE);
        about.setAuthor(OFFICE);
        about.setSubject(progress.number());
        about.setCreationDate(at);
        about.setModificationDate(at);
        document.setDocumentInformation(about);
        document.setDocumentId(identity(progress));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("id-ID");
        var viewing = new PDViewerPreferences(catalog.getCOSObject());
        viewing.setDisplayDocTitle(true);
        catalog.setViewerPreferences(viewing);
        var metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(progress.number(), progress.asOf()).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var colours = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        colours.setInfo("sRGB IEC61966-2.1");
        colours.setOutputConditionIdentifier("sRGB IEC61966-2.1");
        catalog.addOutputIntent(colours);
    }

    private static long identity(Progress progress) {
        var sum = new CRC32();
        sum.update(HexFormat.of().parseHex(progress.seal()));
        sum.update(progress.asOf().toString().getBytes(StandardCharsets.US_ASCII));
        return sum.getValue();
    }

    /** Nothing of it needs escaping. */
    private static String xmp(String number, OffsetDateTime at) {
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
                <dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%<s</xmp:ModifyDate>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(TITLE, OFFICE, number, at.withNano(0));
    }
}
