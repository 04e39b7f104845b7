package id.go.setneg.dumas.intake;

import java.io.IOException;
import java.time.Duration;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * HTTP towards a source that may err: an answer has an end in size and in time, whatever its status; it is unpacked when it
 * is packed, whatever it says of itself; and our credentials follow no redirect, our question is not repeated.
 */
public final class AnswerBounds implements HttpClientConfigurer {

    private final AnswerLimit limit;
    private final Duration longest;

    /**
     * @param limit of an answer that is unpacked
     * @param longest from the question to the last byte of its answer
     */
    public AnswerBounds(AnswerLimit limit, Duration longest) {
        this.limit = limit;
        this.longest = longest;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .addExecInterceptorFirst("answer-bounds", this::ask);
    }

    private ClassicHttpResponse ask(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        var alarm = new AnswerAlarm(scope.execRuntime, longest);
        boolean isAnswered = false;
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            isAnswered = answer.getEntity() != null;
            if (isAnswered) {
                answer.removeHeaders(HttpHeaders.CONTENT_ENCODING);
                answer.setEntity(new BoundedEntity(answer.getEntity(), limit, alarm));
            }
            return answer;
        } catch (IOException e) {
            throw alarm.explain(e);
        } finally {
            if (!isAnswered) {
                alarm.stop();
            }
        }
    }
}
