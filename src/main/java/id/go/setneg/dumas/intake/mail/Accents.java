package id.go.setneg.dumas.intake.mail;

/**
 * Keeps what is written above and below one letter within reason (Unicode Annex 15, Stream-Safe Text Format): to bring many
 * thousand such marks into their order, as normalizing does, takes time with the square of their number.
 */
final class Accents {

    private static final int MOST = 30;
    private static final int FIRST = 0x300;

    private Accents() {}

    /** The text without the marks that come after the thirtieth on one letter. */
    static String thinned(String text) {
        if (text.chars().noneMatch(letter -> letter >= FIRST)) {
            return text;
        }
        var thinned = new StringBuilder(text.length());
        int marks = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            marks = isMark(letter) ? marks + 1 : 0;
            if (marks <= MOST) {
                thinned.appendCodePoint(letter);
            }
        }
        return thinned.toString();
    }

    private static boolean isMark(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> letter == 0xFF9E || letter == 0xFF9F; // halfwidth ones are letters until they are normalized
        };
    }
}
