package id.go.setneg.dumas.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to send, decided in the same transaction as the fact that calls for it.
 *
 * @param id stable over all attempts; the receiver's identity of the message
 * @param destination {@code agency.<code>}, {@code spde}, {@code lapor}, {@code mail} or {@code staff}
 * @param kind {@code REFERRAL}, {@code REGISTRATION}, {@code STATUS} or {@code REMINDER}
 * @param referral the referral that it carries, absent otherwise
 * @param payload canonical JSON
 * @param heldBecause why it waits for a person from the start, absent when it may go
 */
public record NewDelivery(
        UUID id,
        String destination,
        String kind,
        @Nullable UUID referral,
        byte[] payload,
        @Nullable String heldBecause) {

    @Override
    public String toString() {
        return "NewDelivery[" + id + ", " + destination + "]";
    }
}
