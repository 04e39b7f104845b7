package id.go.setneg.dumas.progress;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.Tables;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProgressSettings.class)
class ProgressConfiguration {

    @Bean
    Progresses progresses(ProgressSettings settings, Tables tables, Directory directory) {
        return Progresses.open(tables, settings.words(), directory);
    }

    @Bean
    ProgressForms progressForms(Canonical canonical) {
        return new ProgressForms(canonical);
    }
}
