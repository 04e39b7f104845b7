package id.go.setneg.dumas.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.StoreClosedException;
import java.util.function.BiConsumer;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.RouteAware;
import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * Notes when a feed's server cannot be reached or refuses the login, instead of filling the log: the route has the feed's
 * name. A connection that was lost on the way is made again at once, one time.
 */
final class FeedPolls implements PollingConsumerPollStrategy {

    private final BiConsumer<String, Exception> faults;

    /** Notes faults by the name of the feed. */
    FeedPolls(BiConsumer<String, Exception> faults) {
        this.faults = faults;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        // the route says itself that it went well
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        if (retryCounter < 1 && (cause instanceof FolderClosedException || cause instanceof StoreClosedException)) {
            return true;
        }
        if (consumer instanceof RouteAware step && step.getRoute() != null) {
            faults.accept(step.getRoute().getRouteId(), cause);
        }
        return false;
    }
}
