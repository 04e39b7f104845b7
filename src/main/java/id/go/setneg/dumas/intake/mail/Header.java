package id.go.setneg.dumas.intake.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The header of a mail or of a part: unfolded (RFC 5322, 2.2.3) and read as characters, 8-bit ones too. */
final class Header {

    private final Map<String, List<String>> fields = new HashMap<>();

    /** Adds a field as the parser found it; says how many bytes it takes. */
    int add(Field field) {
        ByteSequence raw = field.getRaw();
        String body = raw == null ? field.getBody() : unfolded(raw.toByteArray());
        fields.computeIfAbsent(field.getName().strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                .add(body == null ? "" : body);
        return raw == null ? 0 : raw.length();
    }

    private static String unfolded(byte[] raw) {
        String line = Charsets.decode(raw, null);
        var unfolded = new StringBuilder(line.length());
        line.chars()
                .skip(line.indexOf(':') + 1L)
                .filter(letter -> letter != '\n' && letter != 0)
                .forEach(letter -> unfolded.append(letter == '\r' ? "" : String.valueOf((char) letter)));
        return Accents.thinned(unfolded.toString().strip());
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The first field of this name, as it is written; none when there is none or it is empty. */
    @Nullable
    String first(String name) {
        String first = all(name).isEmpty() ? "" : all(name).getFirst();
        return first.isEmpty() ? null : first;
    }

    /** The first field of this name with its encoded words decoded; empty when there is none. */
    String text(String name) {
        String first = first(name);
        return first == null ? "" : EncodedWords.decode(first);
    }

    List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** The first field of this name, read as a value with parameters. */
    HeaderValue value(String name) {
        String first = first(name);
        return HeaderValue.parse(first == null ? "" : first);
    }
}
