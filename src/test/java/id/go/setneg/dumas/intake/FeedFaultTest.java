package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.QueryTimeoutException;

class FeedFaultTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final String GATEWAY = "{\"fault\":{\"code\":900901,\"message\":\"Invalid Credentials\"}}";
    private static final String LAPOR = "{\"status\":401,\"message\":\"Token klien tidak valid\"}";

    private static FeedFault of(int status, String body, Map<String, String> headers) {
        return FeedFault.of(
                new RuntimeException(
                        new HttpOperationFailedException("http://lapor.invalid", status, "", null, headers, body)),
                NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "401 | {\"fault\":{\"code\":900901}} | GATEWAY_REFUSED",
                "403 | {\"fault\":{\"code\":900908}} | GATEWAY_REFUSED",
                "401 | {\"code\":\"900901\",\"message\":\"Invalid Credentials\"} | GATEWAY_REFUSED",
                "401 | <ams:fault><ams:code>900901</ams:code></ams:fault> | GATEWAY_REFUSED",
                "401 | `` | GATEWAY_REFUSED",
                "401 | {\"code\":401,\"message\":\"\"} | CLIENT_REFUSED",
                "410 | {\"status\":410} | ABSENT",
                "404 | {\"code\":404,\"message\":\"\"} | ABSENT",
                "503 | {\"code\":\"303001\"} | THEIRS",
                "429 | {\"code\":\"900802\"} | TOO_MANY",
                "401 | <html>Ditolak</html> | GATEWAY_REFUSED",
                "401 | {\"status\":401} | CLIENT_REFUSED",
                "403 | {\"status\":403} | FORBIDDEN",
                "404 | {\"status\":404} | ABSENT",
                "404 | {\"fault\":{\"code\":900906}} | NOT_ACCEPTED",
                "404 | <html>Tidak ada</html> | NOT_ACCEPTED",
                "422 | {\"status\":422} | NOT_ACCEPTED",
                "429 | {\"status\":429} | TOO_MANY",
                "503 | {\"fault\":{\"code\":900800}} | TOO_MANY",
                "503 | {\"fault\":{\"code\":303001}} | THEIRS",
                "500 | <html>Galat</html> | THEIRS",
                "302 | <html>Masuk</html> | THEIRS"
            })
    void answersAreToldApart(int status, String body, Kind kind) {
        assertThat(of(status, body, Map.of()).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "30,PT30S",
        "99999999,PT24H",
        "'Tue, 24 Nov 2026 01:10:00 GMT',PT10M",
        "'Tue, 24 Nov 2026 00:00:00 GMT',PT0S",
        "-5,",
        "'',",
        "99999999999999999999999,",
        "'Fri, 31 Dec 9999 23:59:59 GMT',PT24H",
        "segera,"
    })
    void retryAfterIsSecondsOrADateAndADayAtMost(String header, Duration wanted) {
        assertThat(of(429, LAPOR, Map.of("retry-after", header)).retryAfter()).isEqualTo(wanted);
    }

    @Test
    void whoIsDownMayAskForPeaceToo() {
        assertThat(of(503, LAPOR, Map.of("Retry-After", "30")).retryAfter()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"results\":{\"data\":[ | not a page: JSON that was cut",
                " <!DOCTYPE html><html></html> | not a page: HTML",
                "Pemeliharaan | not a page: no JSON",
                "[] | not a page: no JSON object"
            })
    void whatIsNoPageIsSaid(String body, String reason) {
        assertThat(FeedFault.in(body.getBytes(StandardCharsets.UTF_8)).reason()).isEqualTo(reason);
    }

    @Test
    void failuresWithoutAnAnswerAreToldApart() {
        assertThat(FeedFault.of(new SocketTimeoutException(), NOW).kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(FeedFault.of(new SSLHandshakeException("x"), NOW).kind()).isEqualTo(Kind.TLS);
        assertThat(FeedFault.of(new IOException("x"), NOW).kind()).isEqualTo(Kind.NETWORK);
        assertThat(FeedFault.of(new QueryTimeoutException("x"), NOW).kind()).isEqualTo(Kind.DATABASE);
        assertThat(FeedFault.of(new IllegalStateException("x"), NOW).kind()).isEqualTo(Kind.OURS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html></html> | NOT_JSON",
                "{\"results\":{\"data\":[ | NOT_JSON",
                "[] | NOT_JSON",
                "`` | NOT_JSON",
                "{\"fault\":{\"code\":900901}} | GATEWAY_REFUSED",
                "{\"fault\":{\"code\":900802}} | TOO_MANY",
                "{\"fault\":{\"code\":101503}} | THEIRS",
                "{\"status\":401,\"message\":\"\"} | CLIENT_REFUSED",
                "{\"status\":\"404\",\"message\":\"\"} | ABSENT",
                "{\"status\":500,\"results\":null} | THEIRS"
            })
    void faultsThatComeWith200AreFaults(String body, Kind kind) {
        assertThat(FeedFault.in(body.getBytes(StandardCharsets.UTF_8)).kind()).isEqualTo(kind);
    }

    @Test
    void anOrdinaryAnswerIsNoFault() {
        assertThat(FeedFault.in("{\"status\":200,\"results\":{}}".getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(FeedFault.in("{\"data\":[]}".getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }

    @Test
    void theReasonQuotesNothing() {
        assertThat(of(401, GATEWAY, Map.of()).reason()).isEqualTo("HTTP 401 (900901)");
        assertThat(of(401, LAPOR, Map.of()).reason()).isEqualTo("HTTP 401");
    }
}
