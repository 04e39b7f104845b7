package id.go.setneg.dumas.complaint;

import java.util.Arrays;

/** What went wrong, told without the exception's message, because that may quote a complaint. */
public final class Fault {

    private static final String OURS = "id.go.setneg.dumas.";

    private Fault() {}

    /** The first cause and where in the hub it came from, such as {@code IllegalStateException at Envelope:61}. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String name = cause.getClass().getSimpleName();
        return Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> name + " at "
                        + frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1) + ":"
                        + frame.getLineNumber())
                .orElse(name);
    }
}
