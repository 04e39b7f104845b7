package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.mapping.Tables;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** A refused reload is no illness, since the former tables decide on, but whoever looks at the health should see it. */
@Component("tablesHealthIndicator")
final class TablesHealth implements HealthIndicator {

    private final Tables tables;

    TablesHealth(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        tables.inUse().forEach(table -> health.withDetail(table.table(), table.version()));
        return tables.problems().isEmpty()
                ? health.build()
                : health.withDetail("refused", tables.problems()).build();
    }
}
