package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresMatchingTest extends MatchingContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }

    @Override
    boolean isSomebodyWaiting(HubLedger hub) {
        Integer waiting = hub.jdbc()
                .queryForObject(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
                        Integer.class);
        return waiting != null && waiting > 0;
    }
}
