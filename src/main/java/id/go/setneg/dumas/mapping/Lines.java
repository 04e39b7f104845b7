package id.go.setneg.dumas.mapping;

import java.util.ArrayList;
import java.util.List;

/** Labelled lines in the body of a mail, such as {@code Nama: Contoh Warga Satu}. */
final class Lines {

    private Lines() {}

    /** What stands behind the label in the first line that has one of its spellings and a value; else an empty text. */
    static String value(String text, List<String> spellings) {
        return text.lines()
                .map(line -> inLine(line, spellings))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The text without the first line of each label. */
    static String without(String text, List<List<String>> labels) {
        var kept = new ArrayList<>(text.lines().toList());
        for (List<String> spellings : labels) {
            for (int at = 0; at < kept.size(); at++) {
                if (!inLine(kept.get(at), spellings).isEmpty()) {
                    kept.remove(at);
                    break;
                }
            }
        }
        return String.join("\n", kept);
    }

    private static String inLine(String line, List<String> spellings) {
        int colon = line.indexOf(':');
        if (colon < 0 || colon > 60) {
            return "";
        }
        String label = bare(line.substring(0, colon));
        return spellings.stream().anyMatch(spelling -> bare(spelling).equalsIgnoreCase(label))
                ? line.substring(colon + 1).strip()
                : "";
    }

    /** Without bullets, emphasis and blanks around it, and with single blanks in it. */
    private static String bare(String label) {
        var bare = new StringBuilder(label.length());
        label.codePoints()
                .map(letter -> "*-•_\t\u00a0".indexOf(letter) < 0 ? letter : ' ')
                .filter(letter -> letter != ' ' || (!bare.isEmpty() && bare.charAt(bare.length() - 1) != ' '))
                .forEach(bare::appendCodePoint);
        return bare.toString().strip();
    }
}
