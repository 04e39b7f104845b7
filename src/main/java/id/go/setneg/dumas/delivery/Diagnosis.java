package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.complaint.Fault;
import jakarta.jms.JMSException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.JmsException;

/** Tells whose fault a failed attempt was. */
final class Diagnosis {

    /** Client errors that are about the moment, not about the message (RFC 9110 sections 15.5.9 and 15.5.21, RFC 6585). */
    private static final Set<Integer> PASSING_CLIENT_ERRORS = Set.of(401, 403, 407, 408, 421, 425, 429);

    private static final Duration A_DAY = Duration.ofDays(1);

    private Diagnosis() {}

    static Outcome of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Outcome outcome = known(cause);
            if (outcome != null) {
                return outcome;
            }
        }
        return new Outcome.Broken(Fault.of(failure));
    }

    private static @Nullable Outcome known(Throwable cause) {
        return switch (cause) {
            case HttpOperationFailedException http -> http(http);
            case NotUnderstood answer -> new Outcome.Passing(answer.answer(), null);
            case DirectConsumerNotAvailableException route -> new Outcome.Passing("ROUTE suspended", null);
            case MessagingException mail -> mail(mail);
            case JmsException jms ->
                new Outcome.Passing("QUEUE " + jms.getClass().getSimpleName(), null);
            case JMSException jms ->
                new Outcome.Passing("QUEUE " + jms.getClass().getSimpleName(), null);
            case IOException network ->
                new Outcome.Passing("NETWORK " + network.getClass().getSimpleName(), null);
            default -> null;
        };
    }

    private static Outcome mail(MessagingException failure) {
        if (failure instanceof SendFailedException refused
                && refused.getInvalidAddresses() != null
                && refused.getInvalidAddresses().length > 0) {
            return new Outcome.Refused("MAIL invalid address");
        }
        return new Outcome.Passing("MAIL " + failure.getClass().getSimpleName(), null);
    }

    private static Outcome http(HttpOperationFailedException http) {
        int status = http.getStatusCode();
        String reason = "HTTP " + status;
        if (status >= 500 || PASSING_CLIENT_ERRORS.contains(status)) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER); // RFC 9110, section 5.1
            headers.putAll(http.getResponseHeaders());
            return new Outcome.Passing(reason, retryAfter(headers.get("Retry-After")));
        }
        return new Outcome.Refused(reason);
    }

    /** Seconds or a date (RFC 9110, section 10.2.3), a day at most; whatever else is as if nothing was asked. */
    private static @Nullable Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            if (header.chars().allMatch(Character::isDigit)) {
                return Duration.ofSeconds(Math.min(Long.parseLong(header), A_DAY.toSeconds()));
            }
            Duration until = Duration.between(
                    ZonedDateTime.now(ZoneOffset.UTC),
                    ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
            return until.isNegative() ? Duration.ZERO : Collections.min(List.of(until, A_DAY));
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
