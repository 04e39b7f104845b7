package id.go.setneg.dumas.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tidying of texts as people and systems write them; an empty text stands for none. */
final class Texts {

    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "#39", "'", "nbsp", " ");

    private Texts() {}

    /** Composed (NFC), lines ended by LF, no control characters, nothing blank around it. */
    static String tidy(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
        var tidy = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at += Character.charCount(composed.codePointAt(at))) {
            int letter = composed.codePointAt(at);
            if (letter == '\n' || letter == '\t') {
                tidy.append((char) letter);
            } else if (letter == '\r') {
                tidy.append('\n');
            } else if (letter == '\u00a0') {
                tidy.append(' ');
            } else if (!unprintable(letter)) {
                tidy.appendCodePoint(letter);
            }
        }
        return tidy.toString().strip();
    }

    private static boolean unprintable(int letter) {
        int type = Character.getType(letter);
        return type == Character.CONTROL || type == Character.SURROGATE || letter == '\ufeff';
    }

    /** Tags removed, block ends become line ends, the usual entities decoded; one pass. */
    static String withoutMarkup(String text) {
        var plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int end = letter == '<' && tagBegins(text, at + 1) ? text.indexOf('>', at) : -1;
            int stop = letter == '&'
                    ? text.substring(at, Math.min(text.length(), at + 8)).indexOf(';')
                    : -1;
            String entity = stop < 0 ? null : ENTITIES.get(text.substring(at + 1, at + stop));
            if (end > 0) {
                plain.append(block(text.substring(at + 1, end)) ? "\n" : "");
                at = end;
            } else if (entity != null) {
                plain.append(entity);
                at += stop;
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }

    private static boolean tagBegins(String text, int at) {
        return at < text.length() && (Character.isLetter(text.charAt(at)) || "/!".indexOf(text.charAt(at)) >= 0);
    }

    private static boolean block(String tag) {
        String name = tag.toLowerCase(Locale.ROOT);
        return name.startsWith("br") || name.startsWith("/p") || name.startsWith("/div") || name.startsWith("/li");
    }

    /** Without blanks, dots, hyphens and apostrophes: for numbers that are texts. */
    static String compact(String text) {
        var compact = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && " .-'\u00a0".indexOf(letter) < 0)
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    static String withoutBlanks(String text) {
        var together = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> !Character.isWhitespace(letter) && letter != '\u00a0')
                .forEach(together::appendCodePoint);
        return together.toString();
    }

    /** At most so many characters; a longer text ends in an ellipsis, between words where one is near. */
    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        if (most < 1) {
            return "";
        }
        String head = text.substring(0, text.offsetByCodePoints(0, most - 1));
        int blank = head.lastIndexOf(' ');
        return (blank > head.length() - 40 && blank > 0 ? head.substring(0, blank) : head).stripTrailing() + "…";
    }

    static @Nullable Boolean yes(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "ya", "y" -> true;
            case "false", "0", "tidak", "t" -> false;
            default -> null;
        };
    }

    /** Whether a flag that protects somebody is set: only what clearly says no says no. */
    static boolean yesUnlessNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "false", "0", "0.0", "no", "n", "tidak" -> false;
            default -> true;
        };
    }

    /** The runs of digits in a text. */
    static List<String> numbers(String text) {
        var numbers = new ArrayList<String>();
        int start = -1;
        for (int at = 0; at <= text.length(); at++) {
            boolean digit = at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
            if (digit && start < 0) {
                start = at;
            } else if (!digit && start >= 0) {
                numbers.add(text.substring(start, at));
                start = -1;
            }
        }
        return numbers;
    }
}
