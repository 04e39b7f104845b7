package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The correspondence office (SPDE), by its API, its drop folder or both; its routes read these as placeholders.
 *
 * @param enabled whether the hub uses the API
 * @param url base of the API, ends with the version
 * @param token bearer token
 * @param period time between two polls
 * @param overlap how far back each poll reads again
 * @param pageSize records a page
 * @param folderEnabled whether the hub reads the drop folder
 * @param folder the drop folder
 */
@ConfigurationProperties("hub.spde")
@RequiredWhen(
        field = "enabled",
        is = "true",
        then = {"url", "token"})
@RequiredWhen(
        field = "folderEnabled",
        is = "true",
        then = {"folder"})
record SpdeSettings(
        boolean enabled,
        @Nullable URI url,
        @Nullable String token,
        @NotNull @DefaultValue("30s") Duration period,
        @NotNull @DefaultValue("5m") Duration overlap,
        @Min(1) @Max(1000) @DefaultValue("100") int pageSize,
        boolean folderEnabled,
        @Nullable String folder) {

    @Override
    public String toString() {
        return "SpdeSettings[" + enabled + ", " + folderEnabled + "]";
    }
}
