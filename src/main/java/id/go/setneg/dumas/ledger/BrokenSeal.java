package id.go.setneg.dumas.ledger;

/** Sealed bytes cannot be opened: they were changed, or this is not their key. */
public final class BrokenSeal extends RuntimeException {
    BrokenSeal(String use, Throwable cause) {
        super("broken seal: " + use, cause);
    }
}
