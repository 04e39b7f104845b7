package id.go.setneg.dumas.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A condition in a decision table, on one input, without regard to case:
 *
 * <ul>
 *   <li>empty or {@code *}: anything
 *   <li>{@code a|b}: the input is one of these texts
 *   <li>{@code contains:tanah|surat tanah}: one of these words or phrases stands in the input as whole words
 *   <li>{@code >=7}: the input is a number, at least this one
 * </ul>
 */
sealed interface Cell {

    /** Whether an input satisfies the condition. */
    boolean matches(String input);

    /** The alternative of the condition that an input satisfies, in the table's own words; empty where anything does. */
    String matched(String input);

    /** Whether every input that satisfies the other surely satisfies this one. */
    boolean covers(Cell other);

    /** The texts with which it compares, in lower case and without the blanks around them; of numbers none. */
    default List<String> texts() {
        return List.of();
    }

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException when it is none of the forms above
     */
    static Cell of(String text) {
        if (text.isEmpty() || text.equals("*")) {
            return new Anything();
        }
        if (text.startsWith(">=")) {
            try {
                return new AtLeast(new BigDecimal(text.substring(2).strip()));
            } catch (NumberFormatException notANumber) {
                throw new IllegalArgumentException("after >= must stand a number", notANumber);
            }
        }
        boolean words = text.startsWith("contains:");
        List<String> texts = Arrays.stream((words ? text.substring("contains:".length()) : text).split("\\|", -1))
                .map(words ? Contains::words : OneOf::plain)
                .toList();
        if (texts.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an alternative between | is empty");
        }
        return words ? new Contains(texts) : new OneOf(texts);
    }

    /** {@code *}. */
    record Anything() implements Cell {
        @Override
        public boolean matches(String input) {
            return true;
        }

        @Override
        public String matched(String input) {
            return "";
        }

        @Override
        public boolean covers(Cell other) {
            return true;
        }
    }

    /** {@code a|b}. */
    record OneOf(List<String> texts) implements Cell {
        @Override
        public boolean matches(String input) {
            return texts.contains(plain(input));
        }

        @Override
        public String matched(String input) {
            return texts.get(texts.indexOf(plain(input)));
        }

        @Override
        public boolean covers(Cell other) {
            return other instanceof OneOf one && texts.containsAll(one.texts());
        }

        static String plain(String text) {
            return text.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code contains:a|b}; each phrase with a blank before, between and after its words. */
    record Contains(List<String> phrases) implements Cell {
        @Override
        public List<String> texts() {
            return phrases.stream().map(String::strip).toList();
        }

        @Override
        public boolean matches(String input) {
            return standIn(words(input));
        }

        /** Whether one of the phrases stands in a text that was taken apart by {@link #words}. */
        boolean standIn(String words) {
            return phrases.stream().anyMatch(words::contains);
        }

        @Override
        public String matched(String input) {
            String words = words(input);
            return phrases.stream()
                    .filter(words::contains)
                    .findFirst()
                    .orElseThrow()
                    .strip();
        }

        @Override
        public boolean covers(Cell other) {
            return switch (other) {
                case Anything any -> false;
                case OneOf one -> one.texts().stream().allMatch(this::matches);
                case Contains contains -> contains.phrases().stream().allMatch(this::matches);
                case AtLeast atLeast -> false;
            };
        }

        static String words(String text) {
            var words = new StringBuilder(text.length() + 2).append(' ');
            text.toLowerCase(Locale.ROOT)
                    .codePoints()
                    .map(letter -> Character.isLetterOrDigit(letter) ? letter : ' ')
                    .filter(letter -> letter != ' ' || words.charAt(words.length() - 1) != ' ')
                    .forEach(words::appendCodePoint);
            return words.charAt(words.length() - 1) == ' '
                    ? words.toString()
                    : words.append(' ').toString();
        }
    }

    /** {@code >=n}. */
    record AtLeast(BigDecimal least) implements Cell {
        @Override
        public boolean matches(String input) {
            try {
                return input.length() <= 20 && new BigDecimal(input.strip()).compareTo(least) >= 0;
            } catch (NumberFormatException notANumber) {
                return false;
            }
        }

        @Override
        public String matched(String input) {
            return ">=" + least.toPlainString();
        }

        @Override
        public boolean covers(Cell other) {
            return switch (other) {
                case Anything any -> false;
                case OneOf one -> one.texts().stream().allMatch(this::matches);
                case Contains contains -> false;
                case AtLeast atLeast -> atLeast.least().compareTo(least) >= 0;
            };
        }
    }
}
