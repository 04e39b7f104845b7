package id.go.setneg.dumas.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.go.setneg.dumas.complaint.Fault;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/**
 * Why a source could not be read. A gateway of the WSO2 kind answers {@code {"fault":{"code":900901,…}}} or HTML; the
 * system behind it answers with an envelope of its own: so the two refusals are told apart. Answers are looked at, never
 * quoted.
 *
 * @param reason in a few words, for the ledger, the console and the log
 * @param retryAfter how long the source asks to be left alone (RFC 9110, section 10.2.3), a day at most
 */
public record FeedFault(Kind kind, String reason, @Nullable Duration retryAfter) {

    private static final Duration A_DAY = Duration.ofDays(1);

    /** The gateway's numbers of faults have six digits. */
    private static final int LEAST_CODE = 100_000;

    /** What kind of fault, by what is to be done about it. */
    public enum Kind {
        /** The gateway does not accept our key. */
        GATEWAY_REFUSED,
        /** The source does not accept our token. */
        CLIENT_REFUSED,
        /** The source does not show us what we asked for (403 in its own words). */
        FORBIDDEN,
        /** The source was not asked, because it refused us before. */
        STOPPED,
        /** Asked too often. */
        TOO_MANY,
        /** The source was not asked, because it wants to be left alone. */
        WAITING,
        /** 5xx: theirs, passing. */
        THEIRS,
        TIMEOUT,
        NETWORK,
        TLS,
        /** HTML, or JSON that was cut. */
        NOT_JSON,
        /** The answer has more bytes than are read of one. */
        TOO_LARGE,
        /** JSON, but no list. */
        NO_PAGE,
        /** A list without end, or one that does not move. */
        LOOP,
        /** The next page is said to be at another place; nothing is sent there. */
        OTHER_HOST,
        /** The source knows no such thing (404 in its own words). */
        ABSENT,
        /** Another 4xx: what we asked was wrong. */
        NOT_ACCEPTED,
        DATABASE,
        /** A bug of ours. */
        OURS
    }

    /** What a failure says. */
    static FeedFault of(Throwable failure, Instant now) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            FeedFault known = known(cause, now);
            if (known != null) {
                return known;
            }
        }
        return of(Kind.OURS, Fault.of(failure));
    }

    private static FeedFault of(Kind kind, String reason) {
        return new FeedFault(kind, reason, null);
    }

    private static @Nullable FeedFault known(Throwable cause, Instant now) {
        String name = cause.getClass().getSimpleName();
        return switch (cause) {
            case FeedFailed failed -> failed.fault();
            case HttpOperationFailedException http -> http(http, now);
            case AnswerTooLarge large -> of(Kind.TOO_LARGE, "answer larger than " + large.limit() + " bytes");
            case SSLException tls -> of(Kind.TLS, "TLS " + name);
            case SocketTimeoutException late -> of(Kind.TIMEOUT, "TIMEOUT " + name);
            case IOException network -> of(Kind.NETWORK, "NETWORK " + name);
            case DataAccessException database -> of(Kind.DATABASE, "DATABASE " + name);
            default -> null;
        };
    }

    private static FeedFault http(HttpOperationFailedException http, Instant now) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER); // RFC 9110, section 5.1
        if (http.getResponseHeaders() != null) {
            headers.putAll(http.getResponseHeaders());
        }
        JsonNode body = json(http.getResponseBody());
        int code = code(body);
        boolean fromGateway = !body.isObject() || isOfGateway(body);
        String reason = "HTTP " + http.getStatusCode() + (code == 0 ? "" : " (" + code + ")");
        Kind kind = isThrottled(code) ? Kind.TOO_MANY : kind(http.getStatusCode(), fromGateway);
        boolean mayAskForPeace = kind == Kind.TOO_MANY || kind == Kind.THEIRS;
        return new FeedFault(kind, reason, mayAskForPeace ? retryAfter(headers.get("Retry-After"), now) : null);
    }

    private static Kind kind(int status, boolean fromGateway) {
        return switch (status) {
            case 401 -> fromGateway ? Kind.GATEWAY_REFUSED : Kind.CLIENT_REFUSED;
            case 403 -> fromGateway ? Kind.GATEWAY_REFUSED : Kind.FORBIDDEN;
            case 404, 410 -> fromGateway ? Kind.NOT_ACCEPTED : Kind.ABSENT;
            case 408 -> Kind.TIMEOUT;
            case 425, 429 -> Kind.TOO_MANY;
            default -> status >= 500 || status < 400 ? Kind.THEIRS : Kind.NOT_ACCEPTED;
        };
    }

    /** What is wrong with an answer that came with 200: faults and refusals come so, too; none when it is well. */
    static @Nullable FeedFault in(byte @Nullable [] answer) {
        JsonNode body;
        try {
            body = answer == null
                    ? JsonNodeFactory.instance.missingNode()
                    : JsonAnswer.read(answer).content();
        } catch (AnswerCut cut) {
            return of(Kind.NOT_JSON, "not a page: JSON that was cut");
        } catch (IOException e) {
            return of(Kind.NOT_JSON, isHtml(answer) ? "not a page: HTML" : "not a page: no JSON");
        }
        int code = code(body);
        int status = body.path("status").asInt();
        if (!body.isObject()) {
            return of(Kind.NOT_JSON, "not a page: no JSON object");
        } else if (isOfGateway(body)) {
            boolean isRefusal = code >= 900_900 && code < 901_000;
            Kind kind = isRefusal ? Kind.GATEWAY_REFUSED : isThrottled(code) ? Kind.TOO_MANY : Kind.THEIRS;
            return of(kind, "HTTP 200 with a fault of the gateway (" + code + ")");
        } else if (status >= 400 && status < 600 && !body.hasNonNull("results")) {
            return of(kind(status, false), "HTTP 200 with status " + status);
        }
        return null;
    }

    /** The gateway's number of the fault; older ones write it below {@code fault}, newer ones beside the message. */
    private static int code(JsonNode body) {
        int below = body.path("fault").path("code").asInt();
        return below != 0 || body.path("code").asInt() < LEAST_CODE
                ? below
                : body.path("code").asInt();
    }

    private static boolean isOfGateway(JsonNode body) {
        return body.has("fault") || code(body) != 0;
    }

    private static boolean isHtml(byte @Nullable [] answer) {
        return answer != null
                && new String(answer, 0, Math.min(answer.length, 100), StandardCharsets.UTF_8)
                        .replace("\ufeff", "")
                        .strip()
                        .startsWith("<");
    }

    /** 900800 to 900807: a quota of the gateway is used up. */
    private static boolean isThrottled(int code) {
        return code >= 900_800 && code < 900_810;
    }

    private static JsonNode json(@Nullable String text) {
        try {
            return JsonAnswer.read((text == null ? "" : text).getBytes(StandardCharsets.UTF_8))
                    .content();
        } catch (IOException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        try {
            String text = header.strip();
            Duration asked = text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Math.min(Long.parseLong(text), A_DAY.toSeconds()))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return asked.isNegative() ? Duration.ZERO : Collections.min(List.of(asked, A_DAY));
        } catch (NumberFormatException | DateTimeParseException e) {
            return null;
        }
    }
}
