package id.go.setneg.dumas.intake.contract;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the contracts are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record ContractSettings(@DefaultValue(".") String home) {

    Path mappings() {
        return Path.of(home, "mappings");
    }
}
