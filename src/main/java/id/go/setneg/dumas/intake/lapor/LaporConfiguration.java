package id.go.setneg.dumas.intake.lapor;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class LaporConfiguration {

    @Bean
    Institutions institutions(
            JdbcTemplate jdbc, PlatformTransactionManager transactions, Supplier<UUID> ids, Clock clock) {
        return new Institutions(jdbc, new TransactionTemplate(transactions), ids, clock);
    }
}
