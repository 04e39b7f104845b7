package id.go.setneg.dumas.delivery;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

final class DeliveryEndpoint extends DefaultEndpoint {

    private final DeliveryComponent component;
    private final String destination;

    DeliveryEndpoint(String uri, DeliveryComponent component, String destination) {
        super(uri, component);
        this.component = component;
        this.destination = destination;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("only the desk writes deliveries, in the ledger's transaction");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new DeliveryConsumer(this, processor, component);
        configureConsumer(consumer);
        return consumer;
    }

    String destination() {
        return destination;
    }
}
