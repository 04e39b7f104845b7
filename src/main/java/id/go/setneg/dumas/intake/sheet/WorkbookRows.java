package id.go.setneg.dumas.intake.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** Rows of the visible sheets of a workbook (XLSX, ECMA-376), one sheet after the other; formulas by their last value. */
final class WorkbookRows implements Rows {

    private static final int MOST_CELLS = 1_000;

    private final ReadableWorkbook workbook;
    private final Parts parts;
    private final Iterator<Sheet> sheets;
    private @Nullable Stream<org.dhatim.fastexcel.reader.Row> stream;
    private Iterator<org.dhatim.fastexcel.reader.Row> rows =
            List.<org.dhatim.fastexcel.reader.Row>of().iterator();
    private Merges merges = Merges.NONE;
    private String sheet = "";

    private WorkbookRows(ReadableWorkbook workbook, Parts parts) {
        this.workbook = workbook;
        this.parts = parts;
        this.sheets = workbook.getSheets()
                .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
                .iterator();
    }

    static Rows open(Content content, Limits limits) throws IOException {
        byte[] bytes;
        try (InputStream in = content.open()) {
            bytes = in.readNBytes((int) Math.min(limits.size(), Integer.MAX_VALUE - 16));
        }
        Parts parts = Parts.check(bytes, limits.expanded());
        try {
            return new WorkbookRows(
                    new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true)), parts);
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private static NotATable broken() {
        return new NotATable("a broken workbook");
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (!rows.hasNext()) {
                if (!sheets.hasNext()) {
                    return null;
                }
                begin(sheets.next());
            }
            return merges.fill(row(rows.next()));
        } catch (IOException | RuntimeException e) {
            throw broken();
        }
    }

    private void begin(Sheet next) throws IOException {
        if (stream != null) {
            stream.close();
        }
        sheet = next.getName();
        merges = parts.of(next.getId());
        stream = next.openStream();
        rows = stream.iterator();
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        Set<Integer> lost = new HashSet<>();
        for (Cell cell : row) {
            if (cell != null && cell.getColumnIndex() < MOST_CELLS) {
                while (cells.size() < cell.getColumnIndex()) {
                    cells.add("");
                }
                String text = CellText.of(cell, workbook.isDate1904());
                if (text == null) {
                    lost.add(cell.getColumnIndex());
                }
                cells.add(text == null ? "" : text);
            }
        }
        return new Row(sheet, row.getRowNum(), cells, lost, null);
    }

    @Override
    public void close() throws IOException {
        if (stream != null) {
            stream.close();
        }
        workbook.close();
    }
}
