package id.go.setneg.dumas.intake.mail;

import org.springframework.util.unit.DataSize;

/**
 * How much of a mail's text may still be read as such. All its texts draw on it, those of the mails within it and of what
 * Outlook packed too: however many there are, memory holds no more.
 */
final class TextBudget {

    private int left;

    TextBudget(DataSize most) {
        if (most.isNegative()) {
            throw new IllegalArgumentException("no text can be read within " + most);
        }
        left = (int) Math.min(most.toBytes(), Integer.MAX_VALUE - 64);
    }

    /** In bytes. */
    int left() {
        return left;
    }

    /** Takes from it what was read; what a page's marks make of it may be more than there is. */
    void spend(int bytes) {
        left = Math.max(0, left - bytes);
    }
}
