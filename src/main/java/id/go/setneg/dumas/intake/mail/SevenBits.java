package id.go.setneg.dumas.intake.mail;

/** UTF-7 (RFC 2152), which no JDK reads. */
final class SevenBits {

    private SevenBits() {}

    /** What is no UTF-7 stays as it is. */
    static String decode(String text) {
        var read = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            if (letter != '+') {
                read.append(letter);
            } else if (at < text.length() && text.charAt(at) == '-') {
                read.append('+');
                at++;
            } else {
                at = shifted(text, at, read);
            }
        }
        return wellFormed(read.toString());
    }

    /** Halves of characters are replaced: nothing that stores text takes them. */
    private static String wellFormed(String text) {
        var whole = new StringBuilder(text.length());
        text.codePoints()
                .map(letter -> letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE ? 0xFFFD : letter)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    private static int shifted(String text, int from, StringBuilder into) {
        int bits = 0;
        int have = 0;
        int at = from;
        for (; at < text.length() && Base64Letters.value(text.charAt(at)) >= 0; at++) {
            bits = bits << 6 | Base64Letters.value(text.charAt(at));
            have += 6;
            if (have >= 16) {
                have -= 16;
                into.append((char) (bits >>> have));
                bits &= (1 << have) - 1;
            }
        }
        if (at == from) {
            into.append('+');
        }
        return at < text.length() && at > from && text.charAt(at) == '-' ? at + 1 : at;
    }
}
