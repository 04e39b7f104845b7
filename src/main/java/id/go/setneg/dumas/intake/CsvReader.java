package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads an export of the correspondence office: a heading, then one row a letter; separated by semicolon, comma or tab;
 * UTF-8 with or without byte order mark, or Windows-1252. A file that is no such table becomes one record with the
 * reason at {@code unreadable} and the file at {@code original}.
 */
public final class CsvReader {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final Attachments attachments;

    CsvReader(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * The rows, each an object of texts by heading.
     *
     * @param key a heading that every such export has
     * @param zone where the office's clock stands
     */
    public List<SourceRecord> read(byte[] file, String feed, String key, String zone) {
        ZoneId there = ZoneId.of(zone);
        try {
            return rows(decode(file), key).stream()
                    .map(row -> SourceRecord.ofJson(feed, row, there))
                    .toList();
        } catch (IOException e) {
            ObjectNode whole = JSON.createObjectNode()
                    .put("original", attachments.store(file))
                    .put("unreadable", e instanceof NoTable ? e.getMessage() : "no CSV");
            return List.of(SourceRecord.ofJson(feed, whole, there));
        }
    }

    private static final class NoTable extends IOException {
        NoTable(String message) {
            super(message);
        }
    }

    private static List<ObjectNode> rows(String text, String key) throws IOException {
        String heading = text.lines().findFirst().orElse("");
        char separator = separator(heading);
        CsvSchema schema = CsvSchema.emptySchema().withHeader().withColumnSeparator(separator);
        List<ObjectNode> rows = new ArrayList<>();
        try (MappingIterator<Map<String, String>> read =
                CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
            while (read.hasNextValue()) {
                ObjectNode row = JSON.createObjectNode();
                read.nextValue().forEach(row::put);
                rows.add(row);
            }
        }
        if (!heading.contains(key)) {
            throw new NoTable("no column " + key);
        }
        return rows;
    }

    private static char separator(String heading) {
        char best = ';';
        long most = 0;
        for (char candidate : new char[] {';', ',', '\t'}) {
            long count = heading.chars().filter(c -> c == candidate).count();
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return best;
    }

    private static String decode(byte[] file) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(file, WINDOWS);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
