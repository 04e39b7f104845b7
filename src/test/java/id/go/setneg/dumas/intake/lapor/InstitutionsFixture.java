package id.go.setneg.dumas.intake.lapor;

import id.go.setneg.dumas.fixture.HubLedger;
import id.go.setneg.dumas.intake.FeedHealthFixture;

/** Institutions over a test's ledger. */
public final class InstitutionsFixture {

    private InstitutionsFixture() {}

    public static Institutions over(HubLedger hub) {
        return new Institutions(hub.jdbc(), hub.transaction(), hub.ids(), hub.clock());
    }

    /** Read at 02.30 WIB. */
    static InstitutionList list(HubLedger hub, Institutions institutions) {
        var list = new InstitutionList(hub.feeds(), FeedHealthFixture.over(hub), institutions);
        list.setFeed("lapor-institutions");
        list.setAt("02:30");
        return list;
    }
}
