package id.go.setneg.dumas.intake.mail;

import java.io.ByteArrayOutputStream;

/** Base64 as found in headers: letters that are none are skipped, missing padding is not missed. */
final class Base64Letters {

    private Base64Letters() {}

    /** What six bits a letter stands for; -1 where it stands for none. */
    static int value(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return letter - 'A';
        }
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a' + 26;
        }
        if (letter >= '0' && letter <= '9') {
            return letter - '0' + 52;
        }
        return letter == '+' ? 62 : letter == '/' ? 63 : -1;
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
