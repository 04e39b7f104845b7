package id.go.setneg.dumas.intake.scan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of a scan is read for its text; more is kept, unread.
 *
 * @param readSize largest PDF that is read; it is read in memory
 * @param readPages most pages
 * @param readTime longest time for one PDF
 */
@ConfigurationProperties("hub.scans")
public record ScanSettings(
        @NotNull @DefaultValue("50MB") DataSize readSize,
        @Min(1) @Max(10_000) @DefaultValue("300") int readPages,
        @NotNull @DefaultValue("20s") Duration readTime) {}
