package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.ledger.Audit;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.mapping.Tables;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Switches decision tables between two units of work, so that no case is decided by two versions at once. */
@Component
final class TableReloads implements TablesMXBean, InitializingBean, DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Tables tables;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;
    private final OffsetDateTime startedAt;
    private final Map<String, OffsetDateTime> changedAt = new ConcurrentHashMap<>();
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    TableReloads(Tables tables, Ledger ledger, Audit audit, Clock clock) {
        this.tables = tables;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
        this.startedAt = OffsetDateTime.now(clock);
    }

    Tables.Reload reload(String who) {
        audit.note(who, "RELOAD", "tables");
        Tables.Reload reload = tables.reload(change -> ledger.between(PATIENCE, change));
        OffsetDateTime now = OffsetDateTime.now(clock);
        reload.changed().forEach(table -> changedAt.put(table.table(), now));
        return reload;
    }

    /** Since when this hub has decided by a table's present content: its last change, else the hub's start. */
    OffsetDateTime since(String table) {
        return changedAt.getOrDefault(table, startedAt);
    }

    @Override
    public List<String> getTables() {
        return tables.inUse().stream()
                .map(table -> table.table() + " " + table.version())
                .toList();
    }

    @Override
    public List<String> getProblems() {
        return tables.problems();
    }

    @Override
    public List<String> reload() {
        var user = SecurityContextHolder.getContext().getAuthentication();
        return reload(user == null ? "jmx" : user.getName()).problems();
    }

    @Override
    public void afterPropertiesSet() throws JMException {
        destroy();
        server.registerMBean(this, new ObjectName(NAME));
    }

    @Override
    public void destroy() throws JMException {
        var name = new ObjectName(NAME);
        if (server.isRegistered(name)) {
            server.unregisterMBean(name);
        }
    }
}
