package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresParkedTest extends ParkedContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }
}
