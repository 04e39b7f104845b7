package id.go.setneg.dumas.mapping;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Labelled lines in the body of a mail, such as {@code Nama: Contoh Warga Satu}. */
final class Lines {

    private Lines() {}

    /** What stands behind the label in the first line that has one of its spellings and a value; else an empty text. */
    static String value(String text, List<String> spellings) {
        Set<String> wanted = labels(spellings);
        return text.lines()
                .map(Line::of)
                .filter(line -> line.isOf(wanted))
                .map(Line::value)
                .findFirst()
                .orElse("");
    }

    /** The text without the first line of each label. */
    static String without(String text, List<List<String>> labels) {
        List<Line> kept = new ArrayList<>(text.lines().map(Line::of).toList());
        for (List<String> spellings : labels) {
            Set<String> unwanted = labels(spellings);
            for (int at = 0; at < kept.size(); at++) {
                if (kept.get(at).isOf(unwanted)) {
                    kept.remove(at);
                    break;
                }
            }
        }
        return kept.stream().map(Line::text).collect(joining("\n"));
    }

    /** A line and what it says if it is a labelled one; of any other, both are empty. */
    private record Line(String text, String label, String value) {

        static Line of(String text) {
            int colon = text.indexOf(':');
            return colon < 0 || colon > 60
                    ? new Line(text, "", "")
                    : new Line(
                            text,
                            Lines.label(text.substring(0, colon)),
                            text.substring(colon + 1).strip());
        }

        boolean isOf(Set<String> labels) {
            return !value.isEmpty() && labels.contains(label);
        }
    }

    private static Set<String> labels(List<String> spellings) {
        return spellings.stream().map(Lines::label).collect(toSet());
    }

    /** In small letters, without bullets, emphasis and blanks around it, and with single blanks in it. */
    private static String label(String text) {
        var label = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = "*-•_\t\u00a0".indexOf(text.charAt(at)) < 0 ? text.charAt(at) : ' ';
            if (letter != ' ' || (!label.isEmpty() && label.charAt(label.length() - 1) != ' ')) {
                label.append(letter);
            }
        }
        return label.toString().strip().toLowerCase(Locale.ROOT);
    }
}
