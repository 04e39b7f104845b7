package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
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
            InstitutionNames institutions) {
        return new Desk(
                new Requirements(DecisionTable.read(settings.tables().resolve("required-items.csv"))),
                new Matching(directory, DecisionTable.read(settings.tables().resolve("linking.csv"))),
                new Routing(
                        directory,
                        DecisionTable.read(settings.tables().resolve("routing.csv")),
                        new AgencyCode("setneg"),
                        institutions),
                new Messages(canonical, new Disclosure(directory)),
                directory,
                ways);
    }

    @Bean
    Merging merging(Ledger ledger, Desk desk) {
        return new Merging(ledger, desk);
    }
}
