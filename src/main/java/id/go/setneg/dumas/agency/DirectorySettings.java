package id.go.setneg.dumas.agency;

import java.io.File;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the agency directory is.
 *
 * @param home the folder that holds {@code mappings/}
 */
@ConfigurationProperties("hub")
record DirectorySettings(@DefaultValue(".") File home) {}
