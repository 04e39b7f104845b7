package id.go.setneg.dumas.intake.scan;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The text that a PDF holds (ISO 32000), page after page until a limit of pages, letters, operators' time and unfolded bytes;
 * read in memory, no file is written. Scripts, pictures and attached files are not looked at.
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
            Unfolding.check(document.getDocument());
            String text = read(document, settings);
            boolean hasText =
                    text.codePoints().filter(Character::isLetterOrDigit).count() >= SOME_LETTERS;
            return hasText ? new PdfText(TextLayer.TEXT, text) : new PdfText(TextLayer.NONE, "");
        } catch (InvalidPasswordException e) {
            return new PdfText(TextLayer.ENCRYPTED, "");
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // the last: what unfolds while it is opened, before it can be checked; what it asked for was never given
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
        var stripper = new Stripper(begun + settings.readTime().toNanos());
        var text = new StringBuilder();
        for (int page = 1; page <= Math.min(pages, settings.readPages()); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            try {
                text.append(stripper.getText(document));
            } catch (TimeIsUp e) {
                LOG.debug("a PDF is read to page {} only: it takes too long", page);
                break;
            }
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

    /** A page took too long. */
    private static final class TimeIsUp extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Looks at the time within a page too: forms that call each other can make years of work of a few bytes. */
    private static final class Stripper extends PDFTextStripper {

        private static final int MOST_LETTERS = 200_000;

        private final long end;
        private int letters;

        Stripper(long end) {
            this.end = end;
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            letters = 0;
            super.processPage(page);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() - end > 0) {
                throw new TimeIsUp();
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++letters <= MOST_LETTERS) {
                super.processTextPosition(text);
            }
        }
    }
}
