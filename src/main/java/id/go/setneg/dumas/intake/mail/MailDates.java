package id.go.setneg.dumas.intake.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The date of a mail (RFC 5322, 3.3 and 4.3) as mail programs write it: in any order, with old zones, or as ISO 8601. */
final class MailDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int LONGEST = 200;
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private @Nullable LocalTime time;
    private ZoneOffset zone = ZoneOffset.UTC;

    private MailDates() {}

    /** None when it says no instant, or one that no calendar has or no mail can be of. */
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        try {
            Instant read = text.length() > 10 && text.charAt(4) == '-'
                    ? OffsetDateTime.parse(text.strip()).toInstant()
                    : new MailDates().read(text);
            return read == null || read.isBefore(FIRST) || read.isAfter(LAST) ? null : read;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private @Nullable Instant read(String text) {
        int comment = text.indexOf('(');
        var words = new StringTokenizer(comment < 0 ? text : text.substring(0, comment), " \t,");
        while (words.hasMoreTokens()) {
            word(words.nextToken());
        }
        return time == null || day < 0 || month < 0 || year < 0
                ? null
                : LocalDate.of(year, month, day).atTime(time).toInstant(zone);
    }

    private void word(String word) {
        char first = word.charAt(0);
        if (first == '+' || first == '-') {
            zone = offset(word);
        } else if (word.indexOf(':') > 0) {
            time = time(word.replace('.', ':').split(":", -1));
        } else if (first >= '0' && first <= '9') {
            number(word);
        } else {
            name(word.toLowerCase(Locale.ROOT));
        }
    }

    private void number(String word) {
        int dash = word.indexOf('-');
        if (dash > 0) {
            for (String part : word.split("-", -1)) {
                if (!part.isEmpty()) {
                    word(part);
                }
            }
        } else if (day < 0 && word.length() < 3) {
            day = Integer.parseInt(word);
        } else if (year < 0) {
            int given = Integer.parseInt(word);
            year = word.length() > 3 ? given : given < 50 ? 2000 + given : 1900 + given;
        }
    }

    private static LocalTime time(String[] parts) {
        int second = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
        return LocalTime.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Math.min(second, 59));
    }

    private void name(String word) {
        int found = word.length() < 3 ? -1 : MONTHS.indexOf(word.substring(0, 3));
        if (found >= 0 && month < 0) {
            month = found + 1;
        } else {
            zone = switch (word) {
                case "wib" -> ZoneOffset.ofHours(7);
                case "wita" -> ZoneOffset.ofHours(8);
                case "wit" -> ZoneOffset.ofHours(9);
                case "est", "cdt" -> ZoneOffset.ofHours(-5);
                case "edt" -> ZoneOffset.ofHours(-4);
                case "cst", "mdt" -> ZoneOffset.ofHours(-6);
                case "mst", "pdt" -> ZoneOffset.ofHours(-7);
                case "pst" -> ZoneOffset.ofHours(-8);
                default -> zone;
            };
        }
    }

    /** An offset that no place on earth has counts as none. */
    private static ZoneOffset offset(String word) {
        String digits = word.substring(1).replace(":", "");
        int value = digits.length() == 4 ? Integer.parseInt(digits) : 0;
        int minutes = value / 100 * 60 + value % 100;
        return minutes > 14 * 60
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds((word.charAt(0) == '-' ? -minutes : minutes) * 60);
    }
}
