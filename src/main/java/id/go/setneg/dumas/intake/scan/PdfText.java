package id.go.setneg.dumas.intake.scan;

import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text that a PDF holds (ISO 32000), page after page until a limit; read in memory, no file is written. Scripts and
 * attached files are not looked at.
 */
record PdfText(TextLayer layer, String text) {

    private static final Logger LOG = LoggerFactory.getLogger(PdfText.class);
    private static final int SOME_LETTERS = 20;
    private static final int MOST_CHARACTERS = 2_000_000;
    private static final long SCRATCH = 256L << 20;

    /** Never fails: whatever a PDF does to its reader makes it a broken one. */
    static PdfText of(byte[] pdf, ScanSettings settings) {
        var memory = MemoryUsageSetting.setupMainMemoryOnly(SCRATCH).streamCache;
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(pdf), "", null, null, memory)) {
            String text = read(document, settings);
            boolean hasText =
                    text.codePoints().filter(Character::isLetterOrDigit).count() >= SOME_LETTERS;
            return hasText ? new PdfText(TextLayer.TEXT, text) : new PdfText(TextLayer.NONE, "");
        } catch (InvalidPasswordException e) {
            return new PdfText(TextLayer.ENCRYPTED, "");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            LOG.debug("a PDF cannot be read: {}", e.getClass().getSimpleName());
            return new PdfText(TextLayer.BROKEN, "");
        }
    }

    private static String read(PDDocument document, ScanSettings settings) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            throw new IOException("no page");
        }
        long begun = System.nanoTime();
        var stripper = new PDFTextStripper();
        var text = new StringBuilder();
        for (int page = 1; page <= Math.min(pages, settings.readPages()); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            text.append(stripper.getText(document));
            if (text.length() > MOST_CHARACTERS) {
                text.setLength(MOST_CHARACTERS);
                break;
            }
            if (Duration.ofNanos(System.nanoTime() - begun).compareTo(settings.readTime()) > 0) {
                break;
            }
        }
        return text.toString();
    }
}
