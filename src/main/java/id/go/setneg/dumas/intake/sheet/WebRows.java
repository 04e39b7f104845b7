package id.go.setneg.dumas.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The tables of a web page, which many systems call an Excel export; each table is a sheet. */
final class WebRows implements Rows {

    private static final long MOST = 32L << 20;
    private static final int MOST_CELLS_OF_A_ROW = 1_000;
    private static final int MOST_CELLS = 5_000_000;

    private final Iterator<Row> rows;

    private WebRows(Iterator<Row> rows) {
        this.rows = rows;
    }

    static Rows open(Content content, Limits limits) throws IOException {
        long most = Math.min(MOST, limits.size());
        Document page;
        try (InputStream bytes = content.open()) {
            byte[] all = bytes.readNBytes((int) most + 1);
            if (all.length > most) {
                throw new NotATable("a web page of more than " + most + " bytes: save it as .xlsx or CSV");
            }
            page = Jsoup.parse(new ByteArrayInputStream(all), null, "");
        }
        List<Row> rows = new ArrayList<>();
        int number = 0;
        int cells = 0;
        for (Element table : page.select("table")) {
            cells = read(table, "tabel " + ++number, rows, cells);
        }
        return new WebRows(rows.iterator());
    }

    /** Gives how many cells there are with those before; spans may make much of little. */
    private static int read(Element table, String name, List<Row> into, int before) throws NotATable {
        Map<Integer, Spanning> above = new HashMap<>();
        int number = 0;
        int count = before;
        for (Element line : table.select("tr")) {
            if (table.equals(line.closest("table"))) {
                List<String> cells = cells(line, above);
                count += cells.size();
                if (count > MOST_CELLS) {
                    throw new NotATable("a web page of more than " + MOST_CELLS + " cells");
                }
                into.add(new Row(name, ++number, cells));
            }
        }
        return count;
    }

    private record Spanning(String text, int rows) {}

    private static List<String> cells(Element line, Map<Integer, Spanning> above) throws NotATable {
        List<String> cells = new ArrayList<>();
        for (Element cell : line.select("> td, > th")) {
            carry(cells, above);
            int down = span(cell, "rowspan");
            for (int across = span(cell, "colspan"); across > 0; across--) {
                String text = cell.text().strip();
                if (down > 1) {
                    above.put(cells.size(), new Spanning(text, down - 1));
                }
                cells.add(text);
            }
            if (cells.size() > MOST_CELLS_OF_A_ROW) {
                throw new NotATable("a web page with a row of more than " + MOST_CELLS_OF_A_ROW + " cells");
            }
        }
        carry(cells, above);
        return cells;
    }

    private static void carry(List<String> cells, Map<Integer, Spanning> above) {
        for (Spanning one = above.get(cells.size()); one != null; one = above.get(cells.size())) {
            if (one.rows() > 1) {
                above.put(cells.size(), new Spanning(one.text(), one.rows() - 1));
            } else {
                above.remove(cells.size());
            }
            cells.add(one.text());
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute);
        return value.matches("[1-9]\\d{0,2}") ? Integer.parseInt(value) : 1;
    }

    @Override
    public @Nullable Row next() {
        return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {
        // all of it was read at once
    }
}
