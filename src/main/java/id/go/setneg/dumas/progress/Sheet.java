package id.go.setneg.dumas.progress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Lines of text on pages of A4, from above; a new page begins where one is full. Lengths are points (1/72 inch). */
final class Sheet {

    private static final float MARGIN = 64;
    private static final float FOOT = 84;
    private static final float LEADING = 1.4f;

    private final PDDocument document;
    private final PDFont font;
    private PDPageContentStream page;
    private float y;

    Sheet(PDDocument document, PDFont font) throws IOException {
        this.document = document;
        this.font = font;
        this.page = next();
    }

    /** One line in the middle. */
    void centre(String text, float size) throws IOException {
        room(size);
        String shown = known(text);
        line(shown, size, (PDRectangle.A4.getWidth() - width(shown, size)) / 2);
    }

    /** Text over the whole width. */
    void paragraph(String text, float size) throws IOException {
        for (String row : rows(text, size, width())) {
            room(size);
            line(row, size, MARGIN);
        }
    }

    /** Two columns, the right one of as many rows as it needs. */
    void columns(String left, String right, float split, float size) throws IOException {
        List<String> lefts = rows(left, size, split - 8);
        List<String> rights = rows(right, size, width() - split);
        for (int row = 0; row < Math.max(lefts.size(), rights.size()); row++) {
            room(size);
            float at = y;
            if (row < lefts.size()) {
                line(lefts.get(row), size, MARGIN);
            }
            if (row < rights.size()) {
                y = at;
                line(rights.get(row), size, MARGIN + split);
            }
            y = at - size * LEADING;
        }
        y -= 2;
    }

    void space(float height) {
        y -= height;
    }

    /** A line from margin to margin. */
    void rule(float thickness) throws IOException {
        page.setLineWidth(thickness);
        page.moveTo(MARGIN, y);
        page.lineTo(PDRectangle.A4.getWidth() - MARGIN, y);
        page.stroke();
        y -= 10;
    }

    /** Ends the last page and writes the foot of each: these lines, and which page of how many it is. */
    void end(List<String> foot, float size) throws IOException {
        page.close();
        int pages = document.getNumberOfPages();
        for (int n = 0; n < pages; n++) {
            page = new PDPageContentStream(
                    document, document.getPage(n), PDPageContentStream.AppendMode.APPEND, true, true);
            y = FOOT - 18;
            rule(0.5f);
            for (String row : foot) {
                line(known(row), size, MARGIN);
            }
            line("Halaman " + (n + 1) + " dari " + pages, size, MARGIN);
            page.close();
        }
    }

    private void room(float size) throws IOException {
        if (y - size < FOOT) {
            page.close();
            page = next();
        }
    }

    private PDPageContentStream next() throws IOException {
        var fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return new PDPageContentStream(document, fresh);
    }

    private void line(String text, float size, float x) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y - size);
        page.showText(text);
        page.endText();
        y -= size * LEADING;
    }

    private List<String> rows(String text, float size, float width) throws IOException {
        List<String> rows = new ArrayList<>();
        String row = "";
        for (String word : known(text).split(" ", -1)) {
            String longer = row.isEmpty() ? word : row + " " + word;
            if (!row.isEmpty() && width(longer, size) > width) {
                rows.add(row);
                longer = word;
            }
            row = longer;
        }
        rows.add(row);
        return rows;
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private static float width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    /** A letter that the font does not have is shown as a question mark. */
    private String known(String text) throws IOException {
        StringBuilder known = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            String one = Character.toString(Character.isWhitespace(letter) ? ' ' : letter);
            known.append(has(one) ? one : "?");
        }
        return known.toString();
    }

    private boolean has(String letter) throws IOException {
        try {
            font.encode(letter);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
