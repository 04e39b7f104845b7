package id.go.setneg.dumas.desk;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the desk's decision tables are.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record DeskSettings(@DefaultValue(".") String home) {

    Path calendars() {
        return Path.of(home, "mappings/calendar");
    }

    Path tables() {
        return Path.of(home, "mappings/desk"); // bound as a Path, "." would be a place on the class path
    }
}
