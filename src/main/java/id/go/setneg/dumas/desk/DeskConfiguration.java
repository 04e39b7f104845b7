package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.AgencyCode;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.ComplainantKind;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
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
                new Requirements(
                        table(
                                settings,
                                tables,
                                "complainant-kinds",
                                TableChecks.of("complainantKind", ComplainantKind.class)),
                        table(
                                settings,
                                tables,
                                "required-items",
                                TableChecks.all(
                                        TableChecks.of("required", RequiredItem.class), TableChecks.number("days")))),
                new Judging(
                        table(
                                settings,
                                tables,
                                "eligibility",
                                TableChecks.all(
                                        TableChecks.of("outcome", Eligibility.class),
                                        TableChecks.of("ground", Ground.class))),
                        table(settings, tables, "alarms", TableChecks.optional("alarm", Alarm.class)),
                        table(settings, tables, "standing-directions", TableChecks.optionalDay("date"))),
                new Routing(
                        directory,
                        table(settings, tables, "routing", TableChecks.optional("agency", directory)),
                        new AgencyCode("setneg"),
                        institutions),
                new Messages(canonical, new Disclosure(directory)),
                directory,
                ways);
    }

    @Bean
    Decisions decisions(Desk desk) {
        return new Decisions(desk);
    }

    private static DecisionTable table(DeskSettings settings, Tables tables, String name, Tables.Check check) {
        return tables.open(settings.tables().resolve(name + ".csv"), check);
    }
}
