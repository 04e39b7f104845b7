package id.go.setneg.dumas.status;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's key for what agencies seal.
 *
 * @param keyFile a JWK with a private EC key on P-256
 * @param createKey whether a missing file is made at start
 */
@ConfigurationProperties("hub.status")
public record StatusSettings(
        @NotNull Path keyFile, @DefaultValue("false") boolean createKey) {}
