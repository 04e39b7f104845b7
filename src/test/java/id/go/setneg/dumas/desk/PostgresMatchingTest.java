package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresMatchingTest extends MatchingContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }
}
