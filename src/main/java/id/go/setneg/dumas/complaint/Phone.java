package id.go.setneg.dumas.complaint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number as E.164 has it, without the plus: {@code 6281200000001}. What people write nationally, with one zero
 * in front, is a number of Indonesia.
 *
 * @param digits 9 to 15 of them, the first not zero
 */
public record Phone(String digits) {

    private static final String INDONESIA = "62";

    public Phone {
        if (!digits.matches("[1-9][0-9]{8,14}")) {
            throw new IllegalArgumentException("not a telephone number with its country");
        }
    }

    /** The number in what somebody wrote; none when it is too short or too long to be one. */
    public static Optional<Phone> in(@Nullable String text) {
        String digits = text == null ? "" : text.replaceAll("[^0-9]", "");
        if (digits.startsWith("00")) {
            digits = digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = INDONESIA + digits.substring(1);
        }
        digits = digits.replaceFirst("^620", INDONESIA);
        return digits.matches("[1-9][0-9]{8,14}") ? Optional.of(new Phone(digits)) : Optional.empty();
    }

    /** Whether a complainant gave this number. */
    public boolean isThatOf(Complaint.Complainant complainant) {
        return in(complainant.phone()).filter(this::equals).isPresent();
    }

    @Override
    public String toString() {
        return "Phone[]";
    }
}
