package id.go.setneg.dumas.intake.mail;

import java.io.IOException;
import java.io.InputStream;

/**
 * The octets of base64 as it is found in mails: padding may be missing, or stand between pieces that were encoded one by one;
 * letters that are none are skipped. Behind a padding, a line of words or the like, as programs append it, ends it.
 */
final class Base64Stream extends InputStream {

    private final InputStream in;
    private final Runnable onWrongLetter;
    private final byte[] buffer = new byte[8192];
    private int next;
    private int available;
    private int bits;
    private int have;
    private boolean padded;
    private boolean gap;
    private boolean ended;

    /**
     * @param onWrongLetter is told of letters that are none
     */
    Base64Stream(InputStream in, Runnable onWrongLetter) {
        this.in = in;
        this.onWrongLetter = onWrongLetter;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = 0;
        while (count < length && fill()) {
            count += groups(bytes, from + count, length - count);
            if (count < length && next < available) {
                int octet = octet(buffer[next++] & 0xFF);
                if (octet >= 0) {
                    bytes[from + count++] = (byte) octet;
                }
            }
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    /** Takes whole groups of four letters at once, of which a body nearly consists; how many octets they are. */
    private int groups(byte[] bytes, int from, int most) {
        int count = 0;
        if (have > 0 || (padded && gap)) {
            return count;
        }
        for (; count + 3 <= most && next + 4 <= available; next += 4) {
            int group = Base64Letters.group(buffer, next);
            if (group < 0) {
                return count;
            }
            bytes[from + count++] = (byte) (group >>> 16);
            bytes[from + count++] = (byte) (group >>> 8);
            bytes[from + count++] = (byte) group;
        }
        return count;
    }

    /** Whether there is a letter to be read. */
    private boolean fill() throws IOException {
        if (!ended && next >= available) {
            available = in.read(buffer, 0, buffer.length);
            next = 0;
            ended = available <= 0;
        }
        return !ended;
    }

    /** What is complete with this letter; -1 when nothing is. */
    private int octet(int letter) {
        int value = Base64Letters.value((char) letter);
        switch (letter) {
            case '=' -> {
                have = 0;
                padded = true;
            }
            case '\r', '\n' -> gap = false;
            case ' ', '\t' -> gap = have > 0 || gap;
            default -> {
                if (padded && (value < 0 || gap)) {
                    ended = true;
                } else if (value < 0) {
                    onWrongLetter.run();
                }
            }
        }
        return value < 0 || ended ? -1 : shifted(value);
    }

    private int shifted(int value) {
        bits = (bits << 6 | value) & 0xFFFF;
        have += 6;
        if (have < 8) {
            return -1;
        }
        have -= 8;
        return bits >>> have & 0xFF;
    }
}
