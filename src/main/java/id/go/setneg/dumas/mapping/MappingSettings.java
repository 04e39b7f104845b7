package id.go.setneg.dumas.mapping;

import java.io.File;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the mappings are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record MappingSettings(@DefaultValue(".") File home) {

    Path mappings() {
        return home.toPath().resolve("mappings");
    }
}
