package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

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
 * @param scanPatience how long an export waits for the scans that it names, and a scan for its export
 * @param sheetSize largest export
 * @param sheetExpanded how much a packed export (XLSX) may unfold to
 * @param sheetRows most rows of an export
 * @param fileSize largest scan or file of the API
 * @param filePatience how long a file of the API that fails in passing holds its page back
 * @param sftpEnabled whether the hub fetches exports from an SFTP server into the drop folder
 * @param sftpHost the server
 * @param sftpPort its port
 * @param sftpFolder the folder on the server, from our home there
 * @param sftpUser our user there
 * @param sftpPassword its password, unless there is a key
 * @param sftpKeyFile our private key
 * @param sftpKnownHosts file with the server's public key, as OpenSSH writes it
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
@RequiredWhen(
        field = "sftpEnabled",
        is = "true",
        then = {"folder", "sftpHost", "sftpFolder", "sftpUser", "sftpKnownHosts"})
record SpdeSettings(
        boolean enabled,
        @Nullable URI url,
        @Nullable String token,
        @NotNull @DefaultValue("30s") Duration period,
        @NotNull @DefaultValue("5m") Duration overlap,
        @Min(1) @Max(1000) @DefaultValue("100") int pageSize,
        boolean folderEnabled,
        @Nullable String folder,
        @NotNull @DefaultValue("10m") Duration scanPatience,
        @NotNull @DefaultValue("50MB") DataSize sheetSize,
        @NotNull @DefaultValue("1GB") DataSize sheetExpanded,
        @Min(1) @Max(1_000_000) @DefaultValue("200000") int sheetRows,
        @NotNull @DefaultValue("50MB") DataSize fileSize,
        @NotNull @DefaultValue("1h") Duration filePatience,
        boolean sftpEnabled,
        @Nullable String sftpHost,
        @Min(1) @Max(65_535) @DefaultValue("22") int sftpPort,
        @Nullable String sftpFolder,
        @Nullable String sftpUser,
        @Nullable String sftpPassword,
        @Nullable String sftpKeyFile,
        @Nullable String sftpKnownHosts) {

    @Override
    public String toString() {
        return "SpdeSettings[" + enabled + ", " + folderEnabled + "]";
    }
}
