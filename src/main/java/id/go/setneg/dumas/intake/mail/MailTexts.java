package id.go.setneg.dumas.intake.mail;

import java.util.ArrayList;
import java.util.List;

/** The texts of a mail in their order; of alternatives (RFC 2046, 5.1.4) the plain one, unless it is blank. */
final class MailTexts {

    private final List<Piece> pieces = new ArrayList<>();

    /** Pieces of one group say the same in different ways. */
    private record Piece(int group, boolean markup, String text) {}

    /**
     * @param group the number of the alternatives it is one of; negative when it is none
     */
    void add(int group, boolean markup, String text) {
        if (!text.isBlank()) {
            pieces.add(new Piece(group, markup, text));
        }
    }

    /** Whether some of the text was HTML. */
    boolean fromMarkup() {
        return read().stream().anyMatch(Piece::markup);
    }

    String text() {
        return String.join("\n", read().stream().map(Piece::text).toList()).strip();
    }

    /** Whether nothing is said beside one group. */
    boolean areAllOf(int group) {
        return pieces.stream().allMatch(piece -> piece.group() == group);
    }

    private List<Piece> read() {
        return pieces.stream()
                .filter(piece -> !piece.markup() || piece.group() < 0 || !hasPlain(piece.group()))
                .toList();
    }

    private boolean hasPlain(int group) {
        return pieces.stream().anyMatch(piece -> piece.group() == group && !piece.markup());
    }
}
