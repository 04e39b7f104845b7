package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.go.setneg.dumas.delivery.Answers;
import id.go.setneg.dumas.delivery.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is worse than a bad answer: a fault of the line, or of HTTP itself. It is named and passes; nothing is lost. */
@Execution(ExecutionMode.CONCURRENT) // each waits most of its time
class LaporFaultsTest {

    private static final int LIMIT = 100_000;
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String CHUNK = "1000\r\n" + " ".repeat(0x1000) + "\r\n";

    private final RawLapor lapor = new RawLapor();

    @TempDir
    Path folder;

    private LaporFlow flow;

    @BeforeEach
    void open() {
        flow = new LaporFlow(folder, lapor.url(), new AnswerBounds(new AnswerLimit(LIMIT), Duration.ofSeconds(2)));
    }

    @AfterEach
    void close() {
        flow.close();
        lapor.close();
    }

    private static Arguments fault(String name, String failure, RawLapor.Answer answer) {
        return Arguments.of(name, failure, answer);
    }

    private static Arguments fault(String name, String failure, String answer) {
        return fault(name, failure, line -> line.write(answer));
    }

    static Stream<Arguments> faults() throws IOException {
        String bomb = RawLapor.packed("{\"a\":\"" + " ".repeat(20_000_000) + "\"}");
        String cut = RawLapor.packed(RawLapor.PAGE).substring(0, 30);
        return Stream.of(
                fault("nothing", "HTTP 204", "HTTP/1.1 204 No Content\r\n\r\n"),
                fault("empty", "no JSON object", RawLapor.ok("", "")),
                fault("part", "HTTP 206", RawLapor.ok("", RawLapor.PAGE).replace("200 OK", "206 Partial Content")),
                fault("own error", "no list", RawLapor.ok("", "{\"error\":\"Contoh\"}")),
                fault("list for an envelope", "no JSON object", RawLapor.ok("", "[{\"id\":1}]")),
                fault("list for results", "no list", RawLapor.ok("", "{\"results\":[{\"id\":1}]}")),
                fault(
                        "login page",
                        "HTML",
                        RawLapor.ok("Content-Type: text/html\r\n", "<!DOCTYPE html><html>Masuk</html>")),
                fault(
                        "shorter than it says",
                        "NETWORK",
                        "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n" + RawLapor.PAGE),
                fault(
                        "longer than it says",
                        "JSON that was cut",
                        "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n" + RawLapor.PAGE),
                fault("no HTTP", "NETWORK", "SSH-2.0-Contoh\r\n\r\n"),
                fault("hung up", "NETWORK", ""),
                fault("broken pack", "NETWORK", RawLapor.ok("Content-Encoding: gzip\r\n", cut)),
                fault("bomb", "answer larger than", RawLapor.ok("Content-Encoding: gzip\r\n", bomb)),
                fault("unsaid bomb", "answer larger than", RawLapor.ok("", bomb)),
                fault("large", "answer larger than", RawLapor.ok("", " ".repeat(LIMIT) + RawLapor.PAGE)),
                fault("without end", "answer larger than", line -> {
                    line.write(CHUNKED);
                    line.writeForEver(CHUNK);
                }),
                fault("refusal without end", "answer larger than", line -> {
                    line.write(CHUNKED.replace("200 OK", "500 Galat"));
                    line.writeForEver(CHUNK);
                }),
                fault("bad chunk", "NETWORK", CHUNKED + "zz\r\n{}\r\n"),
                fault("stalls", "TIMEOUT", line -> {
                    line.write(CHUNKED + "5\r\n{\"a\":\r\n");
                    line.stall();
                }),
                fault("says nothing", "TIMEOUT", RawLapor.Line::stall),
                fault("drips", "TIMEOUT", line -> {
                    line.write(CHUNKED);
                    line.drip(CHUNK);
                }),
                fault(
                        "drips its head",
                        "TIMEOUT",
                        line -> line.drip("HTTP/1.1 200 OK\r\nX-Contoh: " + " ".repeat(1000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void aFaultIsNamedAndPasses(String name, String failure, RawLapor.Answer answer) throws Exception {
        lapor.answerNext(answer);
        flow.startReports();
        flow.failsWith(failure);
        assertThat(flow.taken).isEmpty();
        takes("99");
        await().untilAsserted(() -> assertThat(flow.failure("lapor-reports")).isNull());
    }

    /** While time passes: a line that the other side has closed unseen is a fault, too, and passes. */
    private void takes(String... ids) {
        await().untilAsserted(() -> {
            flow.hub.clock().advance(Duration.ofSeconds(10));
            assertThat(flow.taken).containsExactlyInAnyOrder(ids);
        });
    }

    static Stream<Arguments> oddButWell() throws IOException {
        String page = RawLapor.PAGE.replace("99", "98"); // said once; later answers list 99
        String packed = RawLapor.packed(page);
        String chunk = Integer.toHexString(page.length()) + "\r\n" + page + "\r\n0\r\n\r\n";
        return Stream.of(
                Arguments.of("packed", RawLapor.ok("Content-Encoding: gzip\r\n", packed)),
                Arguments.of("packed without a word", RawLapor.ok("", packed)),
                Arguments.of("said to be packed", RawLapor.ok("Content-Encoding: gzip\r\n", page)),
                Arguments.of("of no length", "HTTP/1.1 200 OK\r\n\r\n" + page),
                Arguments.of("in chunks", CHUNKED + chunk),
                Arguments.of("of another type", RawLapor.ok("Content-Type: text/html\r\n", page)),
                Arguments.of("with a mark of order", RawLapor.ok("", "\u00ef\u00bb\u00bf" + page)),
                Arguments.of("with a bad byte", RawLapor.ok("", page.replace("98}", "98,\"content\":\"\u00e9\n\"}"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddButWell")
    void anAnswerThatIsOnlyOddIsTaken(String name, String answer) throws Exception {
        lapor.answerNext(answer);
        flow.startReports();
        await().untilAsserted(() -> assertThat(flow.taken).contains("98"));
    }

    @Test
    void aPageWithABadByteIsCountedAsDrift() throws Exception {
        lapor.answerNext(RawLapor.ok("", RawLapor.PAGE.replace("99}", "99,\"content\":\"\u00e9\"}")));
        flow.startReports();
        await().untilAsserted(() -> assertThat(flow.hub.drifts().all())
                .extracting(one -> one.feed() + " " + one.what())
                .containsExactly("lapor-reports NOT_STRICT"));
    }

    @Test
    void whoAnswersWithoutEndIsBrokenOff() throws Exception {
        lapor.answerNext(line -> {
            line.write(CHUNKED);
            line.writeForEver(CHUNK);
        });
        flow.startReports();
        flow.failsWith("answer larger than");
        assertThat(lapor.brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) throws Exception {
        try (var other = new RawLapor()) {
            lapor.answerNext("HTTP/1.1 " + status + " Lain\r\nLocation: " + other.url()
                    + "/complaints\r\nContent-Length: 0\r\n\r\n");
            flow.startReports();
            flow.failsWith("HTTP " + status);
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aLoopOfRedirectsIsAskedOnce() throws Exception {
        lapor.answerNext("HTTP/1.1 302 Lain\r\nLocation: " + lapor.url() + "/complaints\r\nContent-Length: 0\r\n\r\n");
        flow.startReports();
        flow.failsWith("HTTP 302");
        assertThat(lapor.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://orang@127.0.0.1:PORT/lapor/3.0.0/complaints?cursor=x",
                "https://127.0.0.1:PORT/lapor/3.0.0/complaints?cursor=x",
                "http://127.0.0.1:1/lapor/3.0.0/complaints?cursor=x",
                "http://contoh.invalid/lapor/3.0.0/complaints?cursor=x",
                "//contoh.invalid/lapor/3.0.0/complaints?cursor=x",
                "http://127.0.0.1:PORT/lapor/3.0.0/complaints/../x?cursor=x",
                "file:/etc/passwd?cursor=x",
                "http://127.0.0.1:PORT@contoh.invalid/lapor/3.0.0/complaints?cursor=x"
            })
    void aNextPageElsewhereIsNotFollowed(String next) throws Exception {
        String there = next.replace("PORT", lapor.url().replaceAll(".*:(\\d+)/.*", "$1"));
        lapor.answerNext(RawLapor.ok("", RawLapor.PAGE.replace("null", "\"" + there + "\"")));
        flow.startReports();
        flow.failsWith("another place");
        assertThat(lapor.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"?cursor=x\"",
                "\"complaints?cursor=x\"",
                "\"/lapor/3.0.0/complaints?cursor=x\"",
                "\"?page=2\"",
                "\"page=2\"",
                "2",
                "true",
                "{\"href\":\"?page=2\"}",
                "\"https://dalam.invalid/complaints?page=2\""
            })
    void aNextPageIsAskedForHoweverItIsSaid(String next) throws Exception {
        lapor.answerNext(RawLapor.ok("", RawLapor.PAGE.replace("null", next).replace("99", "98")));
        flow.startReports();
        takes("98", "99");
        assertThat(lapor.asked().get(1)).containsPattern("GET /lapor/3.0.0/complaints\\?.*(page=2|cursor=x)");
    }

    @Test
    void aSearchForAFollowUpHasBoundsToo() throws Exception {
        Delivery delivery = delivery(2);
        lapor.answerNext(line -> {
            line.write(CHUNKED);
            line.writeForEver(CHUNK);
        });
        flow.start("lapor-follow-up-search");
        Exchange searched = flow.camel.createProducerTemplate().send("direct:lapor-follow-up-search", exchange -> {
            exchange.setVariable("fields", "{\"complaint_id\":\"7\"}".getBytes(StandardCharsets.UTF_8));
            exchange.setVariable("search", new Answers().search(delivery));
        });

        assertThat(searched.getException()).isInstanceOf(AnswerTooLarge.class);
    }

    @Test
    void aFollowUpHasBoundsToo() throws Exception {
        Delivery delivery = delivery(1);
        lapor.answerNext(line -> {
            line.write(CHUNKED);
            line.drip(CHUNK);
        });
        flow.start("lapor-follow-up-search", "lapor-follow-ups");
        Exchange sent = flow.camel.createProducerTemplate().send("direct:lapor-follow-up", exchange -> {
            exchange.setVariable("delivery", delivery);
            exchange.getMessage().setBody("{\"complaint_id\":\"7\"}".getBytes(StandardCharsets.UTF_8));
        });

        assertThat(sent.getException()).hasMessageContaining("longer than");
        assertThat(lapor.asked()).hasSize(1);
    }

    private static Delivery delivery(int attempt) {
        return new Delivery(
                UUID.randomUUID(),
                "lapor",
                "STATUS",
                null,
                null,
                attempt,
                OffsetDateTime.parse("2026-11-24T01:00:00Z"),
                new byte[0]);
    }
}
