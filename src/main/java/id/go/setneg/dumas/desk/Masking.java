package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Complaint.Complainant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a text what says who complains, as far as the record knows it: name, address, mail address, and the digits of
 * NIK and telephone however they are grouped. What people say of themselves in other words stays.
 */
final class Masking {

    static final String MASK = "[disamarkan]";

    private static final int SHORTEST = 4;

    private final List<Pattern> known = new ArrayList<>();

    Masking(Complainant person) {
        Stream.of(person.name(), person.address(), person.email()).forEach(this::addWords);
        Stream.of(person.nik(), person.phone()).forEach(this::addDigits);
    }

    String mask(String text) {
        String masked = text;
        for (Pattern each : known) {
            masked = each.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    private void addWords(@Nullable String value) {
        if (value != null && value.strip().length() >= SHORTEST) {
            List<String> words = Stream.of(value.strip().split("\\s+", -1))
                    .map(Pattern::quote)
                    .toList();
            known.add(Pattern.compile(
                    String.join("[\\s_-]+", words),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS));
        }
    }

    /** A telephone is the same with 0 or +62 in front. */
    private void addDigits(@Nullable String value) {
        String digits = value == null ? "" : value.replaceAll("[^0-9]", "").replaceFirst("^(62|0)", "");
        if (digits.length() > SHORTEST) {
            known.add(Pattern.compile("(\\+?62|0)?[ .-]?" + digits.replaceAll("(?<=.)(?=.)", "[ .-]?")));
        }
    }
}
