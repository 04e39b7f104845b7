package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.intake.FeedFault.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the hub behaves towards one outside system, whichever of its feeds asks: at an adaptive {@link Pace}; silent as long
 * as the system asks for it; and stopped once it refuses our credentials, but for a probe now and then. It goes on by
 * itself when a probe is answered, or at once when an operator resumes a route.
 */
public final class Dialogue {

    private static final Logger LOG = LoggerFactory.getLogger(Dialogue.class);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Pattern ONE_RECORD = Pattern.compile(".*/\\d+(/.*)?");
    private static final byte[] NOTHING_SHOWN = "{}".getBytes(StandardCharsets.UTF_8);

    private final String system;
    private final Pace pace;
    private final Duration probe;
    private final Clock clock;
    private @Nullable String refusal;
    private Instant notBefore = Instant.MIN;
    private String wish = "";

    /**
     * @param system as people call it
     * @param probe time between two probes of a system that refuses us
     */
    Dialogue(String system, Pace pace, Duration probe, Clock clock) {
        this.system = system;
        this.pace = pace;
        this.probe = probe;
        this.clock = clock;
    }

    /**
     * Begins a question.
     *
     * @param path what is asked for, below the base of the API
     * @throws FeedFailed when the system is not to be asked now
     */
    public synchronized Asking begin(String path) {
        Instant now = clock.instant();
        if (now.isBefore(notBefore)) {
            throw refusal == null
                    ? new FeedFailed(Kind.WAITING, wish + ": not asked before " + notBefore)
                    : new FeedFailed(Kind.STOPPED, "STOPPED " + refusal);
        }
        if (refusal != null) {
            notBefore = now.plus(probe);
        }
        return new Asking(ONE_RECORD.matcher(path).matches(), refusal != null);
    }

    /** How long to wait before the question is put, in milliseconds. */
    public long pause(Asking asking) {
        Duration wait = pace.take();
        asking.sent(clock.instant().plus(wait));
        return wait.plusNanos(999_999).toMillis();
    }

    /**
     * An answer came.
     *
     * @throws FeedFailed when it is none
     */
    public byte[] hear(Asking asking, byte @Nullable [] answer) {
        FeedFault fault = FeedFault.in(answer);
        if (fault != null || answer == null) {
            throw new FeedFailed(fault == null ? new FeedFault(Kind.NOT_JSON, "not a page: nothing", null) : fault);
        }
        answered(asking);
        return answer;
    }

    /**
     * No answer came, or a bad one: the question is put again, or the failure goes on to whoever asked.
     *
     * @return what is known instead: null when there is no such record, an empty object when it is not shown to us
     */
    public byte @Nullable [] fail(Asking asking, Exception failure) {
        FeedFault fault = FeedFault.of(failure, clock.instant());
        switch (fault.kind()) {
            case ABSENT -> {
                answered(asking);
                return null;
            }
            case GATEWAY_REFUSED, CLIENT_REFUSED, FORBIDDEN -> {
                if (fault.kind() == Kind.FORBIDDEN && asking.isAboutOne()) {
                    answered(asking);
                    return NOTHING_SHOWN;
                }
                if (asking.mayRepeat(fault.kind())) {
                    return null;
                }
                throw stop(fault);
            }
            case TOO_MANY, THEIRS -> {
                pace.slower();
                leaveAlone(fault);
            }
            case TIMEOUT, NETWORK, TLS, NOT_JSON, TOO_LARGE -> pace.slower();
            case STOPPED, WAITING, NO_PAGE, LOOP, OTHER_HOST, NOT_ACCEPTED, DATABASE, OURS -> {
                // no word on how fast the system is
            }
        }
        throw new FeedFailed(fault);
    }

    /** An operator says that the system may be asked again. */
    public synchronized void resume() {
        notBefore = Instant.MIN;
    }

    private synchronized void answered(Asking asking) {
        asking.close();
        if (Duration.between(asking.sentAt(), clock.instant()).compareTo(SLOW) > 0) {
            pace.slower();
        } else {
            pace.faster();
        }
        if (refusal != null) {
            refusal = null;
            notBefore = Instant.MIN;
            LOG.info("{} lets us in again", system);
        }
    }

    private synchronized void leaveAlone(FeedFault fault) {
        Duration time = fault.retryAfter();
        Instant until = time == null ? Instant.MIN : clock.instant().plus(time);
        if (refusal == null && until.isAfter(notBefore)) {
            notBefore = until;
            wish = fault.reason();
        }
    }

    private synchronized FeedFailed stop(FeedFault fault) {
        String who = fault.kind() == Kind.GATEWAY_REFUSED ? "gateway refuses our key" : "our token is refused";
        String reason = who + ": " + fault.reason();
        if (refusal == null) {
            LOG.error(
                    "{}: {}; nothing is asked any more but one probe every {}. Renew the credentials; a probe that is"
                            + " answered lets all go on, and so does resuming one of its routes",
                    system,
                    reason,
                    probe);
        }
        refusal = reason;
        notBefore = clock.instant().plus(probe);
        return new FeedFailed(Kind.STOPPED, "STOPPED " + reason);
    }
}
