package id.go.setneg.dumas.agency;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the agency directory is.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record DirectorySettings(@DefaultValue(".") String home) {

    Path file() {
        return Path.of(home, "mappings/agencies/directory.json"); // a Path "." would be a place on the class path
    }
}
