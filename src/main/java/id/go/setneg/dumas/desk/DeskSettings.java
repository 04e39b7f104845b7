package id.go.setneg.dumas.desk;

import java.io.File;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the desk's decision tables are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record DeskSettings(@DefaultValue(".") File home) {

    Path tables() {
        return home.toPath().resolve("mappings/desk");
    }
}
