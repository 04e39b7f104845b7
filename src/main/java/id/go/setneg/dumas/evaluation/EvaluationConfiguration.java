package id.go.setneg.dumas.evaluation;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.ledger.CaseKeys;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class EvaluationConfiguration {

    /** Without a calendar nothing is said about what was in time. */
    @Bean
    Evaluation evaluation(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CaseKeys keys,
            Directory directory,
            ObjectProvider<DueDays> calendar,
            Clock clock) {
        return new Evaluation(
                jdbc,
                transactions,
                keys,
                directory,
                calendar.getIfAvailable(() -> (start, days) -> Optional.empty()),
                clock);
    }
}
