package id.go.setneg.dumas.desk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The limits of routing.
 *
 * @param hops how often agencies may send a case back (bukan kewenangan) before a person decides
 */
@ConfigurationProperties("hub.routing")
record RoutingSettings(@DefaultValue("3") @Min(1) @Max(20) int hops) {}
