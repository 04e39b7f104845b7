package id.go.setneg.dumas.agency;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agency directory of the hub's home folder, and the ways to the agencies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DirectorySettings.class, AgencySettings.class})
class DirectoryConfiguration {

    @Bean
    Directory directory(DirectorySettings settings) {
        return Directory.read(settings.file());
    }

    @Bean
    AgencyWays agencyWays(AgencySettings settings, Directory directory) {
        return new AgencyWays(settings, directory);
    }
}
