package id.go.setneg.dumas.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.ParkedList.Cause;
import id.go.setneg.dumas.ledger.ParkedList.Filter;
import id.go.setneg.dumas.ledger.ParkedList.Row;
import id.go.setneg.dumas.ledger.ParkedList.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people do with what waits, on every database. The clock stands at 2026-11-24, 08:00 WIB. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ParkedContract {

    private static final String MAPPING = "spde/record-to-complaint";

    private HubLedger hub;

    abstract HubLedger open(Path folder);

    @BeforeAll
    void start(@TempDir Path folder) {
        hub = open(folder);
    }

    @AfterAll
    void stop() {
        hub.close();
    }

    @BeforeEach
    void empty() {
        hub.clear();
        hub.clock().set(HubLedger.START);
    }

    @Test
    void whatWaitsIsGroupedByCauseWhateverTheDigits() {
        park("spde", "/berkas/0/nama: failed at line 12", "a");
        hub.clock().advance(Duration.ofMinutes(1));
        park("spde", "/berkas/17/nama: failed at line 3", "b");
        park("lapor", "/berkas/0/nama: failed at line 12", "c");
        park("spde", "no subject", "d");

        assertThat(hub.parkedList().groups())
                .extracting(group -> group.cause().feed() + " " + group.cause().words() + " " + group.count())
                .containsExactly(
                        "spde /berkas/9/nama: failed at line 9 2",
                        "lapor /berkas/9/nama: failed at line 9 1",
                        "spde no subject 1");
        assertThat(hub.parkedList().groups().getFirst())
                .satisfies(group -> assertThat(Duration.between(group.oldest(), group.newest()))
                        .isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void aListIsReadPageByPageInTheOrderOfParking() {
        for (int i = 0; i < 5; i++) {
            park("spde", "line " + i, "isi " + i);
            hub.clock().advance(Duration.ofMillis(5));
        }
        park("lapor", "line 0", "lain");
        Filter filter = Filter.waiting(new Cause("spde", MAPPING, "line 9"), null);

        List<Row> first = hub.parkedList().page(filter, null, 3);
        List<Row> second = hub.parkedList().page(filter, first.getLast().id(), 3);

        assertThat(first).extracting(Row::reason).containsExactly("line 0", "line 1", "line 2");
        assertThat(second).extracting(Row::reason).containsExactly("line 3", "line 4");
    }

    @Test
    void aListMayBeOfOneFeedAndOfATime() {
        park("spde", "x", "a");
        hub.clock().advance(Duration.ofHours(1));
        park("spde", "x", "b");
        park("lapor", "x", "c");
        var since = hub.clock().now().minusMinutes(1);

        assertThat(hub.parkedList().page(new Filter(State.WAITING, null, "spde", since, null), null, 10))
                .hasSize(1);
        assertThat(hub.parkedList().page(new Filter(State.WAITING, null, null, since, null), null, 10))
                .hasSize(2);
        assertThat(hub.parkedList().page(new Filter(State.WAITING, null, null, null, since), null, 10))
                .hasSize(1);
    }

    @Test
    void whatIsDiscardedStaysSealedWithWhoAndWhy() {
        park("spde", "x", "isi kenari");
        UUID id = only(State.WAITING).id();

        assertThat(hub.parked().discard(id, "sari", "Iklan dari Contoh Warga")).isTrue();
        assertThat(hub.parked().discard(id, "budi", "lagi")).isFalse();

        assertThat(hub.parked().waiting()).isEmpty();
        assertThat(hub.parked().record(id)).isEmpty();
        Row row = only(State.DISCARDED);
        assertThat(row.settledBy()).isEqualTo("sari");
        assertThat(row.settledAt()).isEqualTo(hub.clock().now());
        assertThat(hub.parked().content(id)).hasValue("isi kenari".getBytes(UTF_8));
        assertThat(hub.parked().discardedBecause(id)).hasValue("Iklan dari Contoh Warga");
        byte[] stored = hub.jdbc().queryForObject("select sealed_because from parked", byte[].class);
        assertThat(new String(stored, ISO_8859_1)).doesNotContain("Iklan");

        park("spde", "x", "isi kenari");
        assertThat(hub.parked().waiting()).as("it does not come back").isEmpty();
    }

    @Test
    void aReplayThatCameFirstWins() {
        park("spde", "x", "isi");
        UUID id = only(State.WAITING).id();
        hub.parked().replayed(id);

        assertThat(hub.parked().discard(id, "sari", "Iklan")).isFalse();
        assertThat(hub.parked().discard(UUID.randomUUID(), "sari", "Iklan")).isFalse();
        assertThat(only(State.REPLAYED).settledBy()).isNull();
    }

    @Test
    void everyLookIsWrittenDown() {
        hub.audit().note("sari", "READ", "abc");
        hub.audit().note("sari", "READ", "xyz");

        assertThat(hub.audit().of("abc"))
                .containsExactly(new Audit.Line(hub.clock().now(), "sari", "READ", "abc"));
    }

    @Test
    void sightingsOfADriftAddUp() {
        Instant first = hub.clock().instant();
        hub.drifts().add(List.of(drift("/a", 3, first), drift("/b", 1, first)));
        hub.drifts().add(List.of(drift("/a", 4, first.plusSeconds(60))));

        assertThat(hub.drifts().all())
                .containsExactly(
                        new Drifts.Drift("spde", "/a", "NEW_VALUE", "aaa", 7, first, first.plusSeconds(60)),
                        drift("/b", 1, first));
        assertThat(hub.drifts().forget("spde", "/a", "NEW_VALUE")).isTrue();
        assertThat(hub.drifts().forget("spde", "/a", "NEW_VALUE")).isFalse();
    }

    private static Drifts.Drift drift(String path, long sightings, Instant at) {
        return new Drifts.Drift("spde", path, "NEW_VALUE", "aaa", sightings, at, at);
    }

    private Row only(State state) {
        List<Row> rows = hub.parkedList().page(new Filter(state, null, null, null, null), null, 10);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private void park(String feed, String reason, String record) {
        hub.ledger().write(unit -> {
            unit.park(feed, MAPPING, reason, record.getBytes(UTF_8));
            return true;
        });
    }
}
