package id.go.setneg.dumas.ledger;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the ledger keeps its secrets and files; its database is {@code spring.datasource.*}.
 *
 * @param masterKeyFile the keys that wrap the data keys of all cases; back it up apart from the database
 * @param createMasterKey whether a missing file is made at start; only for a sandbox
 * @param attachments folder of the sealed attachments
 */
@ConfigurationProperties("hub.ledger")
public record LedgerSettings(
        @NotNull Path masterKeyFile,
        @DefaultValue("false") boolean createMasterKey,
        @NotNull Path attachments) {}
