package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.Tables;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DeskConfiguration {

    @Bean
    Desk desk(
            DeskSettings settings,
            Directory directory,
            AgencyWays ways,
            Canonical canonical,
            InstitutionNames institutions,
            Tables tables) {
        return new Desk(
                new Requirements(tables.open(settings.tables().resolve("required-items.csv"), TableChecks::items)),
                new Routing(
                        directory,
                        tables.open(
                                settings.tables().resolve("routing.csv"),
                                table -> TableChecks.agencies(table, directory)),
                        new AgencyCode("setneg"),
                        institutions),
                new Messages(canonical, new Disclosure(directory)),
                directory,
                ways);
    }
}
