package id.go.setneg.dumas.intake;

import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaceSettings.class)
class DialogueConfiguration {

    @Bean
    Dialogue laporDialogue(PaceSettings settings, Clock clock) {
        return new Dialogue("LAPOR!", new Pace(settings.slowest(), settings.fastest(), clock), settings.probe(), clock);
    }

    @Bean
    ResumedFeed laporResumed(Dialogue laporDialogue, FeedHealth health) {
        return new ResumedFeed(laporDialogue, health);
    }

    @Bean
    KnownReports knownReports() {
        return Stream::empty;
    }
}
