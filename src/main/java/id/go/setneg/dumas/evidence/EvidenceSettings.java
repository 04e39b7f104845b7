package id.go.setneg.dumas.evidence;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The key that signs evidence packs.
 *
 * @param keyFile a JWK with a private EC key on P-256
 * @param createKey whether a missing file is made at start
 */
@ConfigurationProperties("hub.evidence")
public record EvidenceSettings(
        @NotNull Path keyFile, @DefaultValue("false") boolean createKey) {}
