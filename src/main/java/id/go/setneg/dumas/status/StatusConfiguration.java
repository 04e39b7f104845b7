package id.go.setneg.dumas.status;

import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.mapping.Canonical;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusSettings.class)
class StatusConfiguration {

    @Bean
    HubKey hubKey(StatusSettings settings) {
        return HubKey.of(settings);
    }

    @Bean
    Statuses statuses(Ledger ledger, Desk desk, Canonical canonical, HubKey hubKey, Parked parked) {
        return new Statuses(ledger, desk, canonical, hubKey, parked);
    }
}
