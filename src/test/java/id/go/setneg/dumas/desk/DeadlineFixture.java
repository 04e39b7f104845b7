package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.WorkCalendars;
import java.nio.file.Path;

/**
 * Opens to tests of other packages a ledger that keeps deadlines by the real tables.
 *
 * @param ledger over the same database as the hub's
 */
public record DeadlineFixture(Calendar calendar, Ledger ledger, Deadlines deadlines, DeadlineReview review) {

    /** @param file a calendar */
    public static DeadlineFixture over(HubLedger hub, Path file) {
        var calendar = new Calendar(file, new WorkCalendars(hub.jdbc(), hub.clock()));
        var directory = Directory.read(Path.of("mappings/agencies/directory.json"));
        var rules = new DeskClocks(calendar, DeskFixture.tables(directory).terms());
        var ledger = new Ledger(hub.jdbc(), hub.transaction(), hub.masterKeys(), hub.clock(), hub.ids(), rules);
        var deadlines = new Deadlines(hub.jdbc());
        return new DeadlineFixture(
                calendar, ledger, deadlines, new DeadlineReview(calendar, rules, deadlines, ledger, hub.clock()));
    }
}
