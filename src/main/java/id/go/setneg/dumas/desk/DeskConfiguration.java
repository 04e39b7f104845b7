package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.PastCases;
import id.go.setneg.dumas.ledger.PostponedNotices;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.MappingSettings;
import id.go.setneg.dumas.mapping.Tables;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeskSettings.class, RoutingSettings.class})
class DeskConfiguration {

    @Bean
    DeskTables deskTables(DeskSettings settings, Tables tables, Directory directory) {
        return new DeskTables(settings.tables(), tables, directory);
    }

    @Bean
    Routing routing(DeskTables tables, RoutingSettings limits, InstitutionNames institutions) {
        return routing(tables, limits.hops(), institutions);
    }

    private static Routing routing(DeskTables tables, int hops, InstitutionNames institutions) {
        return new Routing(tables.directory(), tables.routing(), new AgencyCode("setneg"), institutions, hops);
    }

    @Bean
    DryRun dryRun(
            MappingSettings mappings,
            RoutingSettings limits,
            Directory directory,
            AgencyWays ways,
            InstitutionNames institutions,
            PastCases past,
            Canonical canonical,
            Clock clock) {
        return new DryRun(
                mappings.mappings(),
                folder -> {
                    var tables = new DeskTables(folder, new Tables(), directory);
                    return new Rules(
                            tables.requirements(),
                            tables.judging(),
                            routing(tables, limits.hops(), institutions),
                            tables.disclosure(),
                            ways);
                },
                past,
                canonical,
                clock);
    }

    @Bean
    Desk desk(DeskTables tables, AgencyWays ways, Canonical canonical, Routing routing, RoleSettings roles) {
        var messages = new Messages(canonical);
        return new Desk(
                tables.requirements(),
                tables.matching(),
                tables.judging(),
                new Alarms(tables.alarms(), roles, messages),
                tables.terms(),
                new Referring(routing, messages, tables.disclosure(), ways),
                messages,
                tables.directory(),
                tables.progresses());
    }

    @Bean
    Decisions decisions(Desk desk) {
        return new Decisions(desk);
    }

    @Bean
    Completions completions(Desk desk, PostponedNotices postponed, Ledger ledger, Clock clock) {
        return new Completions(desk, postponed, ledger, clock);
    }

    @Bean
    Questions questions(DeskTables tables, Canonical canonical) {
        return new Questions(new Answering(new Messages(canonical), tables.progresses()));
    }

    @Bean
    Merging merging(Ledger ledger, Desk desk) {
        return new Merging(ledger, desk);
    }
}
