package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever changes, shifts and fails while lists of any order are walked: in the end every state of every record that the
 * source shows has been handed in. Where records also disappear, two passes in a row may each be shifted past the same
 * record without showing anything new; a list by page numbers cannot tell, and the full scan of the night is the net. The
 * seed is fixed: without overlap about one in three thousand lists still hides a change of the very second.
 */
class WalkPropertiesTest {

    private static HubLedger hub;

    enum Sorting {
        BY_CHANGE,
        NEWEST_FIRST,
        BY_ID
    }

    @BeforeContainer
    static void open() throws IOException {
        hub = HubLedger.onH2(Files.createTempDirectory("walks"));
    }

    @AfterContainer
    static void close() {
        hub.close();
    }

    @Property(tries = 400, seed = "20261124")
    void everyStateThatIsShownIsHandedIn(
            @ForAll Sorting sorting,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(max = 30) int records,
            @ForAll @IntRange(max = 8) int unrest,
            @ForAll long seed) {
        Scene scene = played(sorting, size, records, unrest, seed, false);

        assertThat(scene.handedIn).containsAll(scene.shown());
    }

    @Property(tries = 100, seed = "20261124")
    void whatDisappearancesHideTheScanOfTheNightFinds(
            @ForAll Sorting sorting,
            @ForAll @IntRange(min = 1, max = 5) int size,
            @ForAll @IntRange(max = 30) int records,
            @ForAll @IntRange(max = 8) int unrest,
            @ForAll long seed) {
        Scene scene = played(sorting, size, records, unrest, seed, true);
        int hidden = scene.shown().stream()
                .filter(state -> !scene.handedIn.contains(state))
                .toList()
                .size();
        assertThat(hidden).isLessThanOrEqualTo(size);

        scene.scan();
        assertThat(scene.handedIn).containsAll(scene.shown());
    }

    private static Scene played(Sorting sorting, int size, int records, int unrest, long seed, boolean mayDisappear) {
        hub.clear();
        hub.clock().set(HubLedger.START);
        var scene = new Scene(sorting, size, new Random(seed), mayDisappear);
        for (int id = 1; id <= records; id++) {
            scene.put(id, Duration.ofSeconds(-scene.random.nextInt(40)));
        }
        scene.unrest = unrest;
        for (int walks = 0; walks < 40; walks++) {
            scene.poll();
        }
        scene.unrest = 0;
        for (int walks = 0; walks < 6; walks++) {
            hub.clock().advance(Duration.ofMinutes(16)); // longer than a feed is ever kept back
            scene.poll();
        }
        return scene;
    }

    /** A source and the hub that reads it; each step of the hub takes a second. */
    private static final class Scene {

        private final Map<Integer, OffsetDateTime> changes = new TreeMap<>();
        private final Set<String> handedIn = new HashSet<>();
        private final Sorting sorting;
        private final int size;
        private final Random random;
        private final FeedHealth health = new FeedHealth(hub.feeds(), hub.drifts(), hub.clock());
        private final Paging paging = new Paging(hub.feeds(), health);
        private final boolean mayDisappear;
        private int unrest;

        Scene(Sorting sorting, int size, Random random, boolean mayDisappear) {
            this.mayDisappear = mayDisappear;
            this.sorting = sorting;
            this.size = size;
            this.random = random;
            paging.setFeed("contoh");
            paging.setRecords("/data");
            paging.setNext("/next");
            paging.setChanged("/at");
            paging.setId("/id");
            paging.setOverlap("5m");
            paging.setSorted(sorting == Sorting.BY_CHANGE && random.nextBoolean());
        }

        void put(int id, Duration fromNow) {
            changes.put(id, hub.clock().now().plus(fromNow));
        }

        List<String> shown() {
            return changes.entrySet().stream()
                    .map(one -> one.getKey() + "@" + one.getValue())
                    .toList();
        }

        /** Lists everything once, whenever it changed. */
        void scan() {
            paging.setWhole(true);
            poll();
        }

        void poll() {
            hub.clock().advance(Duration.ofSeconds(1));
            Walk walk = paging.begin();
            try {
                while (walk.hasNext()) {
                    hub.clock().advance(Duration.ofSeconds(random.nextInt(2)));
                    stir();
                    List<SourceRecord> page = paging.read(walk, answer(walk));
                    trip();
                    page.forEach(
                            record -> handedIn.add(record.content().path("id").asText() + "@"
                                    + record.content().path("at").asText()));
                }
                paging.finish(walk);
            } catch (IOException | FeedFailed e) {
                catchThrowable(walk::hasNext); // a loop of Camel asks also after a failure
                health.failed("contoh", e);
                hub.clock().advance(Duration.ofMinutes(random.nextInt(20)));
            }
        }

        /** Something changes, is new, or disappears. */
        private void stir() {
            if (random.nextInt(40) >= unrest) {
                return;
            }
            int id = 1 + random.nextInt(40);
            if (mayDisappear && random.nextInt(5) == 0) {
                changes.remove(id);
            } else {
                put(id, Duration.ZERO);
            }
        }

        /** The page does not reach the ledger. */
        private void trip() throws IOException {
            if (random.nextInt(60) < unrest) {
                throw new SocketTimeoutException();
            }
        }

        private byte[] answer(Walk walk) throws IOException {
            if (random.nextInt(60) < unrest) {
                throw new SocketTimeoutException();
            }
            var since = OffsetDateTime.parse(URLDecoder.decode(walk.since(), StandardCharsets.UTF_8))
                    .withOffsetSameInstant(ZoneOffset.UTC);
            Comparator<Map.Entry<Integer, OffsetDateTime>> byChange = Map.Entry.comparingByValue();
            List<Map.Entry<Integer, OffsetDateTime>> listed = new ArrayList<>(changes.entrySet().stream()
                    .filter(one -> !one.getValue().isBefore(since))
                    .toList());
            switch (sorting) {
                case BY_CHANGE -> listed.sort(byChange);
                case NEWEST_FIRST -> listed.sort(byChange.reversed());
                case BY_ID -> listed.sort(Map.Entry.comparingByKey());
            }
            int from = Math.min((walk.page() - 1) * size, listed.size());
            int to = Math.min(from + size, listed.size());
            String data = listed.subList(from, to).stream()
                    .map(one -> "{\"id\":" + one.getKey() + ",\"at\":\"" + one.getValue() + "\"}")
                    .collect(Collectors.joining(","));
            String next = to < listed.size() ? walk.page() + 1 + "" : "null";
            return ("{\"data\":[" + data + "],\"next\":" + next + "}").getBytes(StandardCharsets.UTF_8);
        }
    }
}
