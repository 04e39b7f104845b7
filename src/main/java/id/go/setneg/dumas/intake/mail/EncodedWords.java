package id.go.setneg.dumas.intake.mail;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words (RFC 2047), also where they stand against the rules: within quotes, inside other words, with blanks, or
 * cut in the middle of a character. One pass over the text.
 */
final class EncodedWords {

    private static final int LONGEST_CHARSET = 60;

    private final String text;
    private final StringBuilder read = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset = "";

    private record Word(String charset, char encoding, String content, int end) {}

    private EncodedWords(String text) {
        this.text = text;
    }

    /** A word of an unknown charset stays as it is. */
    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).all() : text;
    }

    private String all() {
        int at = 0;
        int last = text.lastIndexOf("?=");
        for (int next = text.indexOf("=?"); next >= 0 && next < last; next = text.indexOf("=?", next)) {
            Word word = word(next);
            if (word == null || !Charsets.known(word.charset())) {
                next = word == null ? next + 2 : word.end();
                continue;
            }
            String between = text.substring(at, next);
            boolean joined = at > 0 && between.isBlank();
            if (!joined) {
                finish();
                read.append(between);
            } else if (!word.charset().equalsIgnoreCase(charset)) {
                finish();
            }
            charset = word.charset();
            decode(word);
            at = word.end();
            next = at;
        }
        finish();
        return read.append(text, at, text.length()).toString();
    }

    private void finish() {
        if (bytes.size() > 0) {
            read.append(Charsets.decode(bytes.toByteArray(), charset));
            bytes.reset();
        }
    }

    private @Nullable Word word(int start) {
        int name = text.indexOf('?', start + 2);
        if (name < 0 || name - start > LONGEST_CHARSET || name + 2 >= text.length() || text.charAt(name + 2) != '?') {
            return null;
        }
        char encoding = Character.toUpperCase(text.charAt(name + 1));
        int end = encoding == 'B' || encoding == 'Q' ? text.indexOf("?=", name + 3) : -1;
        return end < 0
                ? null
                : new Word(
                        text.substring(start + 2, name).toLowerCase(Locale.ROOT),
                        encoding,
                        text.substring(name + 3, end),
                        end + 2);
    }

    private void decode(Word word) {
        if (word.encoding() == 'B') {
            Base64Letters.decode(word.content(), bytes);
            return;
        }
        String content = word.content();
        for (int at = 0; at < content.length(); at++) {
            char letter = content.charAt(at);
            int octet = letter == '=' ? hex(content, at + 1) : -1;
            if (octet >= 0) {
                bytes.write(octet);
                at += 2;
            } else if (letter < 128) {
                bytes.write(letter == '_' ? ' ' : letter);
            } else {
                finish();
                read.append(letter);
            }
        }
    }

    /** The octet that two hexadecimal digits stand for; -1 where there are none. */
    static int hex(String text, int at) {
        if (at + 2 > text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
