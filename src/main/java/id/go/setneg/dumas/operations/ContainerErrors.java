package id.go.setneg.dumas.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Requests that the container refuses before the hub sees them, such as malformed ones, are problems (RFC 9457) too. */
@Component
class ContainerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory container) {
        container.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Report()));
    }

    private static final class Report extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            boolean answerable = response.getStatus() >= 400 && response.getContentWritten() == 0;
            if (answerable && response.setErrorReported()) {
                Problem problem = Problem.of(HttpStatusCode.valueOf(response.getStatus()));
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                try {
                    response.getOutputStream().write(problem.json().getBytes(StandardCharsets.UTF_8));
                    response.finishResponse();
                } catch (IOException e) {
                    container.getLogger().debug("the client left before it was told of a problem", e);
                }
            }
        }
    }
}
