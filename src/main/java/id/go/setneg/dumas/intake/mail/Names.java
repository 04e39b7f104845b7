package id.go.setneg.dumas.intake.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the files of one mail: no paths, nothing that prints as something else, none twice, none too long. */
final class Names {

    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 20;

    private final Set<String> taken = new HashSet<>();
    private int given;

    /** A name that no earlier file of the mail has; capitals do not tell files apart. */
    String unique(@Nullable String wish, String ending) {
        given++;
        String tidy = tidy(wish == null ? "" : wish);
        String name = tidy.isEmpty() ? "lampiran-" + given + ending : tidy;
        String unique = name;
        for (int number = 2; !taken.add(unique.toLowerCase(Locale.ROOT)); number++) {
            unique = numbered(name, number);
        }
        return unique;
    }

    private static String tidy(String wish) {
        String name = printable(wish).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1).strip();
        int from = 0;
        while (from < name.length() && name.charAt(from) == '.') {
            from++;
        }
        var tidy = new StringBuilder();
        name.substring(from)
                .codePoints()
                .map(letter -> "<>:\"|?*".indexOf(letter) >= 0 ? '_' : letter)
                .forEach(tidy::appendCodePoint);
        return shortened(tidy.toString().strip(), LONGEST);
    }

    /** Without control characters, halves of characters, and signs that turn the direction or print nothing. */
    static String printable(String text) {
        var printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(letter -> switch (Character.getType(letter)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> letter == '\t';
                    default -> true;
                })
                .map(letter -> letter == '\t' ? ' ' : letter)
                .forEach(printable::appendCodePoint);
        return Accents.thinned(printable.toString());
    }

    private static String numbered(String name, int number) {
        String mark = "-" + number;
        String shorter = shortened(name, LONGEST - mark.length());
        int dot = dot(shorter);
        return shorter.substring(0, dot) + mark + shorter.substring(dot);
    }

    /** Cuts the name, not its ending. */
    private static String shortened(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        String ending = name.substring(dot(name));
        int end = most - ending.length();
        return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end) + ending;
    }

    private static int dot(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= LONGEST_ENDING ? dot : name.length();
    }
}
