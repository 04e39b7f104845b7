package id.go.setneg.dumas.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {

    private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-0000deadbeef");

    private final Answers answers = new Answers();
    private final DefaultCamelContext camel = new DefaultCamelContext();

    @Test
    void aFormHoldsTheFilledFieldsAndOneMore() throws Exception {
        var out = new ByteArrayOutputStream();
        answers.form(bytes("{\"content\":\"Sudah selesai – é\",\"status\":3,\"empty\":\"\"}"), "user_id", "7")
                .writeTo(out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("name=\"content\"", "Sudah selesai – é", "name=\"status\"", "name=\"user_id\"")
                .doesNotContain("empty");
    }

    @Test
    void aFieldStaysOneSegmentOfThePath() throws Exception {
        assertThat(answers.path(bytes("{\"reference\":\"../a b?c\"}"), "/reference", "complaints/%s/followups"))
                .isEqualTo("complaints/..%2Fa%20b%3Fc/followups");
    }

    @Test
    void onlyAYesPasses() {
        assertThatCode(() ->
                        answers.expect(answer("{\"status\":\"Success\"}", "application/json"), "/status", "success"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        answers.expect(answer("{\"status\":\"error\"}", "application/json"), "/status", "success"))
                .isInstanceOf(NotUnderstood.class)
                .hasMessage("ANSWER without /status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "\"success\"", "{", "<html>Contoh Warga Satu</html>"})
    void whatIsNoObjectIsNotUnderstoodAndNotQuoted(String body) {
        assertThatThrownBy(() -> answers.expect(answer(body, "text/html; charset=UTF-8"), "/status", "success"))
                .isInstanceOf(NotUnderstood.class)
                .hasMessageStartingWith("ANSWER ")
                .hasMessageNotContaining("Contoh");
    }

    @Test
    void aFirstAttemptLooksForNothing() {
        assertThat(answers.search(delivery(1)).hasNext()).isFalse();
    }

    @Test
    void aRepeatedAttemptLooksThroughThePagesUntilItIsFound() {
        Search search = answers.search(delivery(2));
        assertThat(search.page()).isEqualTo(1);
        answers.look(search, page("lain", "\"?page=2\""), "/data", "/next");
        assertThat(search.hasNext()).isTrue();
        assertThat(search.page()).isEqualTo(2);
        answers.look(search, page("Selesai (Ref. deadbeef)", "\"?page=3\""), "/data", "/next");
        assertThat(search.isFound()).isTrue();
        assertThat(search.hasNext()).isFalse();
    }

    @Test
    void aBadByteInSomebodyElsesWordsHidesNothing() {
        Search search = answers.search(delivery(2));
        byte[] page =
                bytes("{\"data\":[{\"content\":\"a\u0001? b\n\"},{\"content\":\"(Ref. deadbeef)\"}],\"next\":null}");
        page[bytes("{\"data\":[{\"content\":\"a\u0001").length] = (byte) 0xff;
        Exchange answer = answer("", "application/json");
        answer.getMessage().setBody(page);
        answers.look(search, answer, "/data", "/next");

        assertThat(search.isFound()).isTrue();
    }

    @Test
    void pagesWithoutEndSayNothing() {
        Search search = answers.search(delivery(2));
        answers.look(search, page("lain", "\"?page=2\""), "/data", "/next");
        assertThatThrownBy(() -> answers.look(search, page("lain", "\"?page=3\""), "/data", "/next"))
                .isInstanceOf(NotUnderstood.class)
                .hasMessage("ANSWER without end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "false", "\"null\""})
    void theLastPageEndsTheLook(String next) {
        Search search = answers.search(delivery(2));
        answers.look(search, page("lain", next), "/data", "/next");
        assertThat(search.hasNext()).isFalse();
        assertThat(search.isFound()).isFalse();
    }

    @Test
    void aPageWithoutItsListIsNotUnderstood() {
        assertThatThrownBy(() -> answers.look(
                        answers.search(delivery(2)), answer("{\"data\":null}", "application/json"), "/data", "/next"))
                .isInstanceOf(NotUnderstood.class)
                .hasMessage("ANSWER without /data");
    }

    private Exchange page(String content, String next) {
        return answer("{\"data\":[{\"content\":\"" + content + "\"}],\"next\":" + next + "}", "application/json");
    }

    private Exchange answer(String body, String type) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, type);
        exchange.getMessage().setBody(bytes(body));
        return exchange;
    }

    private static Delivery delivery(int attempt) {
        var at = OffsetDateTime.parse("2026-11-24T01:00:00Z");
        return new Delivery(ID, "lapor", "STATUS", ID, null, attempt, at, new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
