package id.go.setneg.dumas.progress;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the words for progress are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record ProgressSettings(@DefaultValue(".") String home) {

    Path words() {
        return Path.of(home, "mappings/desk/progress.csv"); // bound as a Path, "." would be a place on the class path
    }
}
