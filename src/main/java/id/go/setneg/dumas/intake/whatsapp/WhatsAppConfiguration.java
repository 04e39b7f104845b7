package id.go.setneg.dumas.intake.whatsapp;

import id.go.setneg.dumas.desk.Questions;
import id.go.setneg.dumas.ledger.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WhatsAppConfiguration {

    @Bean
    WhatsAppMessages whatsAppMessages(Ledger ledger, Questions questions, WebhookSettings settings) {
        return new WhatsAppMessages(ledger, questions, settings.phoneNumberId());
    }
}
