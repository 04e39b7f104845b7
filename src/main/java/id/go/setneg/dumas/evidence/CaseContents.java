package id.go.setneg.dumas.evidence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entries of a pack while they are gathered, in the form that they have there. */
final class CaseContents {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final ObjectWriter PRETTY = JSON.writer(new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    /** Who has a ticket and the disk can open the file: its address is enough to tell files apart. */
    private static final Pattern TICKET = Pattern.compile("\"([\\w-]{43})\\.[\\w-]{43}\"");

    private final String within;
    private final SortedMap<String, byte[]> entries;

    CaseContents() {
        this("", new TreeMap<>());
    }

    private CaseContents(String within, SortedMap<String, byte[]> entries) {
        this.within = within;
        this.entries = entries;
    }

    /** The same entries, of which all that is added here goes into a folder. */
    CaseContents in(String folder) {
        return new CaseContents(folder, entries);
    }

    SortedMap<String, byte[]> entries() {
        return entries;
    }

    void add(String name, byte[] content) {
        entries.put(within + name, content);
    }

    void add(String name, JsonNode content) {
        add(name, pretty(content));
    }

    /** A record as it was kept, but for the keys of its files. */
    void addRecord(String name, byte[] record) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(record))
                    .toString();
            add(name + ".json", TICKET.matcher(text).replaceAll("\"$1\"").getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException noText) {
            add(name + ".bin", record);
        }
    }

    static byte[] pretty(JsonNode content) {
        try {
            return PRETTY.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write JSON", e);
        }
    }

    /** The folder of the n-th of its kind. */
    static String folder(String kind, int n) {
        return String.format(Locale.ROOT, "%s/%04d/", kind, n);
    }

    static ObjectNode put(ObjectNode object, String name, @Nullable Object value) {
        return value == null ? object : object.put(name, value.toString());
    }
}
