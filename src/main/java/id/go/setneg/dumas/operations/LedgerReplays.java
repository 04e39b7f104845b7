package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.delivery.Deliveries;
import id.go.setneg.dumas.intake.Intake;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Replays of what the ledger keeps. */
@Component
final class LedgerReplays implements Replays {

    private final Intake intake;
    private final Deliveries deliveries;

    LedgerReplays(Intake intake, Deliveries deliveries) {
        this.intake = intake;
        this.deliveries = deliveries;
    }

    @Override
    public boolean record(UUID id) {
        return intake.replay(id);
    }

    @Override
    public boolean delivery(UUID id) {
        return deliveries.replay(id);
    }
}
