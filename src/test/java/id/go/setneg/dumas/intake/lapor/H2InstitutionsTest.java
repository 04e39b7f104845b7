package id.go.setneg.dumas.intake.lapor;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2InstitutionsTest extends InstitutionsContract {

    @TempDir
    static Path folder;

    private static HubLedger hub;

    @BeforeAll
    static void open() {
        hub = HubLedger.onH2(folder);
    }

    @AfterAll
    static void close() {
        hub.close();
    }

    @Override
    HubLedger hub() {
        return hub;
    }
}
