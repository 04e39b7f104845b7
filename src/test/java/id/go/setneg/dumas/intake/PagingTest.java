package id.go.setneg.dumas.intake;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock stands at 2026-11-24, 08:00 WIB. */
class PagingTest {

    @TempDir
    static Path folder;

    private static HubLedger hub;
    private Paging paging;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @BeforeEach
    void start() {
        hub.clear();
        hub.clock().set(HubLedger.START);
        start(new Paging(hub.feeds()));
    }

    private void start(Paging anew) {
        paging = anew;
        paging.setFeed("spde-letters");
        paging.setZone("Asia/Jakarta");
        paging.setRecords("/data");
        paging.setNext("/halamanBerikut");
        paging.setChanged("/diubahPada");
        paging.setOverlap("5m");
    }

    @Test
    void theFirstWalkBeginsThirtyDaysAndTheOverlapBack() {
        assertThat(since(paging.begin())).isEqualTo("2026-10-25T07:55:00+07:00");
        assertThat(paging.begin().page()).isEqualTo(1);
        assertThat(paging.begin().hasNext()).isTrue();
    }

    @Test
    void theTimeIsWrittenForAQuery() {
        assertThat(paging.begin().since()).isEqualTo("2026-10-25T07%3A55%3A00%2B07%3A00");
    }

    @Test
    void theTimeIsWrittenAsTheSourceWritesIt() {
        paging.setSincePattern("yyyy-MM-dd HH:mm:ss");

        assertThat(since(paging.begin())).isEqualTo("2026-10-25 07:55:00");
    }

