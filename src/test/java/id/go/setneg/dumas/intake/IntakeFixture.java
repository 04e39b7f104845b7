package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.desk.DeskFixture;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.Mappings;
import java.nio.file.Path;

/** Opens the intake to tests of other packages, over a ledger and the real mappings. */
public final class IntakeFixture {

    private IntakeFixture() {}

    public static Intake intake(HubLedger hub) {
        var mapping = new ComplaintMapping(new Mappings(Path.of("mappings")), DeskFixture.canonical());
        return new Intake(hub.ledger(), DeskFixture.desk(), hub.parked(), mapping, hub.ids(), record -> record);
    }
}
