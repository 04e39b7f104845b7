package id.go.setneg.dumas.mailbox;

import id.go.setneg.dumas.intake.FeedHealth;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MailboxConfiguration {

    /** Camel finds a component under its scheme; a component knows one name, so there are two. */
    @Bean("imap-component")
    MailboxComponent plain() {
        return new MailboxComponent();
    }

    @Bean("imaps-component")
    MailboxComponent underTls() {
        return new MailboxComponent();
    }

    @Bean
    TakenMails takenMails(CamelContext camel) {
        return new TakenMails(camel);
    }

    @Bean
    PollingConsumerPollStrategy feedPolls(FeedHealth health) {
        return new FeedPolls(health::failed);
    }
}
