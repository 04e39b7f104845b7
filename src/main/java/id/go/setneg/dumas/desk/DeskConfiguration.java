package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.progress.Progresses;
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
                new Judging(
                        table(settings, "eligibility"),
                        table(settings, "alarms"),
                        table(settings, "standing-directions")),
                new Routing(directory, table(settings, "routing"), new AgencyCode("setneg"), institutions),
                new Messages(canonical, new Disclosure(directory)),
                directory,
                ways,
                new Progresses(table(settings, "progress"), directory));
    }

    @Bean
    Decisions decisions(Desk desk) {
        return new Decisions(desk);
    }

    @Bean
    Questions questions(DeskSettings settings, Directory directory, Canonical canonical) {
        return new Questions(new Answering(
                new Messages(canonical, new Disclosure(directory)),
                new Progresses(table(settings, "progress"), directory)));
    }

    private static DecisionTable table(DeskSettings settings, String name) {
        return DecisionTable.read(settings.tables().resolve(name + ".csv"));
    }
}
