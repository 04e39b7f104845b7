package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresDeliveriesTest extends DeliveriesContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }

    @Override
    int foundBehindLocks() {
        return 2;
    }
}
