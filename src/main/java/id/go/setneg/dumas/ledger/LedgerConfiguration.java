package id.go.setneg.dumas.ledger;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    MasterKeys masterKeys(LedgerSettings settings) {
        return MasterKeys.of(settings);
    }

    @Bean
    Supplier<UUID> ids(Clock clock) {
        return new TimeOrderedIds(clock);
    }

    @Bean
    Ledger ledger(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            MasterKeys keys,
            Clock clock,
            Supplier<UUID> ids,
            Supplier<DeadlineRules> deadlineRules) {
        return new Ledger(jdbc, new TransactionTemplate(transactions), keys, clock, ids, deadlineRules);
    }

    @Bean
    Deadlines deadlines(JdbcTemplate jdbc) {
        return new Deadlines(jdbc);
    }

    @Bean
    PostponedNotices postponedNotices(JdbcTemplate jdbc) {
        return new PostponedNotices(jdbc);
    }

    @Bean
    WorkCalendars workCalendars(JdbcTemplate jdbc, Clock clock) {
        return new WorkCalendars(jdbc, clock);
    }

    @Bean
    OpenRecords openRecords(JdbcTemplate jdbc, CaseKeys caseKeys) {
        return new OpenRecords(jdbc, caseKeys);
    }

    @Bean
    Histories histories(JdbcTemplate jdbc, CaseKeys caseKeys, PlatformTransactionManager transactions) {
        return new Histories(jdbc, caseKeys, moment(transactions));
    }

    @Bean
    Dossiers dossiers(JdbcTemplate jdbc, CaseKeys caseKeys, PlatformTransactionManager transactions) {
        return new Dossiers(jdbc, caseKeys, moment(transactions));
    }

    private static TransactionTemplate moment(PlatformTransactionManager transactions) {
        var moment = new TransactionTemplate(transactions);
        moment.setReadOnly(true);
        moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return moment;
    }

    @Bean
    Threads threads(JdbcTemplate jdbc, MasterKeys keys) {
        return new Threads(jdbc, keys);
    }

    @Bean
    CaseKeys caseKeys(JdbcTemplate jdbc, MasterKeys keys) {
        return new CaseKeys(jdbc, keys);
    }

    @Bean
    IssuedReferrals issuedReferrals(JdbcTemplate jdbc, CaseKeys caseKeys) {
        return new IssuedReferrals(jdbc, caseKeys);
    }

    @Bean
    PastCases pastCases(JdbcTemplate jdbc, PlatformTransactionManager transactions, CaseKeys caseKeys) {
        return new PastCases(jdbc, new TransactionTemplate(transactions), caseKeys);
    }

    @Bean
    Figures figures(JdbcTemplate jdbc) {
        return new Figures(jdbc);
    }

    @Bean
    Feeds feeds(JdbcTemplate jdbc, Clock clock) {
        return new Feeds(jdbc, clock);
    }

    @Bean
    Parked parked(JdbcTemplate jdbc, MasterKeys keys, Clock clock) {
        return new Parked(jdbc, keys, clock);
    }

    @Bean
    ParkedList parkedList(JdbcTemplate jdbc) {
        return new ParkedList(jdbc);
    }

    @Bean
    MatchList matchList(JdbcTemplate jdbc) {
        return new MatchList(jdbc);
    }

    @Bean
    AlarmList alarmList(JdbcTemplate jdbc) {
        return new AlarmList(jdbc);
    }

    @Bean
    Audit audit(JdbcTemplate jdbc, Clock clock) {
        return new Audit(jdbc, clock);
    }

    @Bean
    Drifts drifts(JdbcTemplate jdbc) {
        return new Drifts(jdbc);
    }

    @Bean
    Attachments attachments(LedgerSettings settings, MasterKeys keys, Clock clock) {
        var attachments = new Attachments(settings, keys);
        attachments.removeAbandoned(clock.instant());
        return attachments;
    }
}
