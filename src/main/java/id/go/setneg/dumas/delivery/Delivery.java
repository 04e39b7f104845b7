package id.go.setneg.dumas.delivery;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to one destination: the body of the exchange that a {@code delivery:} route gets.
 *
 * @param id the receiver's identity of the message, the same in every attempt
 * @param kind {@code REFERRAL}, {@code REGISTRATION}, {@code STATUS}, {@code ACKNOWLEDGEMENT} or {@code PROGRESS}
 * @param caseId absent when no case has to do with it
 * @param referral the referral that it carries or is about, absent otherwise
 * @param attempt 1 for the first
 * @param payload canonical JSON
 */
public record Delivery(
        UUID id,
        String destination,
        String kind,
        @Nullable UUID caseId,
        @Nullable UUID referral,
        int attempt,
        OffsetDateTime createdAt,
        byte[] payload) {

    /** Whether an earlier attempt may have been taken without our knowing: look before sending again. */
    public boolean isRepeated() {
        return attempt > 1;
    }

    /** A short name that people can read out, and that a source keeps with what it took. */
    public String shortId() {
        String text = id.toString();
        return text.substring(text.length() - 8);
    }

    @Override
    public String toString() {
        return "Delivery[" + id + ", " + destination + ", attempt " + attempt + "]";
    }
}
