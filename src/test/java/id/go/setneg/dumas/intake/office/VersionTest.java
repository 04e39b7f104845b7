package id.go.setneg.dumas.intake.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionTest {

    @TempDir
    Path folder;

    private Path file;
    private Path away;

    @BeforeEach
    void drop() throws IOException {
        file = Files.writeString(folder.resolve("ekspor.csv"), "satu");
        away = folder.resolve("diproses/1-ekspor.csv");
    }

    @Test
    void itIsMovedAway() throws IOException {
        Version.of(file).moveAway(file, away);

        assertThat(file).doesNotExist();
        assertThat(away).hasContent("satu");
    }

    @Test
    void anotherInItsPlaceStays() throws IOException {
        Version taken = Version.of(file);
        Files.writeString(file, "yang kedua");

        taken.moveAway(file, away);

        assertThat(file).hasContent("yang kedua");
        assertThat(away).doesNotExist();
    }

    @Test
    void whatSomebodyTookAwayIsNotMissed() throws IOException {
        Version taken = Version.of(file);
        Files.delete(file);

        taken.moveAway(file, away);

        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all).isEmpty();
        }
    }
}
