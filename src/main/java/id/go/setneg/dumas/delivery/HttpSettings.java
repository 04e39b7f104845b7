package id.go.setneg.dumas.delivery;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the hub bears of an HTTP server that it asks or delivers to.
 *
 * @param answerSize the largest answer, unpacked; larger than {@code hub.spde.file-size}
 * @param answerPatience how long an answer's body may take, whatever its size
 * @param answerRate how much of a longer one has to come each second
 */
@ConfigurationProperties("hub.http")
public record HttpSettings(
        @NotNull @DefaultValue("64MB") DataSize answerSize,
        @NotNull @DefaultValue("30s") Duration answerPatience,
        @NotNull @DefaultValue("16KB") DataSize answerRate) {}
