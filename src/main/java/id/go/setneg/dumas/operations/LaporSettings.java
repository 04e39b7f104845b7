package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * LAPOR! through the national gateway; its routes read these as placeholders.
 *
 * @param enabled whether the hub reads and answers LAPOR!
 * @param url base of the API, ends with the version
 * @param gatewayKey the gateway's key
 * @param gatewayKeyFile file that holds it instead
 * @param clientToken LAPOR!'s own token
 * @param clientTokenFile file that holds it instead
 * @param institution our institution id
 * @param user our user id, signs follow-ups
 * @param period time between two polls
 * @param overlap how far back each poll reads again
 * @param pageSize records a page
 * @param fullScanAt when the whole inbox is listed, WIB
 * @param institutionsAt when the list of institutions is read, WIB
 */
@ConfigurationProperties("hub.lapor")
@RequiredWhen(
        field = "enabled",
        is = "true",
        then = {"url", "gatewayKey|gatewayKeyFile", "clientToken|clientTokenFile", "institution", "user"})
record LaporSettings(
        boolean enabled,
        @Nullable URI url,
        @Nullable String gatewayKey,
        @Nullable String gatewayKeyFile,
        @Nullable String clientToken,
        @Nullable String clientTokenFile,
        @Nullable String institution,
        @Nullable String user,
        @NotNull @DefaultValue("30s") Duration period,
        @NotNull @DefaultValue("5m") Duration overlap,
        @Min(1) @Max(1000) @DefaultValue("100") int pageSize,

        @Pattern(regexp = TIME, message = "must be a time such as 01:30") @DefaultValue("01:30")
        String fullScanAt,

        @Pattern(regexp = TIME, message = "must be a time such as 01:30") @DefaultValue("02:30")
        String institutionsAt) {

    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    @Override
    public String toString() {
        return "LaporSettings[" + enabled + "]";
    }
}
