package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.delivery.Deliveries;
import id.go.setneg.dumas.intake.Intake;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.status.Statuses;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Replays of what the ledger keeps. */
@Component
final class LedgerReplays implements Replays {

    private final Parked parked;
    private final Intake intake;
    private final Statuses statuses;
    private final Deliveries deliveries;

    LedgerReplays(Parked parked, Intake intake, Statuses statuses, Deliveries deliveries) {
        this.parked = parked;
        this.intake = intake;
        this.statuses = statuses;
        this.deliveries = deliveries;
    }

    @Override
    public boolean record(UUID id) {
        return parked.find(id)
                .map(waiting -> waiting.mapping().equals(Statuses.SCHEMA) ? statuses.replay(id) : intake.replay(id))
                .orElse(false);
    }

    @Override
    public boolean delivery(UUID id) {
        return deliveries.replay(id);
    }
}
