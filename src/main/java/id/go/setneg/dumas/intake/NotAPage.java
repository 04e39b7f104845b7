package id.go.setneg.dumas.intake;

/** A source answered something that is not a page of its list; it is asked again at the next poll. */
public final class NotAPage extends RuntimeException {
    NotAPage(String what) {
        super("not a page: " + what);
    }
}
