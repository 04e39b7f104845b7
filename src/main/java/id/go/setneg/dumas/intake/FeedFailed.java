package id.go.setneg.dumas.intake;

/** A source could not be read, and why. The message holds no personal data. */
public final class FeedFailed extends RuntimeException {

    private final transient FeedFault fault;

    public FeedFailed(FeedFault fault) {
        super(fault.reason());
        this.fault = fault;
    }

    FeedFailed(FeedFault.Kind kind, String reason) {
        this(new FeedFault(kind, reason, null));
    }

    public FeedFault fault() {
        return fault;
    }
}
