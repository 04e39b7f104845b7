package id.go.setneg.dumas.intake.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the heading of a table by the columns that an office's exports have, however they are spelled: case, blanks,
 * full stops, remarks in brackets and the office's abbreviations do not count.
 */
public final class Headings {

    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> words;
    private final List<String> key;

    /**
     * A heading found.
     *
     * @param names for each column its name, empty where it is none that is known
     * @param titles for each column what stands there
     */
    record Heading(List<String> names, List<String> titles) {

        int column(String name) {
            return names.indexOf(name);
        }

        long known() {
            return names.stream().filter(name -> !name.isEmpty()).count();
        }
    }

    /**
     * @param columns the columns' names
     * @param key the columns that together name a letter; the last one must be there
     * @param words abbreviation → word, in lower case
     * @param also other title → column
     */
    public Headings(List<String> columns, List<String> key, Map<String, String> words, Map<String, String> also) {
        this.words = Map.copyOf(words);
        this.key = List.copyOf(key);
        columns.forEach(column -> this.columns.put(squeeze(column), column));
        also.forEach((title, column) -> this.columns.put(squeeze(title), column));
    }

    /** The columns that together name a letter. */
    public List<String> key() {
        return key;
    }

    String must() {
        return key.getLast();
    }

    /** None when the row is no heading: the key is not there, or stands alone. */
    @Nullable
    Heading recognise(List<String> cells) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String cell : cells) {
            String name = cell.length() > 60 ? "" : name(cell);
            names.add(seen.add(name) ? name : "");
        }
        boolean isOne = names.contains(must()) && seen.size() > (seen.contains("") ? 2 : 1);
        return isOne ? new Heading(names, cells) : null;
    }

    /** The column that a title stands for; empty when it is none. */
    String name(String title) {
        return columns.getOrDefault(squeeze(title), "");
    }

    private String squeeze(String title) {
        var squeezed = new StringBuilder();
        for (String word : title.replaceAll("\\([^)]*\\)", " ")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+", -1)) {
            squeezed.append(words.getOrDefault(word, word));
        }
        return squeezed.toString();
    }
}
