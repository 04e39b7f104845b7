package id.go.setneg.dumas.desk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of money as people write them: {@code Rp 1.500.000.000,-}, {@code 1,5 miliar}, {@code dana 2 M}, {@code satu miliar
 * lima ratus juta rupiah}. A number counts as money when {@code Rp} or {@code rupiah} stands by it or its scale is a word; a
 * bare {@code M} or {@code T} only where the words before speak of money, because {@code 2 M} is also a length.
 */
final class Rupiah {

    private static final Pattern TOKEN = Pattern.compile("[0-9][0-9.,]*|\\p{L}+");
    private static final int LONGEST_NUMBER = 24;
    private static final int WORDS_BEFORE = 6;
    private static final BigDecimal THOUSAND = new BigDecimal(1_000);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal BILLION = new BigDecimal(1_000_000_000L);
    private static final BigDecimal TRILLION = new BigDecimal(1_000_000_000_000L);
    private static final Map<String, BigDecimal> SCALES = Map.ofEntries(
            Map.entry("ribu", THOUSAND),
            Map.entry("rb", THOUSAND),
            Map.entry("juta", MILLION),
            Map.entry("jt", MILLION),
            Map.entry("miliar", BILLION),
            Map.entry("milyar", BILLION),
            Map.entry("milliar", BILLION),
            Map.entry("triliun", TRILLION),
            Map.entry("trilyun", TRILLION));
    private static final Map<String, BigDecimal> LETTERS = Map.of("M", BILLION, "T", TRILLION);
    private static final Set<String> MONEY = Set.of(
            "rp rupiah uang dana anggaran biaya kerugian rugi merugikan senilai sebesar nilai bernilai proyek korupsi suap total gratifikasi pungli membayar bayar setor"
                    .split(" ", -1));

    private final List<String> tokens;
    private int at;

    /** A number of the text. */
    private record Value(BigDecimal number, boolean isMoney) {}

    private Rupiah(List<String> tokens) {
        this.tokens = tokens;
    }

    /** The largest amount in a text, in whole rupiah; none when there is none. */
    static Optional<BigDecimal> largestIn(String text) {
        var matcher = TOKEN.matcher(text);
        List<String> tokens = new ArrayList<>();
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return new Rupiah(tokens).largest();
    }

    private Optional<BigDecimal> largest() {
        BigDecimal largest = null;
        while (at < tokens.size()) {
            int start = at;
            Value value = amount(start);
            if (value != null
                    && value.isMoney()
                    && (largest == null || value.number().compareTo(largest) > 0)) {
                largest = value.number();
            }
            at = Math.max(at, start + 1);
        }
        return Optional.ofNullable(largest).map(amount -> new BigDecimal(amount.toBigInteger()));
    }

    /** A number with its scale, and smaller ones that follow it: {@code satu miliar lima ratus juta}. */
    private @Nullable Value amount(int start) {
        BigDecimal sum = null;
        BigDecimal last = null;
        boolean isMoney = isCurrency(start - 1);
        while (true) {
            int before = at;
            BigDecimal number = number();
            BigDecimal scale = number == null ? null : scale(at, start);
            boolean continues = sum == null || (last != null && scale != null && scale.compareTo(last) < 0);
            if (number == null || !continues) {
                at = sum == null ? before : Math.max(before, start + 1);
                break;
            }
            sum = (sum == null ? BigDecimal.ZERO : sum).add(scale == null ? number : number.multiply(scale));
            if (scale == null) {
                break;
            }
            at++;
            isMoney = true;
            last = scale;
        }
        return sum == null ? null : new Value(sum, isMoney || word(at).equals("rupiah"));
    }

    private @Nullable BigDecimal scale(int index, int start) {
        String joined = NumberWords.scaleIn(word(index));
        BigDecimal scale = SCALES.get(joined == null ? word(index) : joined);
        if (scale == null && index < tokens.size() && LETTERS.containsKey(tokens.get(index)) && speaksOfMoney(start)) {
            scale = LETTERS.get(tokens.get(index));
        }
        return scale;
    }

    private boolean speaksOfMoney(int start) {
        for (int i = Math.max(0, start - WORDS_BEFORE); i < start; i++) {
            if (MONEY.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isCurrency(int index) {
        return index >= 0 && (word(index).equals("rp") || word(index).equals("idr"));
    }

    private @Nullable BigDecimal number() {
        if (at < tokens.size() && Character.isDigit(tokens.get(at).charAt(0))) {
            return digits(tokens.get(at++));
        }
        var words = NumberWords.read(tokens, at);
        at = words == null ? at : words.end();
        return words == null ? null : words.number();
    }

    /** {@code 1.500.000,00}, {@code 1,500,000.00}, {@code 1,5} or {@code 1.500}: three digits behind a mark are thousands. */
    private static @Nullable BigDecimal digits(String token) {
        String text = token.replaceFirst("[.,]+$", "");
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        if (text.length() > LONGEST_NUMBER) {
            return null;
        }
        boolean isMixed = text.indexOf('.') >= 0 && text.indexOf(',') >= 0;
        boolean isOnce = last >= 0 && text.indexOf(text.charAt(last)) == last;
        boolean isFraction = last >= 0 && ((isMixed && isOnce) || text.length() - last - 1 != 3);
        String whole = (isFraction ? text.substring(0, last) : text).replaceAll("[.,]", "");
        return new BigDecimal(isFraction ? whole + "." + text.substring(last + 1) : whole);
    }

    private String word(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).toLowerCase(Locale.ROOT) : "";
    }
}
