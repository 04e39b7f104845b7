package id.go.setneg.dumas.mapping;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the mappings are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
public record MappingSettings(@DefaultValue(".") String home) {

    /** The folder of the mappings. */
    public Path mappings() {
        return Path.of(home, "mappings"); // bound as a Path, "." would be a place on the class path
    }
}
