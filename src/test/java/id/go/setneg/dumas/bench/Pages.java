package id.go.setneg.dumas.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Pages of SPDE as the hub's paging hands them over: the mapping's own example letter, each with an agenda number of its own. */
final class Pages {

    static final int SIZE = 100;
    private static final Path LETTER = Path.of("mappings", "spde", "record-to-complaint", "An ordinary letter.in.json");
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final ObjectNode letter;
    private int number;

    Pages() throws IOException {
        letter = (ObjectNode) new ObjectMapper().readTree(LETTER.toFile());
    }

    /** @param agency as an officer writes its name */
    List<SourceRecord> next(String agency) {
        return IntStream.range(0, SIZE)
                .mapToObj(i -> letter.deepCopy()
                        .put("nomorAgenda", String.format(Locale.ROOT, "%06d", ++number))
                        .put("instansiTujuan", agency))
                .map(record -> SourceRecord.ofJson("spde-register", record, WIB))
                .toList();
    }

    /** Bytes of one record. */
    int bytes() {
        return letter.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
