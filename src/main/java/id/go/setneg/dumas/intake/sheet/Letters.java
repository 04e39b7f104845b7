package id.go.setneg.dumas.intake.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The letters of a file, one after the other: the heading is looked for in each sheet, and what stands above it, blank
 * rows, repeated headings, a row of column numbers, totals and remarks below the table are left out.
 */
public final class Letters implements Closeable {

    private static final int HEADING_WITHIN = 100;
    private static final int A_REMARK = 2;
    private static final Pattern TOTAL = Pattern.compile("(grand |sub ?)?(jumlah|total)\\b.{0,40}");

    private final Rows rows;
    private final Headings headings;
    private final int most;
    private Headings.@Nullable Heading heading;
    private @Nullable String sheet;
    private boolean isATable;
    private int above;
    private int read;

    private Letters(Rows rows, Headings headings, int most) {
        this.rows = rows;
        this.headings = headings;
        this.most = most;
    }

    /**
     * Opens a file.
     *
     * @throws NotATable when it is none
     */
    public static Letters open(Content content, Headings headings, Limits limits) throws IOException {
        return new Letters(Tables.open(content, headings, limits), headings, limits.rows());
    }

    /**
     * None at the end.
     *
     * @throws NotATable when no sheet has the heading, the content breaks off, or there are more rows than allowed
     */
    public @Nullable Letter next() throws IOException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (!row.sheet().equals(sheet)) {
                sheet = row.sheet();
                heading = null;
                above = 0;
            }
            Letter letter = heading == null ? lookFor(row) : letter(row, heading);
            if (letter != null) {
                if (++read > most) {
                    throw new NotATable("more than " + most + " rows");
                }
                return letter;
            }
        }
        if (!isATable) {
            throw new NotATable("no column " + headings.must());
        }
        return null;
    }

    private @Nullable Letter lookFor(Row row) {
        if (above++ < HEADING_WITHIN) {
            heading = headings.recognise(row.cells());
            isATable |= heading != null;
        }
        return null;
    }

    private @Nullable Letter letter(Row row, Headings.Heading heading) {
        if (row.fault() != null) {
            return new Letter(row.sheet(), row.number(), Map.of(), Map.of(), List.of(), row.fault());
        }
        long filled = row.filled();
        if (filled == 0 && row.lost().isEmpty()) {
            return null;
        }
        String key = row.cell(heading.column(headings.must()));
        if (headings.name(key).equals(headings.must())) {
            Headings.Heading again = headings.recognise(row.cells());
            this.heading = again == null ? heading : again;
            return null;
        }
        if ((key.isEmpty() && (filled <= A_REMARK || isTotal(row))) || isNumbering(row)) {
            return null;
        }
        return read(row, heading);
    }

    private static boolean isTotal(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .filter(cell -> TOTAL.matcher(cell.toLowerCase(Locale.ROOT)).matches())
                .isPresent();
    }

    /** 1, 2, 3, … below the heading, as official forms have. */
    private static boolean isNumbering(Row row) {
        int columns = row.cells().size();
        for (int column = 0; column < columns; column++) {
            String number = row.cell(column).replaceAll("[()]", "");
            if (!number.isEmpty() && !number.equals(Integer.toString(column + 1))) {
                return false;
            }
        }
        return row.filled() > A_REMARK;
    }

    private static Letter read(Row row, Headings.Heading heading) {
        Map<String, String> known = new LinkedHashMap<>();
        Map<String, String> others = new LinkedHashMap<>();
        List<String> lost = new ArrayList<>();
        String unreadable = null;
        int columns = Math.max(row.cells().size(), heading.names().size());
        for (int column = 0; column < columns; column++) {
            String name = column < heading.names().size() ? heading.names().get(column) : "";
            String text = row.cell(column);
            if (!name.isEmpty()) {
                known.put(name, text);
                if (row.lost().contains(column)) {
                    lost.add(name);
                }
            } else if (!text.isEmpty()) {
                String title =
                        column < heading.titles().size() ? heading.titles().get(column) : "";
                others.putIfAbsent(title.isEmpty() ? "kolom " + (column + 1) : title, text);
                unreadable = column < heading.titles().size() ? unreadable : "more cells than the heading has";
            }
        }
        return new Letter(row.sheet(), row.number(), known, others, lost, unreadable);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
