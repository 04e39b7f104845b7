package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class H2DeliveriesTest extends DeliveriesContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onH2(folder);
    }

    @Override
    int foundBehindLocks() {
        // H2 counts what it skips against the limit; one process has one claimer for each destination
        return 0;
    }
}
