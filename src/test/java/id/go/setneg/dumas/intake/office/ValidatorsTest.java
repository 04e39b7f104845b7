package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValidatorsTest {

    private static final byte[] BODY = "{\"data\":[1]}".getBytes(StandardCharsets.UTF_8);

    private final Validators validators = new Validators();

    @Test
    void theFirstQuestionHasNoValidators() {
        assertThat(validators.etag("a", "q")).isNull();
        assertThat(validators.modified("a", "q")).isNull();
    }

    @Test
    void theSameQuestionAfterAWholeWalkCarriesThoseOfItsAnswer() {
        assertThat(answer("q", 200, "\"1\"", "Tue, 24 Nov 2026 08:00:00 GMT", BODY))
                .isEqualTo(BODY);
        validators.confirm("a");

        assertThat(validators.etag("a", "q")).isEqualTo("\"1\"");
        assertThat(validators.modified("a", "q")).isEqualTo("Tue, 24 Nov 2026 08:00:00 GMT");
        assertThat(validators.etag("a", "other")).isNull();
        assertThat(validators.etag("b", "q")).isNull();
    }

    @Test
    void anAnswerOfAWalkThatFailedIsNotRemembered() {
        answer("q", 200, "\"1\"", null, BODY);

        assertThat(validators.etag("a", "q")).isNull();
    }

    @Test
    void onlyTheLastPageIsRemembered() {
        answer("page 1", 200, "\"1\"", null, BODY);
        answer("page 2", 200, "\"2\"", null, BODY);
        validators.confirm("a");

        assertThat(validators.etag("a", "page 1")).isNull();
        assertThat(validators.etag("a", "page 2")).isEqualTo("\"2\"");
    }

    @Test
    void notModifiedIsAnEmptyLastPageAndStaysRemembered() {
        answer("q", 200, "\"1\"", null, BODY);
        validators.confirm("a");

        assertThat(answer("q", 304, null, null, null)).asString().isEqualTo("{\"data\":[]}");
        validators.confirm("a");
        assertThat(validators.etag("a", "q")).isEqualTo("\"1\"");
    }

    @Test
    void notModifiedWithoutAQuestionIsNoPage() {
        assertThat(answer("q", 304, null, null, null)).isEmpty();
    }

    private byte[] answer(String question, int status, String etag, String modified, byte[] body) {
        var headers = new HashMap<String, Object>(Map.of("CamelHttpResponseCode", status));
        headers.put("ETag", etag);
        headers.put("Last-Modified", modified);
        return validators.answer("a", question, headers, body);
    }
}
