package id.go.setneg.dumas.intake.office;

import id.go.setneg.dumas.intake.sheet.Headings;
import id.go.setneg.dumas.intake.sheet.Letter;
import id.go.setneg.dumas.intake.sheet.Letters;
import id.go.setneg.dumas.intake.sheet.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What one export says of scans.
 *
 * @param keys the agenda keys of its letters
 * @param keysByName for each file that a letter names, in lower case, the keys of those letters; empty for one without key
 */
record Naming(Set<String> keys, Map<String, Set<String>> keysByName) {

    static Naming of(Path sheet, Headings headings, Limits limits) {
        Set<String> keys = new HashSet<>();
        Map<String, Set<String>> keysByName = new HashMap<>();
        letters(sheet, headings, limits, letter -> {
            String key = Attached.key(letter, headings.key());
            if (!key.isEmpty()) {
                keys.add(key);
            }
            Attached.names(letter)
                    .forEach(name -> keysByName
                            .computeIfAbsent(Beside.plain(name), none -> new HashSet<>())
                            .add(key));
            return false;
        });
        return new Naming(keys, keysByName);
    }

    /** The letters of an export that fit; none where it cannot be read. */
    static List<Letter> letters(Path sheet, Headings headings, Limits limits, Predicate<Letter> fit) {
        List<Letter> fitting = new ArrayList<>();
        try (Letters letters = Letters.open(() -> Files.newInputStream(sheet), headings, limits)) {
            for (Letter letter = letters.next(); letter != null; letter = letters.next()) {
                if (letter.unreadable() == null && fit.test(letter)) {
                    fitting.add(letter);
                }
            }
        } catch (IOException e) {
            return fitting; // whoever takes it will say why
        }
        return fitting;
    }

    /** The letters that name a file. */
    Set<String> keys(String plain) {
        return keysByName.getOrDefault(plain, Set.of());
    }
}
