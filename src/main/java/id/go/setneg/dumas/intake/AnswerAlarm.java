package id.go.setneg.dumas.intake;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecRuntime;

/** Breaks a connection off when its answer takes too long, however steadily it drips. */
final class AnswerAlarm {

    private final ExecRuntime connection;
    private final Duration longest;
    private final CompletableFuture<Void> ending = new CompletableFuture<>();

    @SuppressWarnings("FutureReturnValueIgnored") // the end of the watch itself tells nobody anything
    AnswerAlarm(ExecRuntime connection, Duration longest) {
        this.connection = connection;
        this.longest = longest;
        ending.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, late) -> {
            if (late != null) {
                breakOff();
            }
        });
    }

    /** Nothing more is read: what is still to come is not waited for. */
    void breakOff() {
        connection.discardEndpoint();
    }

    /** The answer has ended. */
    void stop() {
        ending.complete(null);
    }

    /** A failure that the alarm has caused is one of time. */
    IOException explain(IOException failure) {
        if (!ending.isCompletedExceptionally()) {
            return failure;
        }
        var late = new SocketTimeoutException("an answer took longer than " + longest);
        late.initCause(failure);
        return late;
    }
}
