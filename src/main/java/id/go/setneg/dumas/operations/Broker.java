package id.go.setneg.dumas.operations;

import id.go.setneg.dumas.agency.AgencySettings;
import id.go.setneg.dumas.complaint.AgencyCode;
import jakarta.jms.ConnectionFactory;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The broker between the hub and the agencies' systems. An agency reads {@code agency.<code>.referrals}, writes
 * {@code agency.<code>.status}, and sees nothing else. Status messages are handed to the hub again and again until they
 * are stored; nothing expires.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
class Broker {

    private static final String HUB = "hub";
    private static final int DUPLICATE_IDS = 20_000;

    /** The hub's own password, made anew at each start: nobody else needs it. */
    private final String password = password();

    @Bean(initMethod = "start", destroyMethod = "stop")
    EmbeddedActiveMQ embeddedBroker(BrokerSettings settings, AgencySettings agencies) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("dumas")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalDirectory(folder(settings, "journal"))
                .setBindingsDirectory(folder(settings, "bindings"))
                .setPagingDirectory(folder(settings, "paging"))
                .setLargeMessagesDirectory(folder(settings, "large"))
                .setSecurityEnabled(true)
                .setJMXManagementEnabled(true)
                .setPersistIDCache(true)
                .setIDCacheSize(DUPLICATE_IDS)
                .setMaxDiskUsage(95)
                .addAcceptorConfiguration("hub", "vm://0")
                .addAcceptorConfiguration(
                        "agencies", "tcp://" + settings.host() + ":" + settings.port() + "?protocols=AMQP,STOMP,CORE");
        configuration.addAddressSetting("#", addresses());
        Role hub = new Role(HUB, true, true, true, true, true, true, true, true, true, true, true, true);
        configuration.putSecurityRoles("#", Set.of(hub));
        Map<String, String> users = new HashMap<>(Map.of(HUB, password));
        Map<String, List<String>> roles = new HashMap<>(Map.of(HUB, List.of(HUB)));
        agencies.agencies().forEach((code, way) -> {
            if (way.way() == AgencySettings.Kind.QUEUE) {
                users.put(code, way.password());
                roles.put(code, List.of(code));
                String address = "agency." + new AgencyCode(code);
                queue(configuration, address + ".referrals", hub, reader(code));
                queue(configuration, address + ".status", hub, writer(code));
            }
        });
        var server = new EmbeddedActiveMQ();
        server.setConfiguration(configuration);
        server.setSecurityManager(new ActiveMQJAASSecurityManager(
                InVMLoginModule.class.getName(), new SecurityConfiguration(users, roles)));
        return server;
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory connectionFactory(EmbeddedActiveMQ started) {
        ConnectionFactory hub = new ActiveMQConnectionFactory("vm://0", HUB, password);
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(hub);
        pool.setMaxConnections(4);
        return pool;
    }

    /** Nothing is thrown away for having been tried often, and a full address makes its senders wait on disk. */
    private static AddressSettings addresses() {
        return new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(1_000)
                .setRedeliveryMultiplier(2)
                .setMaxRedeliveryDelay(60_000)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(50L * 1024 * 1024)
                .setDeadLetterAddress(SimpleString.of("dead"))
                .setExpiryAddress(SimpleString.of("expired"))
                .setAutoCreateAddresses(false)
                .setAutoCreateQueues(false)
                .setAutoDeleteAddresses(false)
                .setAutoDeleteQueues(false);
    }

    private static void queue(Configuration configuration, String name, Role hub, Role agency) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfiguration(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)));
        configuration.putSecurityRoles(name, Set.of(hub, agency));
    }

    private static Role reader(String code) {
        return new Role(code, false, true, false, false, false, false, false, true, false, false, false, false);
    }

    private static Role writer(String code) {
        return new Role(code, true, false, false, false, false, false, false, false, false, false, false, false);
    }

    private static String folder(BrokerSettings settings, String name) {
        return settings.data().toPath().resolve(name).toAbsolutePath().toString();
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
