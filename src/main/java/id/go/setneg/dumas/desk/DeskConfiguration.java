package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.ledger.PastCases;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.MappingSettings;
import id.go.setneg.dumas.progress.Progresses;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeskSettings.class, RoutingSettings.class})
class DeskConfiguration {

    @Bean
    Routing routing(DeskSettings settings, RoutingSettings limits, Directory directory, InstitutionNames institutions) {
        return rules(settings.tables(), limits, directory, institutions);
    }

    static Routing rules(Path tables, RoutingSettings limits, Directory directory, InstitutionNames institutions) {
        var table = new RoutingTable(DecisionTable.read(tables.resolve("routing.csv")), directory);
        return new Routing(directory, table, new AgencyCode("setneg"), institutions, limits.hops());
    }

    @Bean
    DryRun dryRun(
            MappingSettings mappings,
            RoutingSettings limits,
            Directory directory,
            InstitutionNames institutions,
            PastCases past,
            Canonical canonical,
            Clock clock) {
        return new DryRun(
                mappings.mappings(), tables -> rules(tables, limits, directory, institutions), past, canonical, clock);
    }

    @Bean
    Desk desk(DeskSettings settings, Directory directory, AgencyWays ways, Canonical canonical, Routing routing) {
        var messages = new Messages(canonical);
        return new Desk(
                new Requirements(table(settings, "complainant-kinds"), table(settings, "required-items")),
                new Judging(
                        table(settings, "eligibility"),
                        table(settings, "alarms"),
                        table(settings, "standing-directions")),
                new Referring(routing, messages, new Disclosure(table(settings, "disclosure"), directory), ways),
                messages,
                directory,
                new Progresses(table(settings, "progress"), directory));
    }

    @Bean
    Decisions decisions(Desk desk) {
        return new Decisions(desk);
    }

    @Bean
    Questions questions(DeskSettings settings, Directory directory, Canonical canonical) {
        return new Questions(
                new Answering(new Messages(canonical), new Progresses(table(settings, "progress"), directory)));
    }

    private static DecisionTable table(DeskSettings settings, String name) {
        return DecisionTable.read(settings.tables().resolve(name + ".csv"));
    }
}
