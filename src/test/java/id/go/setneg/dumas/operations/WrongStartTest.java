package id.go.setneg.dumas.operations;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.DumasHub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongStartTest {

    @Test
    void theProcessNamesAllThatIsWrongAndEndsWithOne(@TempDir Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.yaml"), """
                hub:
                  lapor:
                    enabled: true
                    url: https://contoh.invalid/lapor
                    gateway-key: kunci-rahasia
                    page-size: kunci-rahasia
                  spdee:
                    url: x
                """);
        Path output = folder.resolve("output.txt");
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DumasHub.class.getName())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(hub.waitFor(60, TimeUnit.SECONDS)).as("the process ends").isTrue();

        assertThat(hub.exitValue()).isEqualTo(1);
        assertThat(Files.readString(output, StandardCharsets.UTF_8))
                .contains(
                        "hub.lapor.client-token: must not be empty (application.yaml:",
                        "hub.lapor.user: must not be empty (application.yaml:",
                        "hub.lapor.page-size: must be a whole number (application.yaml:6)",
                        "hub.operators: must name at least one operator (not set)",
                        "hub.spdee.url: is unknown; did you mean hub.spde.url? (application.yaml:8)")
                .doesNotContain("kunci-rahasia", "\tat ");
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
