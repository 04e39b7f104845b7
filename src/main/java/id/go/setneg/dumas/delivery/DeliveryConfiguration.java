package id.go.setneg.dumas.delivery;

import id.go.setneg.dumas.agency.AgencyWays;
import id.go.setneg.dumas.ledger.CaseKeys;
import id.go.setneg.dumas.ledger.Ledger;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.model.errorhandler.DefaultErrorHandlerDefinition;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DeliverySettings.class, HttpSettings.class})
class DeliveryConfiguration {

    @Bean
    Deliveries deliveries(JdbcTemplate jdbc, Ledger ledger, CaseKeys keys, DeliverySettings settings, Clock clock) {
        return new Deliveries(jdbc, ledger, keys, settings, clock);
    }

    @Bean
    Dispatcher dispatcher(Deliveries deliveries, Ledger ledger, DeliverySettings settings) {
        return new Dispatcher(deliveries, ledger, settings);
    }

    /** Camel finds the component {@code delivery} under this bean name. */
    @Bean("delivery-component")
    DeliveryComponent deliveryComponent(Deliveries deliveries, Dispatcher dispatcher, DeliverySettings settings) {
        return new DeliveryComponent(deliveries, dispatcher, settings);
    }

    @Bean
    Sealing sealing(AgencyWays ways) {
        return new Sealing(ways);
    }

    @Bean
    Envelope envelope(Sealing sealing) {
        return new Envelope(sealing);
    }

    @Bean
    Signature signature(AgencyWays ways, Clock clock) {
        return new Signature(ways, clock);
    }

    @Bean
    Letters letters() {
        return new Letters();
    }

    @Bean
    AgencyRoutes agencyRoutes(AgencyWays ways) {
        return new AgencyRoutes(ways);
    }

    /** A failure is told once, by who decides what it means: the consumer of the deliveries, or the health of a feed. */
    @Bean
    CamelContextConfiguration quietErrors() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                var handler = new DefaultErrorHandlerDefinition();
                handler.setRedeliveryPolicyRef("noRedelivery");
                context.getCamelContextExtension().setErrorHandlerFactory(handler);
            }

            @Override
            public void afterApplicationStart(CamelContext context) {
                // nothing: the error handlers are made by then
            }
        };
    }

    /** What a source route is told to do about a failure: nothing but what its route configuration says. */
    @Bean
    RedeliveryPolicy noRedelivery() {
        var policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(0);
        policy.setLogExhausted(false);
        return policy;
    }

    @Bean
    Answers answers() {
        return new Answers();
    }

    @Bean
    ComponentCustomizer http(HttpSettings settings) {
        return ComponentCustomizer.builder(HttpComponent.class).build(http -> {
            http.setHttpClientConfigurer(new BoundedAnswers(settings));
            http.setConnectTimeout(5_000);
            http.setResponseTimeout(20_000);
            http.setConnectionRequestTimeout(20_000);
            http.setMaxTotalConnections(200);
            http.setConnectionsPerRoute(16);
        });
    }
}
