package id.go.setneg.dumas.complaint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public number of a case, printable in a mail subject: {@code DUMAS-2026-000123-38}. The last two digits check the
 * year and the running number (ISO 7064, MOD 97-10): the whole, read as one number, leaves 1 when divided by 97.
 *
 * @param year the year in which the case was opened (WIB), 2000 to 9999
 * @param running 1 to 999,999, counted anew each year
 */
public record CaseNumber(int year, int running) {

    private static final Pattern TEXT = Pattern.compile("DUMAS-(\\d{4})-(\\d{6})-(\\d{2})");

    public CaseNumber {
        if (year < 2000 || year > 9999 || running < 1 || running > 999_999) {
            throw new IllegalArgumentException("not a case number: year " + year + ", running number " + running);
        }
    }

    /** The first well-formed number with right check digits in a text, such as a mail's subject. */
    public static Optional<CaseNumber> in(String text) {
        return TEXT.matcher(text)
                .results()
                .filter(found -> Integer.parseInt(found.group(1)) >= 2000 && Integer.parseInt(found.group(2)) > 0)
                .filter(found -> of(found).toString().equals(found.group()))
                .map(CaseNumber::of)
                .findFirst();
    }

    /**
     * Reads a number back.
     *
     * @throws IllegalArgumentException when the form or the check digits are wrong
     */
    public static CaseNumber parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            CaseNumber number = of(matcher);
            if (number.toString().equals(text)) {
                return number;
            }
        }
        throw new IllegalArgumentException("not a case number with right check digits");
    }

    private static CaseNumber of(MatchResult found) {
        return new CaseNumber(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    @Override
    public String toString() {
        long digits = (year * 1_000_000L + running) * 100;
        return String.format(Locale.ROOT, "DUMAS-%04d-%06d-%02d", year, running, 98 - digits % 97);
    }
}
