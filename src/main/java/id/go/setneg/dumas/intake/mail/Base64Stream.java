package id.go.setneg.dumas.intake.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Base64 as found in bodies (RFC 2045, section 6.8): letters that are none are skipped, missing padding is not missed. A line
 * of base64 behind padding is read on, as when a program joins encoded pieces; any other, such as a list's footer, ends it.
 */
final class Base64Stream extends InputStream {

    private static final int PIECE = 8 * 1024;

    private final InputStream letters;
    private final Consumer<String> defect;
    private int bits;
    private int have;
    private boolean told;
    private boolean isOver;

    /**
     * @param defect told once of letters that are none, and of a text behind the end
     */
    Base64Stream(InputStream letters, Consumer<String> defect) {
        this.letters = new BufferedInputStream(letters, PIECE);
        this.defect = defect;
    }

    @Override
    public int read() throws IOException {
        for (int letter = letters.read(); letter >= 0 && !isOver; letter = letters.read()) {
            int value = Base64Letters.value((char) letter);
            if (value >= 0) {
                bits = (bits << 6 | value) & 0xFFFF;
                have += 6;
                if (have >= 8) {
                    have -= 8;
                    return bits >>> have & 0xFF;
                }
            } else if (letter == '=') {
                have = 0;
                checkEnd();
            } else if (letter > ' ' && !told) {
                told = true;
                defect.accept("letters in base64 that are none");
            }
        }
        return -1;
    }

    /** Behind padding: whether the next line is base64 again. */
    private void checkEnd() throws IOException {
        letters.mark(PIECE);
        int first = letters.read();
        while (first == '=' || (first >= 0 && first <= ' ')) {
            letters.mark(PIECE);
            first = letters.read();
        }
        int length = 0;
        int letter = first;
        while (length < PIECE - 1 && (Base64Letters.value((char) letter) >= 0 || letter == '=') && letter >= 0) {
            length++;
            letter = letters.read();
        }
        boolean isLine = letter < 0 || letter == '\r' || letter == '\n' || length == PIECE - 1;
        letters.reset();
        if (first >= 0 && !(isLine && (length % 4 == 0 || length == PIECE - 1))) {
            isOver = true;
            defect.accept("text behind the end of base64");
        }
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = 0;
        while (count < most) {
            int octet = read();
            if (octet < 0) {
                break;
            }
            into[from + count++] = (byte) octet;
        }
        return count == 0 && most > 0 ? -1 : count;
    }
}
