package id.go.setneg.dumas.intake.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows of separated values (RFC 4180, and what Excel makes of it): quoted cells with separators, quotes and line ends,
 * ragged rows, {@code ="0012"}. A quote that does not close as it should may have run over the rows behind it: its line is a
 * faulty row, and the next line is read again.
 */
final class CsvRows implements Rows {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_CELLS = 1_000;
    private static final int MOST_OF_A_QUOTE = 32_767; // what a cell of Excel can hold
    private static final int TELLING = 8; // separators on a line, from which on it is rather a row than a text

    private final BufferedReader text;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private final StringBuilder quotedRow = new StringBuilder(); // what was read of it, while a quote is in it
    private String again = "";
    private int at;
    private List<String> cells = new ArrayList<>();
    private @Nullable String fault;
    private int line = 1;
    private int length;
    private int widest;
    private boolean isQuoted;
    private int next = -2;

    CsvRows(Reader text, char separator) {
        this.text = text instanceof BufferedReader buffered ? buffered : new BufferedReader(text, 1 << 16);
        this.separator = separator;
    }

    @Override
    public @Nullable Row next() throws IOException {
        if (peek() < 0) {
            return null;
        }
        int start = line;
        cells = new ArrayList<>(cells.size());
        fault = null;
        length = 0;
        quotedRow.setLength(0);
        isQuoted = false;
        while (!readCell()) {
            // the row goes on
        }
        if (isQuoted && fault != null && line > start + 1) {
            readAgain(start);
        }
        widest = Math.max(widest, cells.size());
        return new Row("", start, cells, Set.of(), fault);
    }

    /** The faulty row is its first line only. */
    private void readAgain(int start) {
        int end = quotedRow.indexOf("\n") + 1;
        String rest = again.substring(Math.min(at, again.length()));
        String peeked = next >= 0 ? String.valueOf((char) next) : "";
        again = quotedRow.substring(end) + peeked + rest;
        at = 0;
        next = -2;
        line = start + 1;
    }

    /** Reads a cell and what ends it; true at the end of the row. */
    private boolean readCell() throws IOException {
        cell.setLength(0);
        boolean quoted = false;
        boolean blank = true;
        for (int letter = read(); ; letter = read()) {
            if (letter < 0 || letter == '\n' || letter == '\r') {
                if (letter == '\r' && peek() == '\n') {
                    read();
                }
                line++;
                end(quoted);
                return true;
            }
            if (letter == separator) {
                end(quoted);
                return false;
            }
            if (letter == '"' && !quoted && blank) {
                cell.setLength(0);
                quoted = true;
                isQuoted = true;
                if (quotedRow.isEmpty()) {
                    quotedRow.append('"');
                }
                readQuoted();
            } else if (!quoted) {
                blank = blank && Character.isWhitespace(letter);
                append(letter);
            } else if (!Character.isWhitespace(letter)) {
                blame("text behind a closing quote");
            }
        }
    }

    private void readQuoted() throws IOException {
        int most = length + MOST_OF_A_QUOTE;
        int separators = -1; // of a line that began inside of the quote
        for (int letter = read(); letter >= 0; letter = read()) {
            if (letter == '"' && peek() != '"') {
                return;
            }
            if (letter == '"') {
                read();
            }
            append(letter);
            if (letter == '\n') {
                line++;
                if (separators >= TELLING && separators == widest - 1) {
                    blame("a quote that runs over rows");
                    return;
                }
                separators = 0;
            } else if (letter == separator && separators >= 0) {
                separators++;
            }
            if (length > most) {
                blame("a quote that does not end within a cell");
                return;
            }
        }
        blame("a quote that never ends");
    }

    private void append(int letter) {
        if (++length <= MOST_CHARACTERS) {
            cell.append((char) letter);
        } else {
            blame("more than " + MOST_CHARACTERS + " characters");
        }
    }

    private void end(boolean quoted) {
        String text = cell.toString().strip();
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            text = text.substring(2, text.length() - 1);
        }
        if (cells.size() < MOST_CELLS) {
            cells.add(quoted ? text.replace("\r\n", "\n") : text);
        } else if (!text.isEmpty()) {
            blame("more than " + MOST_CELLS + " cells");
        }
    }

    /** The first that is wrong says it. */
    private void blame(String why) {
        fault = fault == null ? why : fault;
    }

    private int peek() throws IOException {
        if (next == -2) {
            next = at < again.length() ? again.charAt(at++) : text.read();
        }
        return next;
    }

    private int read() throws IOException {
        int letter = peek();
        next = letter < 0 ? letter : -2;
        if (isQuoted && letter >= 0) {
            quotedRow.append((char) letter);
            isQuoted = quotedRow.length() < 2 * MOST_CHARACTERS;
        }
        return letter;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
