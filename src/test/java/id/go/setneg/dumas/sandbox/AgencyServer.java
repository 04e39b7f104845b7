package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An agency that takes referrals by HTTP (CloudEvents in binary mode, Standard Webhooks) and calls the hub back. */
final class AgencyServer implements Agency {

    private static final String PATH = "/referrals";
    private static final List<String> EVENT = List.of("ce-source", "ce-type", "ce-time", "ce-subject");
    private static final Duration SLOW = Duration.ofSeconds(2);

    private final String code;
    private final Webhook webhook;
    private final Behaviour behaviour;
    private final Clock clock;
    private final Clerk clerk;
    private final Tally received = new Tally();
    private final Set<String> events = new HashSet<>();
    private final List<JsonNode> referrals = new ArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Loopback web;

    AgencyServer(String code, int port, Webhook webhook, Behaviour behaviour, Clock clock, Clerk clerk) {
        this.code = code;
        this.webhook = webhook;
        this.behaviour = behaviour;
        this.clock = clock;
        this.clerk = clerk;
        web = new Loopback(port, this::answer);
    }

    String url() {
        return web.url(PATH);
    }

    Loopback web() {
        return web;
    }

    private void answer(Call call) throws IOException, InterruptedException {
        if (!call.line("").equals("POST " + PATH)) {
            call.problem(404, "Tidak ditemukan");
            return;
        }
        switch (behaviour.at(requests.incrementAndGet())) {
            case NONE -> take(call);
            case UNAVAILABLE -> call.problem(503, "Layanan sedang tidak tersedia");
            case SLOW -> {
                closed.await(SLOW.toMillis(), TimeUnit.MILLISECONDS);
                take(call);
            }
            case UNANSWERED -> {
                String id = call.header("webhook-id");
                if (verifies(call) && id != null) {
                    act(id, call.json());
                }
                call.drop();
            }
        }
    }

    private boolean verifies(Call call) throws IOException {
        return webhook.verifies(
                call.header("webhook-id"),
                call.header("webhook-timestamp"),
                call.header("webhook-signature"),
                call.body(),
                clock.instant());
    }

    private void take(Call call) throws IOException {
        String id = call.header("webhook-id");
        if (id == null || !verifies(call)) {
            call.problem(401, "Tanda tangan atau waktu tidak sah");
        } else if (!id.equals(call.header("ce-id"))
                || !"1.0".equals(call.header("ce-specversion"))
                || EVENT.stream().anyMatch(name -> call.header(name) == null)) {
            call.problem(401, "Bukan CloudEvents 1.0");
        } else if (!call.json().path("id").asText().equals(call.header("ce-subject"))) {
            call.problem(422, "ce-subject bukan nomor rujukan di dalam pesan");
        } else {
            act(id, call.json());
            call.text(202, "text/plain", "");
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
        web.close();
    }
}
