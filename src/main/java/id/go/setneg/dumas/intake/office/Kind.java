package id.go.setneg.dumas.intake.office;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a file in the drop folder is for: by its content where that says so, else by its ending. */
enum Kind {
    /** A table of letters, or something that means to be one. */
    SHEET,
    /** A picture or document that belongs to a letter. */
    SCAN,
    /** Half a file, or what a program keeps for itself. */
    PASSING;

    private static final Set<String> SHEETS =
            Set.of("", "csv", "tsv", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods", "htm", "html", "xml");
    private static final Set<String> HALVES = Set.of("tmp", "part", "partial", "crdownload", "filepart", "lock");

    static Kind of(Path file) {
        String name = Beside.name(file);
        String ending = ending(name);
        if (name.startsWith("~$") || name.startsWith(".") || HALVES.contains(ending)) {
            return PASSING;
        }
        String head = head(file);
        if (head.startsWith("%PDF-") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("\u0089PNG")) {
            return SCAN;
        }
        return SHEETS.contains(ending) || (ending.equals("pdf") && isText(head)) ? SHEET : SCAN;
    }

    /** Whether a name is no sheet's, where nothing but the name is to be looked at. */
    static boolean isScan(String name) {
        return !SHEETS.contains(ending(name));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isText(String head) {
        return !head.isEmpty()
                && head.chars().noneMatch(letter -> letter < ' ' && letter != '\t' && letter != '\r' && letter != '\n');
    }

    private static String head(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return new String(content.readNBytes(256), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // gone or not ours to read: whoever takes it will say so
        }
    }
}
