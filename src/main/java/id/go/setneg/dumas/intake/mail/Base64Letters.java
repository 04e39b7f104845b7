package id.go.setneg.dumas.intake.mail;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Base64 as found in headers: letters that are none are skipped, missing padding is not missed. */
final class Base64Letters {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = new byte[256];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int value = 0; value < LETTERS.length(); value++) {
            VALUES[LETTERS.charAt(value)] = (byte) value;
        }
    }

    private Base64Letters() {}

    /** What six bits a letter stands for; -1 where it stands for none. */
    static int value(char letter) {
        return letter < VALUES.length ? VALUES[letter] : -1;
    }

    /** The 24 bits of four octets; negative where one of them is no letter. */
    static int group(byte[] letters, int from) {
        return VALUES[letters[from] & 0xFF] << 18
                | VALUES[letters[from + 1] & 0xFF] << 12
                | VALUES[letters[from + 2] & 0xFF] << 6
                | VALUES[letters[from + 3] & 0xFF];
    }

    static void decode(String text, ByteArrayOutputStream into) {
        int bits = 0;
        int have = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int value = value(letter);
            if (letter == '=') {
                have = 0;
            } else if (value >= 0) {
                bits = (bits << 6 | value) & 0xFFFF;
                have += 6;
                if (have >= 8) {
                    have -= 8;
                    into.write(bits >>> have);
                }
            }
        }
    }
}
