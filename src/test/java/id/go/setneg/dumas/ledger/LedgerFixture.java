package id.go.setneg.dumas.ledger;

import org.springframework.jdbc.core.JdbcTemplate;

/** Opens to tests of other packages what the ledger makes only for the hub itself. */
public final class LedgerFixture {

    private LedgerFixture() {}

    public static CaseKeys caseKeys(JdbcTemplate jdbc, MasterKeys keys) {
        return new CaseKeys(jdbc, keys);
    }

    public static MatchList matchList(JdbcTemplate jdbc) {
        return new MatchList(jdbc);
    }

    public static Threads threads(JdbcTemplate jdbc, MasterKeys keys) {
        return new Threads(jdbc, keys);
    }
}
