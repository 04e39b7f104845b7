package id.go.setneg.dumas.mailbox;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import jakarta.mail.search.SearchTerm;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * When a mail server got a mail (INTERNALDATE, RFC 3501, section 2.3.3). A server searches by days only, and in a time zone
 * of its own choosing.
 *
 * @param from the beginning
 * @param to the end, which is no part of it
 */
record ReceivedWithin(Instant from, Instant to) {

    private static final Duration MARGIN = Duration.ofDays(2);

    /** What a server can be asked: rather more than is meant. */
    SearchTerm nearly() {
        return new AndTerm(
                new ReceivedDateTerm(ComparisonTerm.GE, Date.from(from.minus(MARGIN))),
                new ReceivedDateTerm(ComparisonTerm.LE, Date.from(to.plus(MARGIN))));
    }

    boolean includes(Message message) throws MessagingException {
        Date received = message.getReceivedDate();
        return received != null
                && !received.toInstant().isBefore(from)
                && received.toInstant().isBefore(to);
    }
}
