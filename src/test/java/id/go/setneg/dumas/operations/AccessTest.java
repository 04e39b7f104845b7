package id.go.setneg.dumas.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHubTest
@Isolated
class AccessTest {

    private static final String OPERATOR = "budi:sandi-budi";
    private static final String OFFICER = "sari:sandi-sari";
    private static final String AGENCY = "contoh:sandi-contoh";
    private static final String STATUS = "/api/v1/referrals/c56a4180-65aa-42ec-a945-5fd21dec0538/status";

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200, 200, 200, 200",
        "/actuator/metrics, 401, 403, 403, 200",
        "/hawtio/user, 401, 403, 200, 200",
        "/hawtio/role, 401, 403, 200, 200",
        "/hawtio/page/page.js, 401, 403, 200, 200",
        "/hawtio/remoteEntry.js, 401, 403, 200, 200",
        "/hawtio/jolokia/version, 401, 403, 200, 200",
        "/api/v1/none, 401, 404, 404, 404",
        "/api/v1/parked, 401, 403, 404, 404",
        "/api/v1/parked/x/content, 401, 403, 404, 403",
        "/api/v1/deadlines, 401, 403, 404, 404",
        "/api/v1/drift, 401, 403, 404, 404",
        "/api/v1/cases/x/progress, 401, 403, 404, 403",
        "/api/v1/cases/x, 401, 403, 404, 403",
        "/api/v1/whatsapp, 404, 404, 404, 404",
        "/api/v1/matches, 401, 403, 404, 404",
        "/api/v1/matches/x/confirm, 401, 403, 404, 403",
        "/api/v1/cases/x/merge, 401, 403, 404, 403",
        "/api/v1/backfills, 401, 403, 404, 404",
        "/api/v1/cases/x/evidence, 401, 403, 404, 403",
        "/api/v1/tables, 401, 403, 404, 404",
        "/api/v1/alarms, 401, 403, 404, 404",
        "/api/v1/reports/evaluation, 401, 403, 404, 404",
        "/api/v1/keys/evidence, 404, 404, 404, 404",
        "/api/v1/referrals, 401, 403, 404, 404",
        "/api/v1/referrals/x/none, 401, 404, 403, 403",
        "/api/v1/referrals/x/explanation, 401, 403, 404, 404",
        "/api/v1/referrals/waiting, 401, 403, 404, 404",
        "/api/v1/dry-runs, 401, 403, 403, 404",
        "/none, 401, 404, 404, 404"
    })
    void everyoneReachesOnlyTheirOwn(String path, int nobody, int agency, int officer, int operator) {
        assertThat(http.get("", path).statusCode()).as("nobody").isEqualTo(nobody);
        assertThat(http.get(AGENCY, path).statusCode()).as("agency").isEqualTo(agency);
        assertThat(http.get(OFFICER, path).statusCode()).as("officer").isEqualTo(officer);
        assertThat(http.get(OPERATOR, path).statusCode()).as("operator").isEqualTo(operator);
    }

    @Test
    void healthDetailsAreForOperators() {
        assertThat(http.get("", "/actuator/health").body()).doesNotContain("diskSpace");
        assertThat(http.get(OFFICER, "/actuator/health").body()).doesNotContain("diskSpace");
        assertThat(http.get(OPERATOR, "/actuator/health").body()).contains("diskSpace");
        assertThat(http.get("", "/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoh:sandi-contoh", "lain:sandi-lain"})
    void anAgencyReportsWithItsPassword(String login) {
        assertThat(report(login, "{\"at\":0}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoh:sandi-lain", "contoh:{noop}sandi-contoh", "kenal:sandi-contoh", "contoh:"})
    void aWrongPasswordIsAProblem(String login) {
        problem(report(login, "{\"at\":0}"), 401);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void refusalsOfTheApiAreProblemsWithoutWhatWasSent(CapturedOutput log) {
        problem(report("", "{\"at\":0}"), 401);
        problem(report(OPERATOR, "{\"at\":0}"), 403);
        problem(http.get(AGENCY, "/api/v1/contoh-warga-satu"), 404);
        problem(http.get(AGENCY, STATUS), 405);
        problem(report(AGENCY, "{\"at\":\"Contoh Warga Satu\"}"), 400);
        problem(report(AGENCY, "Contoh Warga Satu"), 400);
        problem(http.send("POST", AGENCY, STATUS, "Contoh Warga Satu", "Content-Type", "text/plain"), 415);
        problem(report(AGENCY, "{\"at\":1}"), 500);
        problem(http.send("GET", AGENCY, "/api/v1//Contoh%20Warga%20Satu", null), 400);
        assertThat(log.getAll()).doesNotContainIgnoringCase("warga").contains("IllegalStateException");
    }

    @Test
    void aControllersOwnWordsStay() {
        HttpResponse<String> answer = report(AGENCY, "{\"at\":2}");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Http.json(answer.body()).get("detail").asText()).isEqualTo("sudah dijawab");
    }

    @Test
    void aBrowserIsLedToTheLoginPage() {
        HttpResponse<String> root = http.send("GET", "", "/", null, "Accept", "text/html");
        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(root.headers().firstValue("Location").orElseThrow()).endsWith("/hawtio/");
        HttpResponse<String> console = http.send("GET", "", "/hawtio/", null, "Accept", "text/html,*/*;q=0.8");
        assertThat(console.statusCode()).isEqualTo(302);
        assertThat(console.headers().firstValue("Location").orElseThrow()).endsWith("/masuk");
        assertThat(http.get("", "/masuk").body()).contains("Kata sandi").doesNotContain("{{");
    }

    @Test
    void aPageThatIsRefusedIsExplainedInIndonesian() {
        HttpResponse<String> page = http.send("GET", AGENCY, "/hawtio/", null, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Akun ini tidak berhak").doesNotContain("{{");
    }

    @Test
    void theConsolesSessionReachesTheApiAndStatesThatItAsks() throws Exception {
        var cookies = new CookieManager();
        try (var browser = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            String form = "username=contoh&password=sandi-contoh&_csrf=";
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
                    .matcher(browser.send(to("/masuk").build(), BodyHandlers.ofString())
                            .body());
            assertThat(token.find()).isTrue();
            browser.send(
                    to("/masuk")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form + URLEncoder.encode(token.group(1), UTF_8)))
                            .build(),
                    BodyHandlers.discarding());
            assertThat(browser.send(to("/api/v1/none").build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(404);
            var status =
                    to(STATUS).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"at\":0}"));
            problem(browser.send(status.build(), BodyHandlers.ofString()), 403);
            String proof = cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
            assertThat(browser.send(status.header("X-XSRF-TOKEN", proof).build(), BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aPageWhoseSessionEndedGetsNoPasswordBox() {
        HttpResponse<String> ended = http.send("GET", "", "/api/v1/tables", null, "Sec-Fetch-Mode", "cors");
        problem(ended, 401);
        assertThat(ended.headers().firstValue("WWW-Authenticate")).isEmpty();
        HttpResponse<String> opened = http.send("GET", "", "/api/v1/tables", null, "Sec-Fetch-Mode", "navigate");
        assertThat(opened.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(http.get("", "/api/v1/tables").headers().firstValue("WWW-Authenticate"))
                .isPresent();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    @Test
    void contractsAreOpen() {
        assertThat(http.get("", "/api/openapi.yaml").statusCode()).isEqualTo(404); // none in this home, yet no 401
        assertThat(http.get("", "/api/schemas/referral.schema.json").statusCode())
                .isEqualTo(404);
        problem(http.get("", "/api/schemas/..%2Fsecret.schema.json"), 400);
    }

    private HttpResponse<String> report(String login, String body) {
        return http.send("POST", login, STATUS, body, "Content-Type", "application/json");
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(Http.json(answer.body()).get("status").asInt()).isEqualTo(status);
        assertThat(Http.json(answer.body()).get("detail").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContainIgnoringCase("warga satu").doesNotContain("Exception", "id.go.setneg");
    }
}
