package id.go.setneg.dumas.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patiently the hub delivers.
 *
 * @param firstDelay wait after the first failed attempt
 * @param factor each further wait is so many times the one before
 * @param maxDelay the longest wait
 * @param lease how long one node may keep what it claimed; longer than the slowest attempt
 * @param batch how many deliveries one destination claims at once
 * @param concurrency how many of them are under way at once
 * @param look how often to look for what became due without a commit in this process
 */
@ConfigurationProperties("hub.delivery")
public record DeliverySettings(
        @DefaultValue("10s") Duration firstDelay,
        @DefaultValue("3") @Min(1) int factor,
        @DefaultValue("4h") Duration maxDelay,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("64") @Min(1) @Max(1000) int batch,
        @DefaultValue("8") @Min(1) @Max(100) int concurrency,
        @DefaultValue("1s") Duration look) {

    /** The wait after so many failed attempts, a fifth more or less, but never less than the other side asked for. */
    Duration delayAfter(int attempts, @Nullable Duration asked, RandomGenerator random) {
        double millis = (double) firstDelay.toMillis() * Math.pow(factor, attempts - 1);
        double capped = Math.min(millis, (double) maxDelay.toMillis());
        Duration delay = Duration.ofMillis((long) (capped * random.nextDouble(0.8, 1.2)));
        return asked != null && asked.compareTo(delay) > 0 ? asked : delay;
    }
}