    @Test
    void theNextWalkBeginsTheOverlapBeforeTheNewestChange() {
        Walk walk = paging.begin();
        paging.read(walk, page("null", "1@2026-11-23T10:00:00+07:00", "2@2026-11-23T11:00:00+07:00"));
        paging.finish(walk);

        assertThat(walk.hasNext()).isFalse();
        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void anEmptyWalkLeavesThePositionWhereItWas() {
        walked("1@2026-11-23T11:00:00+07:00");
        Walk walk = paging.begin();
        paging.read(walk, page("null"));
        paging.finish(walk);

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void aWalkThatFindsOnlyTheOverlapDoesNotMoveBack() {
        walked("1@2026-11-23T11:00:00+07:00");
        walked("2@2026-11-23T10:57:00+07:00");

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void aWalkThatBreaksOffBeginsAgainWhereItBegan() {
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00"));

        assertThat(since(paging.begin())).isEqualTo("2026-10-25T07:55:00+07:00");
    }

    @Test
    void aPageOfASortedListIsFollowedFromItsNewestChange() {
        paging.setSorted(true);
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00", "2@2026-11-23T11:00:00+07:00"));

        assertThat(walk.page()).isEqualTo(1);
        assertThat(since(walk)).isEqualTo("2026-11-23T11:00:00+07:00");
    }

    @Test
    void whereTheTimeDoesNotMoveTheNextPageIsAskedFor() {
        paging.setSorted(true);
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00"));
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00", "2@2026-11-23T10:00:00.500+07:00"));

        assertThat(walk.page()).isEqualTo(2);
        assertThat(since(walk)).isEqualTo("2026-11-23T10:00:00+07:00");
    }

    @Test
    void aPageInAnotherOrderIsFollowedByTheNextPage() {
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T11:00:00+07:00", "2@2026-11-23T10:00:00+07:00"));

        assertThat(walk.page()).isEqualTo(2);
        assertThat(since(walk)).isEqualTo("2026-10-25T07:55:00+07:00");

        paging.read(walk, page("null"));
        assertThat(walk.page()).as("once more, as pages may have shifted").isEqualTo(1);
        paging.read(walk, page("2", "1@2026-11-23T11:00:00+07:00", "2@2026-11-23T10:00:00+07:00"));
        paging.read(walk, page("null"));
        assertThat(walk.hasNext()).isFalse();
        paging.finish(walk);

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void aRecordWithoutAReadableChangeIsTakenAndMovesNothing() {
        Walk walk = paging.begin();
        List<SourceRecord> read = paging.read(walk, page("2", "1@", "2@kemarin", "3@2026-11-23T10:00:00+07:00"));

        assertThat(read).hasSize(3);
        assertThat(walk.page()).isEqualTo(2);
    }

    @Test
    void aChangeInTheFutureMovesNothing() {
        walked("1@2026-11-23T11:00:00+07:00", "2@2027-01-01T00:00:00+07:00");

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void aChangeIsReadInTheZoneAndFormOfTheSource() {
        paging.setChangedPattern("dd-MM-yyyy HH:mm:ss");
        walked("1@23-11-2026 11:00:00");

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void aRecordThatIsNoObjectIsKeptAsAValue() {
        List<SourceRecord> read = paging.read(paging.begin(), bytes("{\"data\":[\"satu\"],\"halamanBerikut\":null}"));

        assertThat(read.getFirst().content().toString()).isEqualTo("{\"value\":\"satu\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Galat</html>", "[]", "{\"data\":{}}", "{}", "null", "{\"data\":["})
    void anAnswerThatIsNoPageEndsTheWalk(String answer) {
        Walk walk = paging.begin();

        assertThatThrownBy(() -> paging.read(walk, bytes(answer))).isInstanceOf(FeedFailed.class);
        assertThat(hub.feeds().position("spde-letters")).isEmpty();
    }

    @Test
    void aWalkWithoutEndIsBrokenOff() {
        paging.setLongest(20);
        Walk walk = paging.begin();

        assertThatThrownBy(() -> {
                    for (int id = 1; walk.hasNext(); id++) {
                        paging.read(walk, page("true", id + "@2026-11-23T10:00:00+07:00"));
                    }
                })
                .isInstanceOf(FeedFailed.class)
                .hasMessageContaining("without end");
    }

    @Test
    void theSamePageAgainEndsTheWalk() {
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00"));
        paging.read(walk, page("3", "1@2026-11-23T10:00:00+07:00"));

        assertThatThrownBy(walk::hasNext).isInstanceOf(FeedFailed.class).hasMessageContaining("same page");
    }

    @Test
    void aPageNumberThatDoesNotMoveEndsTheWalk() {
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00"));
        paging.read(walk, page("2", "2@2026-11-23T11:00:00+07:00"));

        assertThatThrownBy(walk::hasNext).isInstanceOf(FeedFailed.class).hasMessageContaining("number");
    }

    @Test
    void thePositionIsATimeAndAnId() {
        paging.setId("/id");
        walked("9@2026-11-23T11:00:00+07:00", "10@2026-11-23T11:00:00+07:00");

        assertThat(hub.feeds().position("spde-letters")).contains("2026-11-23T11:00+07:00 10");
        assertThat(paging.begin().after()).isEqualTo("10");
        assertThat(since(paging.begin())).isEqualTo("2026-11-23T10:55:00+07:00");
    }

    @Test
    void timesMayBeWrittenInSeveralWays() {
        paging.setChangedPattern("d-M-uuuu H:mm:ss|ISO");
        walked("1@3-11-2026 1:00:00", "2@2026-11-23T11:00:00", "3@2026-11-23T10:00:00Z");

        assertThat(since(paging.begin())).isEqualTo("2026-11-23T16:55:00+07:00");
    }

    @Test
    void aListWithGapsIsAList() {
        List<SourceRecord> read = paging.read(
                paging.begin(), bytes("{\"data\":{\"0\":{\"id\":1},\"2\":{\"id\":3}},\"halamanBerikut\":null}"));

        assertThat(read).hasSize(2);
    }

    @Test
    void anAddressWithACursorIsFollowedAtTheListOnly() {
        paging.setBase("https://lapor.invalid/api/complaints");
        paging.setQuery("since={since}&page={page}");
        Walk walk = paging.begin();
        paging.read(
                walk, page("\"https://lapor.invalid/api/complaints?cursor=abc%3D\"", "1@2026-11-23T10:00:00+07:00"));
        assertThat(walk.query()).isEqualTo("cursor=abc%3D");
        assertThat(walk.hasNext()).isTrue();

        for (String elsewhere : List.of(
                "https://lain.invalid/api/complaints?cursor=x",
                "http://lapor.invalid/api/complaints?cursor=x",
                "https://lapor.invalid:8443/api/complaints?cursor=x",
                "https://lapor.invalid/api/complaints/../keys?cursor=x",
                "//lain.invalid/api/complaints?cursor=x",
                "https://lapor.invalid@lain.invalid/api/complaints?cursor=x")) {
            assertThatThrownBy(() -> paging.read(walk, page("\"" + elsewhere + "\"")))
                    .as(elsewhere)
                    .isInstanceOf(FeedFailed.class)
                    .hasMessageContaining("another place");
        }
    }

    @Test
    void anAddressThatAsksWhatWeAskOnlySaysThatThereIsMore() {
        paging.setBase("https://lapor.invalid/api/complaints");
        paging.setQuery("since={since}&page={page}");
        Walk walk = paging.begin();
        paging.read(walk, page("\"http://di-dalam.invalid/complaints?page=2&since=x\"", "1@2026-11-23T10:00:00+07:00"));

        assertThat(walk.query()).isEqualTo("since=2026-10-25T07%3A55%3A00%2B07%3A00&page=2");
    }

    @Test
    void aListThatIsNotSortedAsSaidIsReadAnewByNumbers() {
        paging.setSorted(true);
        Walk walk = paging.begin();
        paging.read(walk, page("2", "1@2026-11-23T10:00:00+07:00", "2@2026-11-23T11:00:00+07:00"));
        paging.read(walk, page("2", "3@2026-11-23T11:30:00+07:00", "4@2026-11-23T11:10:00+07:00"));

        assertThat(since(walk)).isEqualTo("2026-10-25T07:55:00+07:00");
        assertThat(walk.page()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "2"})
    void aPageThatWasNotHandedInIsAskedForAgainAlsoWhenALoopWantedToGoOn(String next) {
        start(new Paging(hub.feeds(), new FeedHealth(hub.feeds(), hub.drifts(), hub.clock())));
        paging.setSorted(true);
        Walk walk = paging.begin();
        String before = since(walk);
        paging.read(walk, page(next, "1@2026-11-23T10:00:00+07:00", "2@2026-11-23T11:00:00+07:00"));
        assertThat(walk.hasNext()).isEqualTo(next.equals("2")); // as a loop of Camel asks, also after a failure

        Walk again = paging.begin();

        assertThat(again.hasNext()).isTrue();
        assertThat(since(again)).isEqualTo(before);
        assertThat(again.page()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRecordThatChangesDuringTheWalkHidesNoOther(boolean sorted) {
        paging.setSorted(sorted);
        var source = new Source(2);
        for (int i = 1; i <= 9; i++) {
            source.change(i, "2026-11-23T10:0" + i + ":00+07:00");
        }
        Set<String> seen = new LinkedHashSet<>();
        Walk walk = paging.begin();
        for (int asked = 0; walk.hasNext(); asked++) {
            paging.read(walk, source.answer(walk))
                    .forEach(r -> seen.add(r.content().path("id").asText()));
            if (asked < 3) {
                source.change(asked + 1, "2026-11-23T11:0" + asked + ":00+07:00");
            }
        }

        assertThat(seen).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void manyChangesInOneSecondAreAllSeen() {
        var source = new Source(2);
        for (int i = 1; i <= 7; i++) {
            source.change(i, "2026-11-23T10:00:00+07:00");
        }
        source.change(8, "2026-11-23T10:00:01+07:00");
        Set<String> seen = new LinkedHashSet<>();
        Walk walk = paging.begin();
        while (walk.hasNext()) {
            paging.read(walk, source.answer(walk))
                    .forEach(r -> seen.add(r.content().path("id").asText()));
        }

        assertThat(seen).hasSize(8);
    }

    /** Lists as SPDE does: what changed since, in the order of change, page by page. */
    private static final class Source {

        private final TreeMap<Integer, String> changes = new TreeMap<>();
        private final int size;

        Source(int size) {
            this.size = size;
        }

        void change(int id, String at) {
            changes.put(id, at);
        }

        byte[] answer(Walk walk) {
            var since = OffsetDateTime.parse(since(walk));
            List<String> listed = new ArrayList<>();
            changes.entrySet().stream()
                    .filter(each -> !OffsetDateTime.parse(each.getValue()).isBefore(since))
                    .sorted((one, other) -> one.getValue().compareTo(other.getValue()))
                    .forEach(each -> listed.add(each.getKey() + "@" + each.getValue()));
            int from = Math.min((walk.page() - 1) * size, listed.size());
            int to = Math.min(from + size, listed.size());
            String next = to < listed.size() ? String.valueOf(walk.page() + 1) : "null";
            return page(next, listed.subList(from, to).toArray(String[]::new));
        }
    }

    private void walked(String... records) {
        Walk walk = paging.begin();
        paging.read(walk, page("null", records));
        paging.finish(walk);
    }

    private static String since(Walk walk) {
        return URLDecoder.decode(walk.since(), StandardCharsets.UTF_8);
    }

    /** A page of records, each {@code id@change}. */
    private static byte[] page(String next, String... records) {
        return bytes(Stream.of(records)
                .map(record -> record.split("@", -1))
                .map(part -> "{\"id\":\"" + part[0] + "\",\"diubahPada\":\"" + part[1] + "\"}")
                .collect(joining(",", "{\"data\":[", "],\"halamanBerikut\":" + next + "}")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
