package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class H2MatchingTest extends MatchingContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onH2(folder);
    }

    @Override
    boolean isSomebodyWaiting(HubLedger hub) {
        Integer waiting = hub.jdbc()
                .queryForObject(
                        "select count(*) from information_schema.sessions where blocker_id is not null", Integer.class);
        return waiting != null && waiting > 0;
    }
}
