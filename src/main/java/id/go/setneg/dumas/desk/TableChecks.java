package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.mapping.Tables;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the desk's tables may say: words that it does not know are refused before a case meets them. */
final class TableChecks {

    private TableChecks() {}

    /** A column holds names of constants, separated by {@code |}. */
    static <E extends Enum<E>> Tables.Check of(String column, Class<E> words) {
        return check(column, names(words)::contains);
    }

    /** A column holds the name of a constant, or nothing. */
    static <E extends Enum<E>> Tables.Check optional(String column, Class<E> words) {
        Set<String> known = names(words);
        return check(column, word -> word.isEmpty() || known.contains(word));
    }

    /** A column holds a whole number. */
    static Tables.Check number(String column) {
        return check(column, word -> word.matches("\\d{1,4}"));
    }

    /** A column holds a day (ISO 8601), or nothing. */
    static Tables.Check optionalDay(String column) {
        return check(column, word -> word.isEmpty() || isDay(word));
    }

    /** All of these. */
    static Tables.Check all(Tables.Check... checks) {
        return table -> Arrays.stream(checks)
                .flatMap(check -> check.problems(table).stream())
                .toList();
    }

    private static boolean isDay(String word) {
        try {
            LocalDate.parse(word);
            return true;
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    private static <E extends Enum<E>> Set<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    }

    private static Tables.Check check(String column, Predicate<String> isKnown) {
        return table -> table.decisions().stream()
                .flatMap(row -> Arrays.stream(row.output(column).split("\\|", -1))
                        .filter(isKnown.negate())
                        .map(word -> row.line() + ": " + column + ": the hub does not know '" + word + "'"))
                .toList();
    }
}
