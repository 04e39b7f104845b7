package id.go.setneg.dumas.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a message that is no submission.
 *
 * @param sender who wrote it, null when nobody is to be answered
 * @param reference the message's own name, such as its Message-ID, that an answer says it answers
 * @param delivery the message of ours that it is about, null when none
 * @param detail a code without personal data, such as {@code 5.1.1}
 */
public record MessageFacts(
        @Nullable String sender,
        @Nullable String reference,
        @Nullable UUID delivery,
        @Nullable String detail) {

    /** Whether a status (RFC 3463) says that it is not tried again. */
    boolean isFinal() {
        return detail != null && detail.startsWith("5");
    }

    @Override
    public String toString() {
        return "MessageFacts[" + delivery + ", " + detail + "]";
    }
}
