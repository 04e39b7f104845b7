package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.ledger.OpenRecords;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PaceSettings.class, AnswerSettings.class})
class DialogueConfiguration {

    @Bean
    Dialogue laporDialogue(PaceSettings settings, Clock clock) {
        return new Dialogue("LAPOR!", new Pace(settings.slowest(), settings.fastest(), clock), settings.probe(), clock);
    }

    @Bean
    AnswerBounds laporAnswers(AnswerSettings settings) {
        return new AnswerBounds(new AnswerLimit(settings.answerSize().toBytes()), settings.answerTime());
    }

    @Bean
    ResumedFeed laporResumed(Dialogue laporDialogue, FeedHealth health) {
        return new ResumedFeed(laporDialogue, health);
    }

    @Bean
    KnownReports knownReports(OpenRecords records) {
        return () -> records.references("lapor").stream();
    }
}
