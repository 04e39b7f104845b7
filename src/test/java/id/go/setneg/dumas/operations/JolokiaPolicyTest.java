package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.management.ManagementFactory;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleHubTest
@Isolated
class JolokiaPolicyTest {

    private static final String ROUTE = "org.apache.camel:context=dumas,type=routes,name=\\\"kirim-contoh\\\"";
    private static final String CONTEXT = "org.apache.camel:context=dumas,type=context,name=\\\"dumas\\\"";

    @LocalServerPort
    private int port;

    @Autowired
    private CamelContext camel;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
        System.setProperty("contoh.sandi", ConsoleHub.SECRET_TOKEN);
    }

    @AfterEach
    void resume() throws Exception {
        System.clearProperty("contoh.sandi");
        camel.getRouteController().resumeRoute("kirim-contoh");
    }

    @Test
    void anOperatorSuspendsAndResumesARoute() {
        assertThat(exec(ROUTE, "suspend()").path("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("kirim-contoh").isSuspended())
                .isTrue();
        assertThat(hub().path("Destinations").get(0).path("state").asText()).isEqualTo("SUSPENDED");
        assertThat(exec(ROUTE, "resume()").path("status").asInt()).isEqualTo(200);
        assertThat(camel.getRouteController().getRouteStatus("kirim-contoh").isStarted())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sendBody(java.lang.String,java.lang.Object)",
                "sendStringBody",
                "requestBody(java.lang.String,java.lang.Object)",
                "dumpRoutesAsXml(boolean)",
                "dumpRoutesAsXml(boolean,boolean)",
                "dumpRoutesAsYaml(boolean)",
                "dumpRestsAsXml(boolean)",
                "createEndpoint",
                "setProperty",
                "stop",
                "stop()",
                "suspend()"
            })
    void theContextGivesNothingAway(String operation) {
        forbidden(exec(CONTEXT, operation));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "org.apache.camel:context=dumas,type=tracer,name=BacklogTracer | dumpAllTracedMessagesAsXml()",
                "org.apache.camel:context=dumas,type=tracer,name=BacklogDebugger | enableDebugger()",
                "org.apache.camel:context=dumas,type=endpoints,name=\\\"timer://baca\\\" | browseAllMessagesAsXml(java.lang.Boolean)",
                "org.apache.camel:context=dumas,type=endpoints,* | browseAllMessagesAsXml(java.lang.Boolean)",
                "org.apache.camel:* | browseExchange(java.lang.Integer)",
                "org.apache.activemq.artemis:* | browse()",
                "org.apache.activemq.artemis:broker=\\\"x\\\" | listMessages(java.lang.String)",
                "org.apache.camel:context=dumas,type=routes,name=\\\"kirim-contoh\\\" | dumpRouteAsXml(boolean)",
                "org.apache.camel:context=dumas,type=routes,name=\\\"kirim-contoh\\\" | updateRouteFromXml(java.lang.String)",
                "org.apache.camel:context=dumas,type=routes,name=\\\"kirim-contoh\\\" | remove()",
                "org.apache.camel:context=dumas,type=routes,* | dumpRouteAsXml(boolean)",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties",
                "com.sun.management:type=DiagnosticCommand | jvmtiAgentLoad",
                "com.sun.management:type=HotSpotDiagnostic | dumpHeap",
                "com.sun.management:* | dumpHeap",
                "java.util.logging:type=Logging | setLoggerLevel",
                "jdk.management.jfr:type=FlightRecorder | newRecording()"
            })
    void bodiesSecretsAndCodeAreOutOfReach(String mbean, String operation) {
        forbidden(exec(mbean, operation));
    }

    @Test
    void anOfficerReadsOurNumbersOnlyAndRunsNothing() {
        JsonNode hub = officer("{\"type\":\"read\",\"mbean\":\"" + HubMXBean.NAME + "\"}");
        assertThat(hub.path("value").path("Feeds")).isNotEmpty();
        forbidden(officer("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}"));
        forbidden(officer("{\"type\":\"exec\",\"mbean\":\"" + ROUTE + "\",\"operation\":\"suspend()\"}"));
        forbidden(officer("{\"type\":\"exec\",\"mbean\":\"" + HubMXBean.NAME
                + "\",\"operation\":\"replayDelivery(java.lang.String)\",\"arguments\":[\"" + ConsoleHub.HELD
                + "\"]}"));
        assertThat(http.jolokia("{\"type\":\"list\"}").path("value").has("org.apache.camel"))
                .isTrue();
        assertThat(officer("{\"type\":\"list\"}").path("value").fieldNames())
                .toIterable()
                .containsExactly("id.go.setneg.dumas");
        for (String pattern : new String[] {"*:*", "org.apache.camel:*"}) {
            assertThat(officer("{\"type\":\"read\",\"mbean\":\"" + pattern + "\",\"config\":{\"ignoreErrors\":true}}")
                            .toString())
                    .contains("Uptime", "is forbidden")
                    .doesNotContain("\"Uptime\":\"", "\"RouteId\":\"", "\"HeapMemoryUsage\":{\"init");
        }
        assertThat(camel.getRouteController().getRouteStatus("kirim-contoh").isStarted())
                .isTrue();
    }

    private JsonNode officer(String request) {
        return Http.json(
                http.send("POST", "sari:sandi-sari", "/hawtio/jolokia/", request, "Content-Type", "application/json")
                        .body());
    }

    @Test
    void nothingCanBeWritten() {
        forbidden(http.jolokia(
                "{\"type\":\"write\",\"mbean\":\"" + CONTEXT + "\",\"attribute\":\"Tracing\",\"value\":true}"));
        forbidden(http.jolokia(
                "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\",\"value\":true}"));
    }

    @Test
    void systemPropertiesAreClosed() {
        forbidden(read("java.lang:type=Runtime", "SystemProperties"));
        forbidden(read("java.lang:type=Runtime", "InputArguments"));
    }

    @Test
    void noReadableAttributeHoldsASecretOrABody() throws Exception {
        await().until(() -> exchanges() > 0);
        int seen = 0;
        for (var name : ManagementFactory.getPlatformMBeanServer().queryNames(null, null)) {
            String answer = http.jolokia("{\"type\":\"read\",\"mbean\":\""
                            + name.toString().replace("\"", "\\\"") + "\",\"config\":{\"ignoreErrors\":true}}")
                    .toString();
            assertThat(answer)
                    .as("attributes of %s", name)
                    .doesNotContain(ConsoleHub.SECRET_TOKEN, ConsoleHub.SECRET_PASSWORD, "Contoh Warga");
            seen++;
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(http.jolokia(
                                "{\"type\":\"read\",\"mbean\":\"org.apache.camel:*\",\"config\":{\"ignoreErrors\":true,\"maxDepth\":6}}")
                        .toString())
                .doesNotContain(ConsoleHub.SECRET_TOKEN, ConsoleHub.SECRET_PASSWORD, "Contoh Warga");
    }

    @Test
    void routesAreShownWithTheirPlaceholders() {
        for (String operation : new String[] {"dumpRoutesAsXml()", "dumpRoutesStatsAsXml(boolean,boolean)"}) {
            JsonNode answer = http.jolokia("{\"type\":\"exec\",\"mbean\":\"" + CONTEXT + "\",\"operation\":\""
                    + operation + "\",\"arguments\":[" + (operation.endsWith("()") ? "" : "true,true") + "]}");
            assertThat(answer.path("status").asInt()).isEqualTo(200);
            assertThat(answer.path("value").asText())
                    .contains("kirim-contoh")
                    .doesNotContain(ConsoleHub.SECRET_TOKEN, ConsoleHub.SECRET_PASSWORD);
        }
    }

    @Test
    void theHubIsPlainJson() {
        JsonNode hub = hub();
        JsonNode feed = hub.path("Feeds").get(0);
        assertThat(feed.path("name").asText()).isEqualTo("spde");
        assertThat(feed.path("lastSuccess").asText()).isEqualTo("2026-11-24T02:59:48Z");
        assertThat(feed.path("lagSeconds").asLong()).isEqualTo(12);
        assertThat(feed.path("taken").asLong()).isEqualTo(1234);
        assertThat(hub.path("Feeds").get(1).path("lastSuccess").isNull()).isTrue();
        assertThat(hub.path("Feeds").get(1).path("lagSeconds").asLong()).isEqualTo(-1);
        assertThat(hub.path("Feeds").get(1).path("state").asText()).isEqualTo("FAILING");
        JsonNode failing = hub.path("Destinations").get(1);
        assertThat(failing.path("oldestSeconds").asLong()).isEqualTo(90_000);
        assertThat(failing.path("failing").asText()).isEqualTo("TIMEOUT");
        assertThat(failing.path("state").asText()).isEqualTo("FAILING");
        assertThat(hub.path("Cases").get(1).path("label").asText()).isEqualTo("Menunggu arahan");
    }

    @Test
    void anotherSiteGetsNoLeave() {
        var answer = http.send(
                "POST",
                "budi:sandi-budi",
                "/hawtio/jolokia/",
                "{\"type\":\"version\"}",
                "Origin",
                "https://contoh.invalid");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        var simple = http.get("budi:sandi-budi", "/hawtio/jolokia/exec/java.lang:type=Memory/gc");
        assertThat(simple.body()).contains("\"status\":403");
    }

    @Test
    void aSessionAloneDoesNotSteer() throws Exception {
        try (var browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            var base = URI.create("http://127.0.0.1:" + port);
            String page = browser.send(
                            HttpRequest.newBuilder(base.resolve("/masuk")).build(), BodyHandlers.ofString())
                    .body();
            var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
            assertThat(token.find()).isTrue();
            var login = HttpRequest.newBuilder(base.resolve("/masuk"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=budi&password=sandi-budi&_csrf="
                            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                    .build();
            assertThat(browser.send(login, BodyHandlers.discarding())
                            .headers()
                            .firstValue("Location")
                            .orElseThrow())
                    .endsWith("/hawtio/");
            var user = HttpRequest.newBuilder(base.resolve("/hawtio/user")).build();
            assertThat(browser.send(user, BodyHandlers.ofString()).body()).isEqualTo("\"budi\"");
            var forged = HttpRequest.newBuilder(base.resolve("/hawtio/jolokia/"))
                    .POST(BodyPublishers.ofString("{\"type\":\"version\"}"))
                    .build();
            assertThat(browser.send(forged, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(403);
        }
    }

    private JsonNode hub() {
        return http.jolokia("{\"type\":\"read\",\"mbean\":\"" + HubMXBean.NAME + "\"}")
                .path("value");
    }

    private long exchanges() {
        return read(ROUTE, "ExchangesTotal").path("value").asLong();
    }

    private JsonNode read(String mbean, String attribute) {
        return http.jolokia("{\"type\":\"read\",\"mbean\":\"" + mbean + "\",\"attribute\":\"" + attribute + "\"}");
    }

    @Test
    void anOperatorReplaysWhatWaits() {
        String hub = "id.go.setneg.dumas:type=Hub";
        String replay = "{\"type\":\"exec\",\"mbean\":\"" + hub + "\",\"operation\":\"%s(java.lang.String)\","
                + "\"arguments\":[\"" + ConsoleHub.PARKED + "\"]}";
        assertThat(http.jolokia(replay.formatted("replayRecord")).path("value").asBoolean())
                .isFalse();
        assertThat(http.jolokia(replay.formatted("replayDelivery"))
                        .path("value")
                        .asBoolean())
                .isTrue();
        JsonNode batch = http.jolokia(
                "{\"type\":\"exec\",\"mbean\":\"" + hub + "\",\"operation\":\"replayGroup(java.lang.String,"
                        + "java.lang.String,java.lang.String,java.lang.String)\",\"arguments\":[\"lapor\",\"m\",\"c\",\"\"]}");
        assertThat(batch.path("value").path("taken").asInt()).isEqualTo(40);
        assertThat(batch.path("value").path("next").asText()).isEqualTo(ConsoleHub.PARKED.toString());
    }

    private JsonNode exec(String mbean, String operation) {
        return http.jolokia("{\"type\":\"exec\",\"mbean\":\"" + mbean + "\",\"operation\":\"" + operation + "\"}");
    }

    private static void forbidden(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as("%s", answer).isEqualTo(403);
        assertThat(answer.has("value")).isFalse();
    }
}
