package id.go.setneg.dumas.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens a file as what it is, whatever its name says. */
final class Tables {

    private static final int HEAD = 1 << 16;
    private static final int HEADING_WITHIN = 100;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private Tables() {}

    /**
     * The rows of a file.
     *
     * @throws NotATable when it is none
     */
    static Rows open(Content content, Headings headings, Limits limits) throws IOException {
        byte[] head;
        try (InputStream bytes = content.open()) {
            head = bytes.readNBytes(HEAD);
        }
        if (starts(head, ZIP)) {
            return WorkbookRows.open(content, limits);
        }
        if (starts(head, OLE2)) {
            throw new NotATable("an old binary workbook (.xls), or one with a password: save it as .xlsx or CSV");
        }
        if (starts(head, PDF)) {
            throw new NotATable("a PDF file, not a table");
        }
        String start = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        if (start.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("<")) {
            return markup(content, start, limits);
        }
        return text(content, headings);
    }

    private static boolean starts(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }

    private static Rows markup(Content content, String start, Limits limits) throws IOException {
        if (start.contains("<table") || start.contains("<html") || start.contains("<!doctype html")) {
            return WebRows.open(content, limits);
        }
        throw new NotATable(
                start.contains("urn:schemas-microsoft-com:office:spreadsheet")
                        ? "an XML spreadsheet of 2003: save it as .xlsx or CSV"
                        : "an XML file, not a table");
    }

    private static Rows text(Content content, Headings headings) throws IOException {
        Separation separation;
        try (Reader text = Encoding.reader(content)) {
            separation = separation(text, headings);
        }
        if (separation == null) {
            throw new NotATable("no column " + headings.must());
        }
        Reader text = Encoding.reader(content);
        var rows = new CsvRows(text, separation.separator());
        if (separation.isSaid()) {
            rows.next();
        }
        return rows;
    }

    private record Separation(char separator, boolean isSaid) {}

    private static @Nullable Separation separation(Reader text, Headings headings) throws IOException {
        char[] buffer = new char[HEAD];
        int length = 0;
        for (int read = 0; read >= 0 && length < HEAD; read = text.read(buffer, length, HEAD - length)) {
            length += read;
        }
        String head = new String(buffer, 0, length);
        if (head.regionMatches(true, 0, "sep=", 0, 4) && length > 4) {
            return new Separation(head.charAt(4), true);
        }
        Separation best = null;
        long most = 0;
        for (char separator : new char[] {';', ',', '\t', '|'}) {
            long known = known(head, separator, headings);
            if (known > most) {
                best = new Separation(separator, false);
                most = known;
            }
        }
        return best;
    }

    private static long known(String head, char separator, Headings headings) throws IOException {
        try (var rows = new CsvRows(new StringReader(head), separator)) {
            for (int tried = 0; tried < HEADING_WITHIN; tried++) {
                Row row = rows.next();
                if (row == null) {
                    return 0;
                }
                Headings.Heading heading = headings.recognise(row.cells());
                if (heading != null) {
                    return heading.known();
                }
            }
        }
        return 0;
    }
}
