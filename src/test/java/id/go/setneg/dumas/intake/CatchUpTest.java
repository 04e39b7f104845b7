package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After three days without LAPOR!: all that changed is read, through faults, and never faster than allowed. Time is virtual. */
class CatchUpTest {

    private static final int REPORTS = 30_000;
    private static final int SIZE = 100;
    private static final double FASTEST = 5;
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private record Report(int id, LocalDateTime changed) {}

    @TempDir
    Path folder;

    private final List<Report> reports = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private int requests;
    private int faults;
    private int busiest;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeDaysAreCaughtUpCompletelyAndWithinThePace(boolean sorted) throws Exception {
        try (HubLedger hub = HubLedger.onH2(folder)) {
            hub.feeds().succeeded("lapor-reports", "2026-11-21T08:00:00+07:00 1");
            LocalDateTime from = LocalDateTime.parse("2026-11-21T08:00:01");
            for (int id = 1; id <= REPORTS; id++) {
                reports.add(new Report(id, from.plusSeconds(id * 8L / 250 * 250))); // some thirty in a second
            }
            var pace = new Pace(0.1, FASTEST, hub.clock());
            var dialogue = new Dialogue("LAPOR!", pace, Duration.ofHours(1), hub.clock());
            var health = new FeedHealth(hub.feeds(), hub.drifts(), hub.clock());
            Paging paging = paging(hub, health);
            paging.setSorted(sorted);
            Instant began = hub.clock().instant();
            while (taken.size() < REPORTS && hub.clock().instant().isBefore(began.plus(Duration.ofHours(6)))) {
                poll(hub, dialogue, health, paging);
                hub.clock().advance(Duration.ofSeconds(30));
            }
            Duration took = Duration.between(began, hub.clock().instant());

            assertThat(taken).hasSize(REPORTS);
            assertThat(faults).isGreaterThan(20);
            assertThat(busiest).as("requests in the busiest second").isLessThanOrEqualTo((int) FASTEST);
            assertThat(requests).isLessThan(3 * REPORTS / SIZE);
            assertThat(took).isLessThan(Duration.ofHours(2));
        }
    }

    private static Paging paging(HubLedger hub, FeedHealth health) {
        var paging = new Paging(hub.feeds(), health);
        paging.setFeed("lapor-reports");
        paging.setZone("Asia/Jakarta");
        paging.setRecords("/results/data");
        paging.setNext("/results/next_page_url");
        paging.setId("/id");
        paging.setChanged("/updated_at");
        paging.setChangedPattern("d-M-uuuu H:mm:ss|ISO");
        paging.setSincePattern("uuuu-MM-dd HH:mm:ss");
        paging.setOverlap("5m");
        return paging;
    }

    private void poll(HubLedger hub, Dialogue dialogue, FeedHealth health, Paging paging) {
        Walk walk = paging.begin();
        try {
            while (walk.hasNext()) {
                byte[] answer = ask(hub, dialogue, walk);
                paging.read(walk, answer)
                        .forEach(record -> taken.add(record.content().path("id").asInt()));
            }
            paging.finish(walk);
        } catch (FeedFailed e) {
            health.failed("lapor-reports", e);
        }
    }

    private byte[] ask(HubLedger hub, Dialogue dialogue, Walk walk) {
        Asking asking = dialogue.begin("/complaints");
        byte[] heard = null;
        while (asking.isOpen()) {
            hub.clock().advance(Duration.ofMillis(dialogue.pause(asking)));
            try {
                heard = dialogue.hear(asking, answer(hub, walk));
            } catch (Exception e) {
                heard = dialogue.fail(asking, e);
            }
        }
        return heard;
    }

    private byte[] answer(HubLedger hub, Walk walk) throws Exception {
        count(hub.clock().instant());
        hub.clock().advance(Duration.ofMillis(40));
        if (requests % 11 == 0) {
            faults++;
            switch (faults % 6) {
                case 0 -> throw new SocketTimeoutException();
                case 1 -> throw http(503, "{\"fault\":{\"code\":303001}}");
                case 2 -> throw http(429, "{\"status\":429}");
                case 3 -> throw http(401, "{\"fault\":{\"code\":900901}}");
                case 4 -> {
                    return "<html>Pemeliharaan</html>".getBytes(StandardCharsets.UTF_8);
                }
                default -> {
                    return "{\"status\":200,\"message\":\"\"}".getBytes(StandardCharsets.UTF_8);
                }
            }
        }
        return list(walk);
    }

    private void count(Instant now) {
        requests++;
        lastSecond.add(now);
        while (!lastSecond.getFirst().isAfter(now.minusSeconds(1))) {
            lastSecond.poll();
        }
        busiest = Math.max(busiest, lastSecond.size());
    }

    private static Exception http(int status, String body) {
        return new HttpOperationFailedException(
                "http://lapor.invalid", status, "", null, Map.of("Retry-After", "20"), body);
    }

    private byte[] list(Walk walk) {
        LocalDateTime since = LocalDateTime.parse(URLDecoder.decode(walk.since(), StandardCharsets.UTF_8), SINCE);
        List<Report> listed = reports.stream()
                .filter(report -> !report.changed().isBefore(since))
                .sorted(Comparator.comparing(Report::changed))
                .skip((walk.page() - 1L) * SIZE)
                .limit(SIZE + 1L)
                .toList();
        String data = listed.stream()
                .limit(SIZE)
                .map(report -> "{\"id\":\"" + report.id() + "\",\"updated_at\":\""
                        + report.changed().format(DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss")) + "\"}")
                .collect(Collectors.joining(","));
        String next =
                listed.size() > SIZE ? "\"https://lapor.invalid/complaints?page=" + (walk.page() + 1) + "\"" : "null";
        return ("{\"status\":200,\"results\":{\"data\":[" + data + "],\"next_page_url\":" + next + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
