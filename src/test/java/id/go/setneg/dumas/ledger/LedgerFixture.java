package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens to tests of other packages what the ledger makes only for the hub itself. */
public final class LedgerFixture {

    private LedgerFixture() {}

    public static CaseKeys caseKeys(JdbcTemplate jdbc, MasterKeys keys) {
        return new CaseKeys(jdbc, keys);
    }

    public static AlarmList alarmList(JdbcTemplate jdbc) {
        return new AlarmList(jdbc);
    }

    public static MatchList matchList(JdbcTemplate jdbc) {
        return new MatchList(jdbc);
    }

    public static Threads threads(JdbcTemplate jdbc, MasterKeys keys) {
        return new Threads(jdbc, keys);
    }

    public static IssuedReferrals issuedReferrals(JdbcTemplate jdbc, CaseKeys keys) {
        return new IssuedReferrals(jdbc, keys);
    }

    public static PastCases pastCases(JdbcTemplate jdbc, CaseKeys keys) {
        var reading = new TransactionTemplate(new DataSourceTransactionManager(requireNonNull(jdbc.getDataSource())));
        return new PastCases(jdbc, reading, keys);
    }

    public static PostponedNotices postponedNotices(JdbcTemplate jdbc) {
        return new PostponedNotices(jdbc);
    }
}
