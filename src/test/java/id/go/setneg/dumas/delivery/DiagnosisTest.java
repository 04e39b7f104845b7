package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jms.UncategorizedJmsException;

class DiagnosisTest {

    private static final String SECRET = "NIK 9999010101010001 milik Contoh Warga Satu";

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 407, 408, 421, 425, 429, 500, 501, 502, 503, 504, 507, 511, 599})
    void whatIsAboutTheMomentPasses(int status) {
        assertThat(http(status, Map.of())).isEqualTo(new Outcome.Passing("HTTP " + status, null));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsAboutTheMessageIsRefused(int status) {
        assertThat(http(status, Map.of())).isEqualTo(new Outcome.Refused("HTTP " + status));
    }

    /** Redirects too: nobody named the host that they lead to. */
    static IntStream refusals() {
        return IntStream.concat(
                IntStream.of(300, 301, 302, 303, 304, 307, 308),
                IntStream.range(400, 500)
                        .filter(status -> IntStream.of(401, 403, 407, 408, 421, 425, 429)
                                .noneMatch(passing -> passing == status)));
    }

    @Test
    void theOtherSideMayAskForPatienceInSeconds() {
        assertThat(patience("120")).isEqualTo(Duration.ofMinutes(2));
        assertThat(patience("0")).isEqualTo(Duration.ZERO);
    }

    @Test
    void theOtherSideMayAskForPatienceUntilADate() {
        assertThat(patience(date(Duration.ofMinutes(10)))).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(patience(date(Duration.ofMinutes(-10)))).isEqualTo(Duration.ZERO);
    }

    @Test
    void nobodyMayAskForMoreThanADay() {
        assertThat(patience("99999999")).isEqualTo(Duration.ofDays(1));
        assertThat(patience("Fri, 31 Dec 9999 23:59:59 GMT")).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-1", "1.5", "soon", "99999999999999999999", "Fri, 99 Dec 2026 00:00:00 GMT"})
    void patienceThatCannotBeReadIsAsIfNotAskedFor(String header) {
        assertThat(patience(header)).isNull();
    }

    @Test
    void headerNamesAreReadInAnyCase() {
        assertThat(http(503, Map.of("retry-after", "120")))
                .isEqualTo(new Outcome.Passing("HTTP 503", Duration.ofMinutes(2)));
    }

    @Test
    void anAnswerThatIsNotUnderstoodPasses() {
        assertThat(Diagnosis.of(new NotUnderstood("ANSWER html"))).isEqualTo(new Outcome.Passing("ANSWER html", null));
    }

    @Test
    void theNetworkPasses() {
        assertThat(Diagnosis.of(new ConnectException(SECRET)))
                .isEqualTo(new Outcome.Passing("NETWORK ConnectException", null));
        assertThat(Diagnosis.of(new SocketTimeoutException(SECRET)))
                .isEqualTo(new Outcome.Passing("NETWORK SocketTimeoutException", null));
    }

    @Test
    void theBrokerPasses() {
        assertThat(Diagnosis.of(new JMSSecurityException(SECRET)))
                .isEqualTo(new Outcome.Passing("QUEUE JMSSecurityException", null));
        assertThat(Diagnosis.of(new UncategorizedJmsException(SECRET, new JMSException(SECRET))))
                .isEqualTo(new Outcome.Passing("QUEUE UncategorizedJmsException", null));
    }

    @Test
    void theMailServerPassesButAWrongAddressIsRefused() throws Exception {
        assertThat(Diagnosis.of(new AuthenticationFailedException(SECRET)))
                .isEqualTo(new Outcome.Passing("MAIL AuthenticationFailedException", null));
        assertThat(Diagnosis.of(new SendFailedException(SECRET)))
                .isEqualTo(new Outcome.Passing("MAIL SendFailedException", null));
        var invalid = new Address[] {new InternetAddress("warga.satu@contoh.example")};
        assertThat(Diagnosis.of(new SendFailedException(SECRET, null, new Address[0], new Address[0], invalid)))
                .isEqualTo(new Outcome.Refused("MAIL invalid address"));
    }

    @Test
    void aCauseIsFoundBehindWrappers() {
        var exchange = new DefaultExchange(new DefaultCamelContext());
        var failure = new RuntimeCamelException(
                SECRET, new CamelExecutionException(SECRET, exchange, new IOException(SECRET)));
        assertThat(Diagnosis.of(failure)).isEqualTo(new Outcome.Passing("NETWORK IOException", null));
    }

    @Test
    void whateverElseIsOurOwnFaultAndQuotesNothing() {
        for (Throwable failure : new Throwable[] {
            new IllegalStateException(SECRET), new StackOverflowError(SECRET), new RuntimeException(SECRET)
        }) {
            assertThat(Diagnosis.of(failure))
                    .isInstanceOfSatisfying(
                            Outcome.Broken.class,
                            broken -> assertThat(broken.reason())
                                    .startsWith(failure.getClass().getSimpleName())
                                    .doesNotContain("9999"));
        }
    }

    private static Duration patience(String header) {
        return ((Outcome.Passing) http(429, Map.of("Retry-After", header))).retryAfter();
    }

    private static Outcome http(int status, Map<String, String> headers) {
        return Diagnosis.of(
                new HttpOperationFailedException("http://127.0.0.1/", status, SECRET, null, headers, SECRET));
    }

    private static String date(Duration fromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(fromNow));
    }
}
