package id.go.setneg.dumas.intake.mail;

import id.go.setneg.dumas.ledger.Attachments;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailLimits.class)
class MailReaderConfiguration {

    @Bean
    MailReader mailReader(Attachments attachments, MailLimits limits, Clock clock) {
        return new MailReader(attachments, limits, clock);
    }
}
