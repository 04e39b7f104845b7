package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class H2DeadlinesTest extends DeadlinesContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onH2(folder);
    }
}
