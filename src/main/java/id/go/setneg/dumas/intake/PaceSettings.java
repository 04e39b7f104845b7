package id.go.setneg.dumas.intake;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often LAPOR! is asked; between the two, the hub finds out what it bears.
 *
 * @param slowest requests a second, at least
 * @param fastest requests a second, at most
 * @param probe time between two tries while it refuses our credentials
 */
@ConfigurationProperties("hub.lapor.pace")
record PaceSettings(
        @Positive @DefaultValue("0.1") double slowest,
        @Positive @DefaultValue("5") double fastest,
        @NotNull @DefaultValue("1h") Duration probe) {}
