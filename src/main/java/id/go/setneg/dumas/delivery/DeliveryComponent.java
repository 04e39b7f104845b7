package id.go.setneg.dumas.delivery;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/** Camel component {@code delivery:<destination>}: consumes what the ledger has for one destination. */
final class DeliveryComponent extends DefaultComponent {

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final DeliverySettings settings;

    DeliveryComponent(Deliveries deliveries, Dispatcher dispatcher, DeliverySettings settings) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.settings = settings;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new DeliveryEndpoint(uri, this, remaining);
    }

    Deliveries deliveries() {
        return deliveries;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    DeliverySettings settings() {
        return settings;
    }
}
