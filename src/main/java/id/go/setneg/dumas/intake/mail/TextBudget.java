package id.go.setneg.dumas.intake.mail;

/** How much text may still be read of a mail and of all that it carries, in bytes; what is beyond becomes a file. */
final class TextBudget {

    private int left;

    TextBudget(MailLimits limits) {
        left = (int) Math.min(limits.text().toBytes(), Integer.MAX_VALUE - 64);
    }

    int left() {
        return left;
    }

    void spend(int some) {
        left = Math.max(0, left - some);
    }
}
