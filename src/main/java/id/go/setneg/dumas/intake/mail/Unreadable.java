package id.go.setneg.dumas.intake.mail;

/** A mail that is beyond a limit or no mail at all; the message says which, without a word of the mail. */
final class Unreadable extends RuntimeException {

    Unreadable(String reason) {
        super(reason);
    }

    Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
