package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.intake.mail.MailReader;
import id.go.setneg.dumas.ledger.Drifts;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.Threads;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappingSettings;
import id.go.setneg.dumas.mapping.Tables;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackfillSettings.class)
class IntakeConfiguration {

    @Bean
    Intake intake(
            Ledger ledger, Desk desk, Parked parked, ComplaintMapping mapping, Supplier<UUID> ids, MailReader mails) {
        return new Intake(
                ledger,
                desk,
                parked,
                mapping,
                ids,
                record -> record.content().hasNonNull("mailbox") ? mails.again(record) : record);
    }

    @Bean
    Works works(Clock clock) {
        return new Works(clock);
    }

    @Bean
    Backfills backfills(
            CamelContext camel,
            @Lazy ProducerTemplate routes,
            BackfillSettings settings,
            Works works,
            Clock clock,
            Supplier<UUID> ids) {
        return new Backfills(camel, routes, settings, works, clock, ids);
    }

    @Bean
    Sorting sorting(MappingSettings settings, Tables tables, Threads threads, Desk desk) {
        return new Sorting(tables.open(settings.mappings().resolve("mail/kinds.csv"), Sorting.CHECK), threads, desk);
    }

    @Bean
    Correspondences correspondences(Ledger ledger, Desk desk) {
        return new Correspondences(ledger, desk);
    }

    @Bean
    FeedHealth feedHealth(Feeds feeds, Drifts drifts, Clock clock) {
        return new FeedHealth(feeds, drifts, clock);
    }
}
