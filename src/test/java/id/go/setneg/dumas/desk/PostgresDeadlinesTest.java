package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class PostgresDeadlinesTest extends DeadlinesContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onPostgres(folder);
    }
}
