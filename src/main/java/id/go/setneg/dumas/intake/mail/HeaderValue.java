package id.go.setneg.dumas.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A value with parameters, such as {@code text/plain; charset=utf-8} (RFC 2045), also with parameters in pieces and with
 * charset (RFC 2231): missing pieces leave a gap, and encoded words (RFC 2047, 5: not allowed here, but usual) are decoded.
 *
 * @param value in small letters
 */
record HeaderValue(String value, Map<String, String> parameters) {

    private static final int MOST_PARAMETERS = 200;

    /** A piece of a parameter as written; {@code encoded} when it is in percent signs. */
    private record Piece(String text, boolean encoded) {}

    static HeaderValue parse(String field) {
        int end = field.indexOf(';');
        String value = (end < 0 ? field : field.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        int blank = 0;
        while (blank < value.length() && !Character.isWhitespace(value.charAt(blank)) && value.charAt(blank) != '(') {
            blank++;
        }
        return new HeaderValue(value.substring(0, blank), end < 0 ? Map.of() : parameters(field, end + 1));
    }

    @Nullable
    String parameter(String name) {
        String value = parameters.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** Whether the value has the form of a media type. */
    boolean isMediaType() {
        int slash = value.indexOf('/');
        return slash > 0
                && slash < value.length() - 1
                && value.length() < 128
                && value.chars().allMatch(letter -> letter > ' ' && letter < 127 && "\"<>,;".indexOf(letter) < 0);
    }

    private static Map<String, String> parameters(String field, int from) {
        Map<String, TreeMap<Integer, Piece>> pieces = new HashMap<>();
        int at = from;
        for (int count = 0; at < field.length() && count < MOST_PARAMETERS; count++) {
            int equal = field.indexOf('=', at);
            if (equal < 0) {
                break;
            }
            int semicolon = field.indexOf(';', at);
            if (semicolon >= 0 && semicolon < equal) {
                at = semicolon + 1;
                continue;
            }
            var value = new StringBuilder();
            String name = field.substring(at, equal).strip().toLowerCase(Locale.ROOT);
            at = value(field, equal + 1, value) + 1;
            add(pieces, name, value.toString());
        }
        Map<String, String> parameters = new HashMap<>();
        pieces.forEach((name, parts) -> parameters.put(name, joined(parts)));
        return parameters;
    }

    /** Reads a value, in quotes or not; says where its semicolon is. */
    private static int value(String field, int from, StringBuilder into) {
        int at = from;
        while (at < field.length() && Character.isWhitespace(field.charAt(at))) {
            at++;
        }
        boolean quoted = at < field.length() && field.charAt(at) == '"';
        if (quoted) {
            for (at++; at < field.length() && field.charAt(at) != '"'; at++) {
                boolean escaped = field.charAt(at) == '\\'
                        && at + 1 < field.length()
                        && "\"\\".indexOf(field.charAt(at + 1)) >= 0;
                at += escaped ? 1 : 0;
                into.append(field.charAt(at));
            }
        }
        int end = field.indexOf(';', at);
        int stop = end < 0 ? field.length() : end;
        if (!quoted && at < stop) {
            into.append(field.substring(at, stop).strip());
        }
        return stop;
    }

    private static void add(Map<String, TreeMap<Integer, Piece>> pieces, String name, String value) {
        boolean encoded = name.endsWith("*");
        String plain = encoded ? name.substring(0, name.length() - 1) : name;
        int star = plain.lastIndexOf('*');
        int number = star < 0 ? -1 : number(plain.substring(star + 1));
        String base = number < 0 ? plain : plain.substring(0, star);
        // what has a charset counts more than pieces, and pieces more than the plain parameter beside them
        int place = number >= 0 ? number : encoded ? -2 : -1;
        pieces.computeIfAbsent(base, key -> new TreeMap<>()).putIfAbsent(place, new Piece(value, encoded));
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    private static String joined(TreeMap<Integer, Piece> pieces) {
        Piece whole = pieces.get(-2);
        if (whole != null) {
            return joined(new TreeMap<>(Map.of(0, whole)));
        }
        Piece plain = pieces.remove(-1);
        if (pieces.isEmpty()) {
            return plain == null ? "" : EncodedWords.decode(plain.text());
        }
        String charset = null;
        var bytes = new ByteArrayOutputStream();
        for (Map.Entry<Integer, Piece> piece : pieces.entrySet()) {
            String text = piece.getValue().text();
            int first = text.indexOf('\'');
            int second = first < 0 ? -1 : text.indexOf('\'', first + 1);
            if (piece.getValue().encoded() && second > 0 && charset == null) {
                charset = text.substring(0, first);
                text = text.substring(second + 1);
            }
            write(text, piece.getValue().encoded(), bytes);
        }
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset));
    }

    private static void write(String text, boolean encoded, ByteArrayOutputStream into) {
        if (!encoded || text.indexOf('%') < 0) {
            into.writeBytes(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            int octet = text.charAt(at) == '%' ? EncodedWords.hex(text, at + 1) : -1;
            if (octet >= 0) {
                into.write(octet);
                at += 2;
            } else {
                int end = at + Character.charCount(text.codePointAt(at));
                into.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
                at = end - 1;
            }
        }
    }
}
