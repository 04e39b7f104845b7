package id.go.setneg.dumas.intake.contract;

import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.mapping.MappingSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContractConfiguration {

    @Bean
    Drift drift(MappingSettings settings, Drifts drifts, Clock clock) {
        return new Drift(new Contracts(settings.mappings()), drifts, clock);
    }

    @Bean
    DriftTimer driftTimer(Drift drift) {
        return new DriftTimer(drift);
    }
}
