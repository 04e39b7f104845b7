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
 * ragged rows, {@code ="0012"}. A row whose quotes do not close says so; the next line is read again.
 */
final class CsvRows implements Rows {

    private static final int MOST_CHARACTERS = 1_000_000;
    private static final int MOST_CELLS = 1_000;

    private final BufferedReader text;
    private final char separator;
    private final StringBuilder cell = new StringBuilder();
    private List<String> cells = new ArrayList<>();
    private @Nullable String fault;
    private int line = 1;
    private int length;
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
        while (!readCell()) {
            // the row goes on
        }
        return new Row("", start, cells, Set.of(), fault);
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
                readQuoted();
            } else if (!quoted) {
                blank = blank && Character.isWhitespace(letter);
                append(letter);
            } else if (!Character.isWhitespace(letter)) {
                fault = "text behind a closing quote";
            }
        }
    }

    private void readQuoted() throws IOException {
        for (int letter = read(); letter >= 0; letter = read()) {
            if (letter == '"' && peek() != '"') {
                return;
            }
            if (letter == '"') {
                read();
            }
            line += letter == '\n' ? 1 : 0;
            append(letter);
        }
        fault = "a quote that never ends";
    }

    private void append(int letter) {
        if (++length <= MOST_CHARACTERS) {
            cell.append((char) letter);
        } else {
            fault = "more than " + MOST_CHARACTERS + " characters";
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
            fault = "more than " + MOST_CELLS + " cells";
        }
    }

    private int peek() throws IOException {
        if (next == -2) {
            next = text.read();
        }
        return next;
    }

    private int read() throws IOException {
        int letter = peek();
        next = letter < 0 ? letter : -2;
        return letter;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
