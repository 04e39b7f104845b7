package id.go.setneg.dumas.evaluation;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.ledger.CaseKeys;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The evaluation report of a period (SK Asdep Dumas 4/2022: at least once a year). */
public final class Evaluation {

    private final CaseLines lines;
    private final TransactionTemplate atOnce;
    private final Directory directory;
    private final DueDays calendar;
    private final Clock clock;

    Evaluation(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CaseKeys keys,
            Directory directory,
            DueDays calendar,
            Clock clock) {
        this.lines = new CaseLines(jdbc, keys);
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setReadOnly(true);
        this.atOnce.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.directory = directory;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The cases that were opened from a day (WIB) on and before another, as they stand now.
     *
     * @param to the day after the last
     */
    public Report of(LocalDate from, LocalDate to) {
        OffsetDateTime now =
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var tally = new Tally(from, to, now, calendar);
        atOnce.executeWithoutResult(status -> lines.read(from, to, tally::add));
        return tally.report(this::name);
    }

    private String name(String code) {
        return directory.find(new AgencyCode(code)).map(Agency::name).orElse(code);
    }
}
