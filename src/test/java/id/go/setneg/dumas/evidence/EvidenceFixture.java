package id.go.setneg.dumas.evidence;

import id.go.setneg.dumas.fixture.HubLedger;
import java.nio.file.Path;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Opens to tests of other packages the packs of a ledger's cases. */
public final class EvidenceFixture {

    private EvidenceFixture() {}

    /** @param key where the signing key is, made when it is missing */
    public static Evidence evidence(HubLedger hub, Path key) {
        return new Evidence(
                hub.jdbc(),
                new JdbcTransactionManager(hub.source()),
                hub.caseKeys(),
                hub.attachments(),
                SigningKey.of(new EvidenceSettings(key, true)),
                hub.clock());
    }
}
