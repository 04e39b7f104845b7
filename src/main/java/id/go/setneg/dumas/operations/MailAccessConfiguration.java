package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.mailbox.MailAccess;
import id.go.setneg.dumas.mailbox.MailFolders;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the connectors of mail need to know of the settings, beyond their parameters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailAccessConfiguration {

    @Bean
    MailAccess mailAccess(MailSettings settings, Clock clock) {
        return settings.access(clock);
    }

    @Bean
    MailFolders mailFolders(MailSettings settings) {
        return new MailFolders(settings.processedFolder(), settings.unclearFolder());
    }

    @Bean
    Properties imapProperties(MailSettings settings, MailAccess access) {
        return access.imap(
                settings.imapScheme().name().toLowerCase(Locale.ROOT),
                Objects.requireNonNullElse(settings.imapHost(), ""));
    }

    @Bean
    Properties smtpProperties(MailSettings settings, MailAccess access) {
        return access.smtp(Objects.requireNonNullElse(settings.smtpHost(), ""), settings.smtpUser());
    }
}
