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
                new Requirements(table(settings, "complainant-kinds"), table(settings, "required-items")),
                new Matching(directory, table(settings, "linking")),
                new Judging(
                        table(settings, "eligibility"),
                        table(settings, "alarms"),
                        table(settings, "standing-directions")),
                new Routing(directory, table(settings, "routing"), new AgencyCode("setneg"), institutions),
                new Messages(canonical, new Disclosure(directory)),
                directory,
                ways);
    }

    @Bean
    Decisions decisions(Desk desk) {
        return new Decisions(desk);
    }

    @Bean
    Merging merging(Ledger ledger, Desk desk) {
        return new Merging(ledger, desk);
    }

    private static DecisionTable table(DeskSettings settings, String name) {
        return DecisionTable.read(settings.tables().resolve(name + ".csv"));
    }
}
