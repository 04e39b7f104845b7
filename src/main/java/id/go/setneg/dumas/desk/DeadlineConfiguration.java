package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.ledger.DeadlineRules;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.WorkCalendars;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeadlineSettings.class, RoleSettings.class})
class DeadlineConfiguration {

    @Bean
    Calendar workCalendar(DeadlineSettings settings, DeskSettings desk, WorkCalendars stored) {
        return new Calendar(settings.file(desk), stored);
    }

    @Bean
    Supplier<DeadlineRules> deadlineRules(Calendar calendar, DeskSettings settings, Directory directory) {
        return new DeskClocks(calendar, new TermTables(settings.tables(), directory));
    }

    @Bean
    DeadlineReview deadlineReview(
            Calendar calendar, Supplier<DeadlineRules> rules, Deadlines deadlines, Ledger ledger, Clock clock) {
        return new DeadlineReview(calendar, rules, deadlines, ledger, clock);
    }

    @Bean
    Lapses lapses(Directory directory, Canonical canonical, Deadlines deadlines, Ledger ledger, Clock clock) {
        var telling = new Telling(new Messages(canonical, new Disclosure(directory)));
        return new Lapses(telling, deadlines, ledger, clock);
    }

    @Bean
    Reminders reminders(
            DeskSettings settings,
            Calendar calendar,
            RoleSettings roles,
            Directory directory,
            Canonical canonical,
            Deadlines deadlines,
            Ledger ledger,
            Clock clock) {
        return new Reminders(
                DecisionTable.read(settings.tables().resolve("reminders.csv")),
                calendar,
                roles,
                new Messages(canonical, new Disclosure(directory)),
                deadlines,
                ledger,
                clock);
    }
}
