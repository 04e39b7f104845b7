package id.go.setneg.dumas.desk;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number below a thousand in Indonesian words: {@code lima ratus dua puluh}, {@code satu koma lima}, {@code dua setengah}. */
final class NumberWords {

    private static final Map<String, Integer> UNITS = Map.of(
            "satu", 1, "dua", 2, "tiga", 3, "empat", 4, "lima", 5, "enam", 6, "tujuh", 7, "delapan", 8, "sembilan", 9);
    private static final Map<String, Integer> WHOLE = Map.of("sepuluh", 10, "sebelas", 11, "seratus", 100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * What was read.
     *
     * @param end the first token behind it
     */
    record Read(BigDecimal number, int end) {}

    private NumberWords() {}

    /** The number that begins at a token; null when none does. */
    static @Nullable Read read(List<String> tokens, int start) {
        int sum = 0;
        int unit = 0;
        int at = start;
        while (at < tokens.size()) {
            String word = tokens.get(at).toLowerCase(Locale.ROOT);
            if (UNITS.containsKey(word)) {
                sum += unit;
                unit = UNITS.get(word);
            } else if (WHOLE.containsKey(word)) {
                sum += WHOLE.get(word);
            } else if (unit > 0 && (word.equals("belas") || word.equals("puluh") || word.equals("ratus"))) {
                sum += word.equals("belas") ? unit + 10 : unit * (word.equals("puluh") ? 10 : 100);
                unit = 0;
            } else {
                break;
            }
            at++;
        }
        return fraction(tokens, start, at, BigDecimal.valueOf((long) sum + unit));
    }

    private static @Nullable Read fraction(List<String> tokens, int start, int at, BigDecimal whole) {
        String word = at < tokens.size() ? tokens.get(at).toLowerCase(Locale.ROOT) : "";
        if (word.equals("setengah")) {
            return new Read(whole.add(HALF), at + 1);
        }
        if (at == start) {
            return one(word, at);
        }
        if (!word.equals("koma")) {
            return new Read(whole, at);
        }
        var decimals = new StringBuilder("0.");
        int end = at + 1;
        while (end < tokens.size()
                && end < at + 6
                && UNITS.containsKey(tokens.get(end).toLowerCase(Locale.ROOT))) {
            decimals.append(UNITS.get(tokens.get(end++).toLowerCase(Locale.ROOT)));
        }
        return end == at + 1 ? new Read(whole, at) : new Read(whole.add(new BigDecimal(decimals.toString())), end);
    }

    /** {@code semiliar} is one; its scale stands in the same word and is read by {@link #scaleIn}. */
    private static @Nullable Read one(String word, int at) {
        return scaleIn(word) == null ? null : new Read(BigDecimal.ONE, at);
    }

    /** The scale in {@code seribu}, {@code sejuta}, {@code semiliar}; null in any other word. */
    static @Nullable String scaleIn(String word) {
        return switch (word) {
            case "seribu" -> "ribu";
            case "sejuta" -> "juta";
            case "semiliar", "semilyar" -> "miliar";
            case "setriliun" -> "triliun";
            default -> null;
        };
    }
}
