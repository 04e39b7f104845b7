package id.go.setneg.dumas.intake;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reading parts of the past again.
 *
 * @param firstDelay how long to wait when a step failed; doubled with each further failure, to five minutes at most
 * @param patience after which a backfill fails that comes no further
 */
@ConfigurationProperties("hub.backfill")
record BackfillSettings(
        @NotNull @DefaultValue("2s") Duration firstDelay,
        @NotNull @DefaultValue("1h") Duration patience) {}
