package id.go.setneg.dumas.mapping;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What tables may say and ask: columns and words that the hub does not know are refused before a case meets them. Each
 * problem begins with the line.
 */
public final class TableChecks {

    private TableChecks() {}

    /** The table asks nothing that nobody answers, and says all of this and nothing else. */
    public static Tables.Check columns(Collection<String> inputs, Collection<String> outputs) {
        return table -> {
            List<String> problems = new ArrayList<>();
            table.inputs().stream()
                    .filter(column -> !inputs.contains(column))
                    .forEach(column -> problems.add("1: " + column + ": the hub does not know this input"));
            table.outputs().stream()
                    .filter(column -> !outputs.contains(column))
                    .forEach(column -> problems.add("1: " + column + ": the hub does not know this output"));
            outputs.stream()
                    .filter(column -> !table.outputs().contains(column))
                    .forEach(column -> problems.add("1: the output " + column + " is lacking"));
            return problems;
        };
    }

    /** An output holds the name of a constant. */
    public static <E extends Enum<E>> Tables.Check of(String column, Class<E> words) {
        return says(column, names(words)::contains);
    }

    /** An output holds names of constants, separated by {@code |}. */
    public static <E extends Enum<E>> Tables.Check several(String column, Class<E> words) {
        Set<String> known = names(words);
        return says(column, text -> Arrays.stream(text.split("\\|", -1)).allMatch(known::contains));
    }

    /** An output holds the name of a constant, or nothing. */
    public static <E extends Enum<E>> Tables.Check optional(String column, Class<E> words) {
        return optional(column, names(words));
    }

    /** An output holds one of some words, or nothing. */
    public static Tables.Check optional(String column, Set<String> words) {
        return says(column, word -> word.isEmpty() || words.contains(word));
    }

    /** An output holds a whole number from 1 on, or nothing. */
    public static Tables.Check optionalNumber(String column) {
        return says(column, word -> word.matches("([1-9]\\d{0,3})?"));
    }

    /** An output holds something that can be read, such as a day or a time zone. */
    public static Tables.Check readable(String column, Function<String, ?> reading) {
        return says(column, word -> isReadable(word, reading));
    }

    /** An output holds something that can be read, or nothing. */
    public static Tables.Check optional(String column, Function<String, ?> reading) {
        return says(column, word -> word.isEmpty() || isReadable(word, reading));
    }

    /** Some outputs are filled together or not at all. */
    public static Tables.Check together(String... columns) {
        return table -> table.decisions().stream()
                .filter(row -> Arrays.stream(columns)
                                .map(column -> row.output(column).isEmpty())
                                .distinct()
                                .count()
                        > 1)
                .map(row -> row.line() + ": " + String.join(", ", columns) + ": all of them or none")
                .toList();
    }

    /** An input is compared with names of constants only. */
    public static <E extends Enum<E>> Tables.Check asks(String column, Class<E> words) {
        return asks(column, names(words));
    }

    /** An input is compared with some words only. */
    public static Tables.Check asks(String column, Set<String> words) {
        Set<String> known =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return table -> table.asked(column).entrySet().stream()
                .flatMap(row -> row.getValue().stream()
                        .filter(word -> !known.contains(word))
                        .map(word -> unknown(row.getKey(), column, word)))
                .toList();
    }

    /** All of these; when one about columns fails, none after it. */
    public static Tables.Check all(Tables.Check... checks) {
        return table -> {
            List<String> problems = new ArrayList<>();
            for (Tables.Check check : checks) {
                if (problems.stream().noneMatch(problem -> problem.startsWith("1:"))) {
                    problems.addAll(check.problems(table));
                }
            }
            return problems;
        };
    }

    private static boolean isReadable(String word, Function<String, ?> reading) {
        try {
            return reading.apply(word) != null;
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static <E extends Enum<E>> Set<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(Collectors.toSet());
    }

    private static Tables.Check says(String column, Predicate<String> isKnown) {
        return table -> table.decisions().stream()
                .filter(row -> !isKnown.test(row.output(column)))
                .map(row -> unknown(row.line(), column, row.output(column)))
                .toList();
    }

    private static String unknown(int line, String column, String word) {
        return line + ": " + column + ": the hub does not know '" + word + "'";
    }
}
