package id.go.setneg.dumas.operations;

import jakarta.validation.constraints.NotNull;
import java.io.File;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the hub lives. Files, not paths: Spring reads the path {@code .} as the root of the class path.
 *
 * @param home folder that holds {@code routes/}, {@code connectors/} and {@code mappings/}
 * @param data folder of the ledger, the attachments and the broker's journal
 */
@ConfigurationProperties("hub")
record HomeSettings(
        @NotNull @DefaultValue(".") File home,
        @NotNull @DefaultValue("./data") File data) {

    Path canonical() {
        return home.toPath().resolve("mappings/canonical");
    }
}
