package id.go.setneg.dumas.intake.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A letter's agenda key in one form: {@code pres/2026/4512} for {@code PRES-2026-004512 lampiran.pdf} as well. */
final class AgendaKey {

    private AgendaKey() {}

    /** Of the cells that together name a letter; empty when one of them is. */
    static String of(List<String> cells) {
        return cells.stream().anyMatch(String::isBlank)
                ? ""
                : String.join("/", cells.stream().map(AgendaKey::part).toList());
    }

    /** Of a file's name that begins with as many parts; empty when it does not. */
    static String inName(String name, int parts) {
        int dot = name.lastIndexOf('.');
        List<String> found = new ArrayList<>();
        for (String part : (dot > 0 ? name.substring(0, dot) : name).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!part.isEmpty()) {
                found.add(part);
            }
        }
        return found.size() < parts ? "" : of(found.subList(0, parts));
    }

    private static String part(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.0+$", "");
        return plain.replaceFirst("^0+(?=\\d)", "");
    }
}
