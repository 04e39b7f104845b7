package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresLedgerTest extends LedgerContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }
}
