package id.go.setneg.dumas.mapping;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A decision table from a CSV file: input columns, the column {@code ->}, output columns, {@code because}. The first row
 * whose cells all match wins. Cells: see {@link Cell}. An optional column {@code valid_from} (ISO date, before the arrow)
 * lets a row count from that day on, an empty one always; newer rows stand above older ones. Blank lines are skipped.
 *
 * <p>A table is total (its last row matches anything on any day) and has no row that an earlier one hides. One that
 * {@link Tables} opened may get a new content while the hub runs: each call works on one content as a whole.
 */
public final class DecisionTable {

    private final String name;
    private volatile Content content;

    private record Content(String version, TableHead head, List<TableRow> rows) {}

    private DecisionTable(String name, Content content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Reads a table.
     *
     * @throws MappingBroken naming file, line and problem of all that is wrong
     */
    public static DecisionTable read(Path file) {
        byte[] bytes;
        List<TableLine> lines;
        try {
            bytes = Files.readAllBytes(file);
            lines = lines(bytes);
        } catch (IOException unreadable) {
            throw new MappingBroken(file + ": cannot be read as CSV: " + unreadable.getMessage());
        }
        var problems = new ArrayList<String>();
        var head = TableHead.of(lines, problems);
        var rows = new ArrayList<TableRow>();
        if (problems.isEmpty()) {
            for (TableLine line : lines.subList(1, lines.size())) {
                TableRow row = TableRow.of(head, line, problems);
                if (row != null) {
                    rows.add(row);
                }
            }
            shape(head, rows, problems);
        }
        if (!problems.isEmpty()) {
            throw new MappingBroken(
                    String.join("\n", problems.stream().map(p -> file + ":" + p).toList()));
        }
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
        return new DecisionTable(name, new Content(sha256(bytes), head, List.copyOf(rows)));
    }

    /**
     * Decides by a table without dates.
     *
     * @param values value by input column; what is not given counts as an empty text
     * @throws IllegalArgumentException when a given input is no column of the table
     * @throws IllegalStateException when the table has dated rows
     */
    public Decision decide(Map<String, String> values) {
        if (content.head().validFrom() >= 0) {
            throw new IllegalStateException("table " + name + " is dated: say for which day");
        }
        return decide(values, LocalDate.MAX);
    }

    /**
     * Decides by the rows that count on a day.
     *
     * @param values value by input column; what is not given counts as an empty text
     * @throws IllegalArgumentException when a given input is no column of the table
     */
    public Decision decide(Map<String, String> values, LocalDate on) {
        return matching(values, on)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("table " + name + " is not total"));
    }

    /**
     * Every row that matches, in the order of the table: the first decides, the others would without those before them.
     *
     * @param values value by input column; what is not given counts as an empty text
     * @throws IllegalArgumentException when a given input is no column of the table
     */
    public Stream<Decision> matching(Map<String, String> values, LocalDate on) {
        Content now = content;
        for (String input : values.keySet()) {
            if (!now.head().inputs().contains(input)) {
                throw new IllegalArgumentException("table " + name + " has no input " + input);
            }
        }
        Map<String, String> words = new HashMap<>(); // each text is taken apart once, not once a row
        return now.rows().stream()
                .filter(row -> row.matches(values, on, words))
                .map(row -> row.decision(name, now.version(), row.matched(values)));
    }

    /** The file's name without ending. */
    public String name() {
        return name;
    }

    /** The first 12 hexadecimal digits of the content's SHA-256. */
    public String version() {
        return content.version();
    }

    /** The input columns in their order. */
    public List<String> inputs() {
        return content.head().inputs();
    }

    /** The lines that hold a row, in their order. */
    public List<Integer> lines() {
        return content.rows().stream().map(TableRow::line).toList();
    }

    /** Everything that the table can say, in the order of its rows: for who checks that the words are known. */
    public List<Decision> decisions() {
        Content now = content;
        return now.rows().stream()
                .map(row -> row.decision(name, now.version(), Map.of()))
                .toList();
    }

    /** The output columns in their order. */
    public List<String> outputs() {
        TableHead head = content.head();
        return head.columns().subList(head.arrow() + 1, head.columns().size() - 1);
    }

    /** What the cells of an input column compare with, in lower case, by line; of numbers nothing. */
    public Map<Integer, List<String>> asked(String input) {
        Map<Integer, List<String>> asked = new TreeMap<>();
        for (TableRow row : content.rows()) {
            Cell cell = row.cells().get(input);
            if (cell != null) {
                asked.put(row.line(), cell.texts());
            }
        }
        return asked;
    }

    boolean hasColumnsOf(DecisionTable other) {
        return content.head().columns().equals(other.content.head().columns());
    }

    void takeContentOf(DecisionTable other) {
        content = other.content;
    }

    private static List<TableLine> lines(byte[] bytes) throws IOException {
        var factory = CsvFactory.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .build();
        var lines = new ArrayList<TableLine>();
        try (var parser = factory.createParser(new ByteArrayInputStream(bytes))) {
            parser.nextToken(); // the whole
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                var cells = new ArrayList<String>();
                int number = 0;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    number = number == 0 ? parser.currentLocation().getLineNr() : number;
                    cells.add(parser.getText());
                }
                lines.add(new TableLine(number, cells));
            }
        }
        return lines;
    }

    private static void shape(TableHead head, List<TableRow> rows, List<String> problems) {
        if (rows.isEmpty() || !rows.getLast().total(head)) {
            int line = rows.isEmpty() ? 1 : rows.getLast().line();
            problems.add(line + ": the last row must match anything: every input *, no valid_from");
        }
        for (int later = 1; later < rows.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (rows.get(earlier).hides(rows.get(later))) {
                    problems.add(rows.get(later).line() + ": is never reached, line "
                            + rows.get(earlier).line() + " matches all of it");
                    break;
                }
            }
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
