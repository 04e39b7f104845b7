package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.ledger.Attachments;
import id.go.setneg.dumas.ledger.Feeds;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.Threads;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.MappingSettings;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    @Bean
    Intake intake(Ledger ledger, Desk desk, Parked parked, ComplaintMapping mapping, Supplier<UUID> ids) {
        return new Intake(ledger, desk, parked, mapping, ids);
    }

    @Bean
    Sorting sorting(MappingSettings settings, Threads threads, Desk desk) {
        return new Sorting(DecisionTable.read(settings.mappings().resolve("mail/kinds.csv")), threads, desk);
    }

    @Bean
    Correspondences correspondences(Ledger ledger, Desk desk) {
        return new Correspondences(ledger, desk);
    }

    @Bean
    FeedHealth feedHealth(Feeds feeds, Clock clock) {
        return new FeedHealth(feeds, clock);
    }

    @Bean
    MailReader mailReader(Attachments attachments, Clock clock) {
        return new MailReader(attachments, clock);
    }
}
