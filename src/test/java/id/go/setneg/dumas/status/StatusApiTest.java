package id.go.setneg.dumas.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** What an agency is told while the routes do not run; all else is in the tests over the running hub. */
class StatusApiTest {

    @Test
    void whoReportsBeforeTheRoutesStartIsAskedToComeAgain() throws Exception {
        try (var routes = new DefaultCamelContext()) {
            assertThatItIsAskedToComeAgain(routes);
        }
    }

    @Test
    void whoReportsWhileTheRouteIsStoppedIsAskedToComeAgain() throws Exception {
        try (var routes = new DefaultCamelContext()) {
            routes.start();
            assertThatItIsAskedToComeAgain(routes);
        }
    }

    private static void assertThatItIsAskedToComeAgain(DefaultCamelContext routes) throws Exception {
        var direct = routes.getComponent("direct", DirectComponent.class);
        direct.setBlock(false);
        ResponseEntity<?> answer;
        try (var template = routes.createProducerTemplate()) {
            answer = new StatusApi(template, null)
                    .report(
                            UUID.randomUUID(),
                            new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                            () -> "atr-bpn");
        }
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
    }
}
