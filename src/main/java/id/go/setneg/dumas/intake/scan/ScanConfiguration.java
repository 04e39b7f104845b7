package id.go.setneg.dumas.intake.scan;

import id.go.setneg.dumas.ledger.Attachments;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanSettings.class)
class ScanConfiguration {

    @Bean
    Scans scans(Attachments attachments, ScanSettings settings) {
        return new Scans(attachments, settings);
    }
}
