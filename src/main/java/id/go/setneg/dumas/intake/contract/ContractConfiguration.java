package id.go.setneg.dumas.intake.contract;

import id.go.setneg.dumas.ledger.Drifts;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContractSettings.class)
class ContractConfiguration {

    @Bean
    Drift drift(ContractSettings settings, Drifts drifts, Clock clock) {
        return new Drift(new Contracts(settings.mappings()), drifts, clock);
    }

    @Bean
    DriftTimer driftTimer(Drift drift) {
        return new DriftTimer(drift);
    }
}
