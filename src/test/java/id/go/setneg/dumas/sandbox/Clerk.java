package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Works referrals off at an agency: acknowledges, works, answers, one step after the other, and repeats each report until
 * the hub has taken it. A referral for information (COPY) is only filed.
 */
final class Clerk implements AutoCloseable {

    /** Hands a status update to the hub; anything but normal return means: again later. */
    @FunctionalInterface
    interface Messenger extends AutoCloseable {
        void hand(ObjectNode update) throws Exception;

        @Override
        default void close() {}
    }

    private record Step(String status, String note) {}

    private static final List<Step> WORK = List.of(
            new Step("ACKNOWLEDGED", "Surat tindak lanjut telah diterima dan diagendakan."),
            new Step("IN_PROGRESS", "Pengaduan sedang ditelaah oleh unit kerja terkait."),
            new Step("ANSWERED", "Pengaduan telah ditindaklanjuti; jawaban disampaikan dengan surat."));
    private static final List<Step> RETURN =
            List.of(new Step("RETURNED", "Substansi pengaduan bukan kewenangan instansi kami; berkas dikembalikan."));

    private final String code;
    private final Clock clock;
    private final Duration pace;
    private final Predicate<String> returns;
    private final Messenger messenger;
    private final ScheduledExecutorService diary =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Semaphore hands = new Semaphore(8);
    private final Map<String, String> reported = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();

    /**
     * @param pace between two steps
     * @param returns which referrals (by id) the agency sends back as not its business
     */
    Clerk(String code, Clock clock, Duration pace, Predicate<String> returns, Messenger messenger) {
        this.code = code;
        this.clock = clock;
        this.pace = pace;
        this.returns = returns;
        this.messenger = messenger;
    }

    /** Starts the work on a referral in canonical form. */
    void take(JsonNode referral) {
        String id = referral.path("id").asText();
        if (!referral.path("kind").asText().equals("COPY")) {
            later(pace, () -> report(id, returns.test(id) ? RETURN : WORK, 0));
        }
    }

    private void report(String referral, List<Step> steps, int step) {
        Step now = steps.get(step);
        ObjectNode update = Json.object()
                .put("id", code + "-" + referral + "-" + (step + 1))
                .put("referral", referral)
                .put("status", now.status())
                .put("at", Wib.iso(clock.instant()))
                .put("note", now.note());
        if (now.status().equals("ANSWERED")) {
            update.put(
                    "letterNumber",
                    "S-" + Math.floorMod(referral.hashCode(), 10_000) + "/" + code.toUpperCase(Locale.ROOT));
        }
        hand(update, 0, () -> {
            if (step + 1 < steps.size()) {
                later(pace, () -> report(referral, steps, step + 1));
            }
        });
    }

    private void hand(ObjectNode update, int attempt, Runnable next) {
        try {
            hands.acquire();
            try {
                messenger.hand(update);
            } finally {
                hands.release();
            }
            taken(update);
            next.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failed(e);
            later(
                    Duration.ofMillis(Math.min(5_000, 200L << Math.min(attempt, 5))),
                    () -> hand(update, attempt + 1, next));
        }
    }

    private void later(Duration delay, Runnable work) {
        try {
            diary.schedule(() -> Thread.startVirtualThread(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the agency has closed
        }
    }

    private synchronized void taken(ObjectNode update) {
        reported.put(update.path("id").asText(), update.path("status").asText());
    }

    private synchronized void failed(Exception e) {
        failures.merge(e.getClass().getSimpleName() + ": " + e.getMessage(), 1, Integer::sum);
    }

    /** Update id → status of what the hub has taken. */
    synchronized Map<String, String> reported() {
        return new TreeMap<>(reported);
    }

    /** Why reports had to be repeated, and how often. */
    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    @Override
    public void close() {
        diary.shutdownNow();
        messenger.close();
    }
}
