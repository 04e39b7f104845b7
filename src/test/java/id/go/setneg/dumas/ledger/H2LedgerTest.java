package id.go.setneg.dumas.ledger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.fixture.HubLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class H2LedgerTest extends LedgerContract {

    @Override
    HubLedger open(Path folder) {
        return HubLedger.onH2(folder);
    }

    @Test
    void noPlainTextOfAPersonIsInTheFiles() throws IOException {
        writeCanaries();
        hub().jdbc().execute("checkpoint sync");
        var files = new StringBuilder();
        Path folder = hub().settings().masterKeyFile().toAbsolutePath().getParent();
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.append(Files.readString(file, ISO_8859_1));
            }
        }

        assertThat(files.indexOf("kenari-umpan")).isNotNegative();
        for (String secret : canaries()) {
            assertThat(files.indexOf(new String(secret.getBytes(UTF_8), ISO_8859_1)))
                    .as(secret)
                    .isNegative();
            assertThat(files.indexOf(new String(secret.getBytes(UTF_16BE), ISO_8859_1)))
                    .as(secret)
                    .isNegative();
        }
    }
}
