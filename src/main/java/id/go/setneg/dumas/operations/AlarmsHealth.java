package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.ledger.AlarmList;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** An open alarm is no illness of the hub, but whoever watches its health should see it. */
@Component("alarmsHealthIndicator")
final class AlarmsHealth implements HealthIndicator {

    private final AlarmList alarms;

    AlarmsHealth(AlarmList alarms) {
        this.alarms = alarms;
    }

    @Override
    public Health health() {
        AlarmList.Figure figure = alarms.figure();
        Health.Builder health = Health.up().withDetail("open", figure.open());
        return figure.oldest() == null
                ? health.build()
                : health.withDetail("oldest", figure.oldest().toInstant().toString())
                        .build();
    }
}
