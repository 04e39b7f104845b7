package id.go.setneg.dumas.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt ended. Reasons are codes without personal data, such as {@code HTTP 503}. */
public sealed interface Outcome {

    String reason();

    /** They have it. */
    record Delivered(String reason) implements Outcome {}

    /** They said no, and will again: it waits for a person. */
    record Refused(String reason) implements Outcome {}

    /**
     * Their fault, and passing: it is tried again.
     *
     * @param retryAfter what they asked for, absent when they asked for nothing
     */
    record Passing(String reason, @Nullable Duration retryAfter) implements Outcome {}

    /** Our fault: it waits until we are mended. */
    record Broken(String reason) implements Outcome {}
}
