package id.go.setneg.dumas.desk;

/** An officer's decision says what cannot be, such as a day to come; the message tells officers which, in Indonesian. */
public final class Implausible extends RuntimeException {

    private static final long serialVersionUID = 1;

    Implausible(String message) {
        super(message);
    }
}
