package id.go.setneg.dumas.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the addresses in header fields (RFC 5322, 3.4, and what is written instead) in one pass: groups, comments, quotes. */
final class Addresses {

    private static final int MOST = 1000;

    /**
     * @param name as the sender spells it, decoded
     * @param address in angle brackets or alone; not necessarily a valid one
     */
    record Address(@Nullable String name, String address) {

        /** For comparing. */
        String plain() {
            return address.toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Address";
        }
    }

    private final List<Address> found = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String angle;
    private boolean sign;

    private Addresses() {}

    /** At most the first thousand. */
    static List<Address> in(List<String> fields) {
        var addresses = new Addresses();
        fields.forEach(addresses::read);
        return addresses.found;
    }

    private void read(String field) {
        for (int at = 0; at < field.length() && found.size() < MOST; at++) {
            char letter = field.charAt(at);
            switch (letter) {
                case '"' -> at = quoted(field, at + 1);
                case '(' -> at = comment(field, at + 1);
                case '<' -> at = angle(field, at + 1);
                case ':' -> colon();
                case ',', ';' -> finish();
                default -> {
                    sign |= letter == '@';
                    words.append(letter);
                }
            }
        }
        finish();
    }

    /** Ends a group's name; elsewhere, as in {@code mailto:}, it is a letter. */
    private void colon() {
        if (sign || (words.length() < 20 && words.toString().strip().equalsIgnoreCase("mailto"))) {
            words.append(':');
        } else {
            words.setLength(0);
            comment.setLength(0);
        }
    }

    private int quoted(String field, int from) {
        int at = from;
        for (; at < field.length() && field.charAt(at) != '"'; at++) {
            at += field.charAt(at) == '\\' && at + 1 < field.length() ? 1 : 0;
            words.append(field.charAt(at));
        }
        return at;
    }

    private int comment(String field, int from) {
        int depth = 1;
        int at = from;
        for (; at < field.length(); at++) {
            char letter = field.charAt(at);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            comment.append(letter);
        }
        return at;
    }

    private int angle(String field, int from) {
        int end = field.indexOf('>', from);
        int stop = end < 0 ? field.length() : end;
        if (angle == null || angle.isBlank()) {
            angle = field.substring(from, stop);
        }
        return stop;
    }

    private void finish() {
        String text = words.toString().strip();
        String aside = comment.toString().strip();
        String inside = angle == null ? null : route(angle.strip());
        if (inside != null && !inside.isEmpty()) {
            add(text.isEmpty() ? aside : text, inside);
        } else if (!text.isEmpty()) {
            add(aside, text);
        }
        words.setLength(0);
        comment.setLength(0);
        angle = null;
        sign = false;
    }

    /** Without the obsolete route before it. */
    private static String route(String address) {
        int colon = address.startsWith("@") ? address.indexOf(':') : -1;
        return address.substring(colon + 1).strip();
    }

    private void add(String name, String address) {
        String decoded = Names.printable(EncodedWords.decode(name)).strip();
        String plain = Names.printable(address.contains("=?") ? EncodedWords.decode(address) : address);
        found.add(new Address(decoded.isEmpty() ? null : decoded, cut(plain.strip(), 1000)));
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
