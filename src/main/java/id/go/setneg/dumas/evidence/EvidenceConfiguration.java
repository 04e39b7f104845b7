package id.go.setneg.dumas.evidence;

import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.CaseKeys;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    @Bean
    Evidence evidence(
            EvidenceSettings settings,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            CaseKeys keys,
            Attachments attachments,
            Clock clock) {
        return new Evidence(jdbc, transactions, keys, attachments, SigningKey.of(settings), clock);
    }
}
