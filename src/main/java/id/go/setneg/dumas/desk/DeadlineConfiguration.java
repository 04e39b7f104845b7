package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.ledger.DeadlineRules;
import id.go.setneg.dumas.ledger.Deadlines;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.WorkCalendars;
import id.go.setneg.dumas.mapping.Canonical;
import id.go.setneg.dumas.mapping.Tables;
import java.time.Clock;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeadlineSettings.class, RoleSettings.class})
class DeadlineConfiguration {

    @Bean
    Calendar workCalendar(DeadlineSettings settings, DeskSettings desk, Tables tables, WorkCalendars stored) {
        var calendar = new Calendar(settings.file(desk), stored);
        tables.keep(calendar);
        return calendar;
    }

    @Bean
    Supplier<DeadlineRules> deadlineRules(Calendar calendar, DeskTables tables) {
        return new DeskClocks(calendar, tables.terms());
    }

    @Bean
    DeadlineReview deadlineReview(
            Calendar calendar, Supplier<DeadlineRules> rules, Deadlines deadlines, Ledger ledger, Clock clock) {
        return new DeadlineReview(calendar, rules, deadlines, ledger, clock);
    }

    @Bean
    Lapses lapses(Canonical canonical, Deadlines deadlines, Ledger ledger, Clock clock) {
        var telling = new Telling(new Messages(canonical));
        return new Lapses(telling, deadlines, ledger, clock);
    }

    @Bean
    Reminders reminders(
            DeskTables tables,
            Calendar calendar,
            RoleSettings roles,
            Canonical canonical,
            Deadlines deadlines,
            Ledger ledger,
            Clock clock) {
        return new Reminders(tables.reminders(), calendar, roles, new Messages(canonical), deadlines, ledger, clock);
    }
}
