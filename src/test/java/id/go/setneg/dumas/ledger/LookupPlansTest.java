package id.go.setneg.dumas.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked up often finds an index that serves it, with some thousand rows, on either database. */
class LookupPlansTest {

    private static final UUID ANY = new UUID(0, 1);

    @Test
    void onH2(@TempDir Path folder) {
        try (HubLedger hub = HubLedger.onH2(folder)) {
            fill(hub, "system_range(1, 10000)", "random_uuid()", "analyze");
            assertNoScan(hub, "delivery.tableScan");
        }
    }

    @Test
    void onPostgres(@TempDir Path folder) {
        try (HubLedger hub = HubLedger.onPostgres(folder)) {
            fill(hub, "generate_series(1, 10000)", "gen_random_uuid()", "vacuum analyze");
            hub.transaction().executeWithoutResult(status -> {
                hub.jdbc().execute("set local enable_seqscan = off"); // a new database knows too little to choose
                assertNoScan(hub, "Seq Scan on delivery");
                assertThat(plan(hub, Figures.DELIVERIES)).contains("Index Only Scan");
            });
        }
    }

    private static void assertNoScan(HubLedger hub, String scan) {
        assertThat(plan(hub, Merges.RECALL, OffsetDateTime.parse(HubLedger.START), ANY, ANY))
                .doesNotContain(scan)
                .contains("case_id");
        assertThat(plan(hub, Figures.DELIVERIES)).doesNotContain(scan).contains("delivery_due");
        assertThat(plan(hub, Figures.WAITING)).doesNotContain(scan).contains("delivery_due");
    }

    private static String plan(HubLedger hub, String sql, Object... arguments) {
        return String.join("\n", hub.jdbc().queryForList("explain " + sql, String.class, arguments));
    }

    private static void fill(HubLedger hub, String series, String uuid, String analyse) {
        hub.jdbc()
                .update("insert into case_file (id, number, state, version, head, opened_at, changed_at) select " + uuid
                        + ", cast(n as varchar(10)), 'CLOSED', 1, cast('' as bytea), current_timestamp, current_timestamp from "
                        + series + " s(n)");
        hub.jdbc()
                .update("insert into delivery (id, case_id, destination, kind, state, sealed_payload, attempts,"
                        + " next_attempt_at, created_at) select " + uuid
                        + ", id, 'agency-' || substring(number, 1, 1), 'STATUS',"
                        + " 'DELIVERED', cast(repeat('x', 900) as bytea), 1, opened_at, opened_at from case_file");
        hub.jdbc().execute(analyse);
    }
}
