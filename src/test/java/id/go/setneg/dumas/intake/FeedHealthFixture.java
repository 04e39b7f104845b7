package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.fixture.HubLedger;

/** The health of feeds over a test's ledger. */
public final class FeedHealthFixture {

    private FeedHealthFixture() {}

    public static FeedHealth over(HubLedger hub) {
        return new FeedHealth(hub.feeds(), hub.drifts(), hub.clock());
    }
}
