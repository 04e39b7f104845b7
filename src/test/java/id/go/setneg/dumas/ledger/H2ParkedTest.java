package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;

class H2ParkedTest extends ParkedContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onH2(folder);
    }
}
