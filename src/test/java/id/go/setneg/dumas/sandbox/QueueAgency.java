package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.net.Socket;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.qpid.jms.JmsConnectionFactory;

/**
 * An agency that reads its own queue at the hub's broker (AMQP 1.0, transacted) and answers by {@link QueueMessenger}. It
 * connects again by itself, for as long as it takes.
 */
final class QueueAgency implements Agency {

    private static final String OPTIONS = "?jms.connectTimeout=3000&jms.requestTimeout=10000&jms.sendTimeout=10000"
            + "&jms.closeTimeout=2000&amqp.idleTimeout=20000";

    private final String code;
    private final ECKey key;
    private final Supplier<Hub> hub;
    private final String password;
    private final Clerk clerk;
    private final Tally received = new Tally();
    private final Set<String> events = new HashSet<>();
    private final List<JsonNode> referrals = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** @param key private key; the hub knows the public half */
    QueueAgency(String code, String password, ECKey key, Supplier<Hub> hub, Clerk clerk) {
        this.code = code;
        this.password = password;
        this.key = key;
        this.hub = hub;
        this.clerk = clerk;
        Thread.ofVirtual().name("agency-" + code).start(this::run);
    }

    /**
     * Connects to the hub's broker.
     *
     * @param mode of {@link JMSContext}
     * @throws JMSRuntimeException when nobody answers there
     */
    static JMSContext connect(Hub hub, String code, String password, int mode) {
        try (var probe = new Socket("127.0.0.1", hub.brokerPort())) { // the client would log a stack trace each time
            return new JmsConnectionFactory(code, password, "amqp://127.0.0.1:" + probe.getPort() + OPTIONS)
                    .createContext(mode);
        } catch (IOException e) {
            throw new JMSRuntimeException("no broker at port " + hub.brokerPort(), null, e);
        }
    }

    private void run() {
        while (!isClosed(0)) {
            try (JMSContext context = connect(hub.get(), code, password, JMSContext.SESSION_TRANSACTED)) {
                read(context);
            } catch (JMSException | JMSRuntimeException e) {
                isClosed(300); // the hub is down: it comes back
            }
        }
    }

    private void read(JMSContext context) throws JMSException {
        JMSConsumer consumer = context.createConsumer(context.createQueue("agency." + code + ".referrals"));
        while (!isClosed(0)) {
            Message message = consumer.receive(500);
            if (message != null) {
                take(message);
                context.commit();
            }
        }
    }

    private boolean isClosed(int millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void take(Message message) throws JMSException {
        try {
            JsonNode event = Json.read(((TextMessage) message).getText());
            JsonNode referral = event.path("datacontenttype").asText().equals("application/jose")
                    ? Sealing.open(event.path("data").asText(), key)
                    : event.path("data");
            if (!event.path("specversion").asText().equals("1.0")
                    || !referral.path("id")
                            .asText("?")
                            .equals(event.path("subject").asText())) {
                throw new IllegalArgumentException("no referral in a CloudEvents 1.0 envelope");
            }
            act(event.path("id").asText(), referral);
        } catch (JOSEException | ParseException | RuntimeException e) {
            unreadable(e);
        }
    }

    private synchronized void act(String event, JsonNode referral) {
        if (events.add(event)) {
            received.act(referral.path("id").asText());
            referrals.add(referral);
            clerk.take(referral);
        } else {
            received.repeat(event);
        }
    }

    private synchronized void unreadable(Exception e) {
        unreadable.add(e.getClass().getSimpleName() + ": " + e.getMessage());
    }

    /** Why messages could not be understood; they are taken from the queue all the same. */
    synchronized List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public synchronized List<JsonNode> referrals() {
        return List.copyOf(referrals);
    }

    @Override
    public Tally received() {
        return received;
    }

    @Override
    public Clerk clerk() {
        return clerk;
    }

    @Override
    public void close() {
        closed.countDown();
        clerk.close();
    }
}
