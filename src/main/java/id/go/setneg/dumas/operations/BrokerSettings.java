package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.io.File;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded message broker.
 *
 * @param host the address that agencies connect to
 * @param port for AMQP 1.0, STOMP and Artemis' own protocol
 * @param data folder of its journal
 */
@ConfigurationProperties("hub.broker")
record BrokerSettings(
        @NotBlank @DefaultValue("127.0.0.1") String host,
        @Min(1) @Max(65535) @DefaultValue("5672") int port,
        @NotNull File data) {}
