package id.go.setneg.dumas.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.mapping.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTableTest {

    private static final Path REAL = Path.of("mappings/mail/kinds.csv");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\",,BOUNCE,\", \",,BOUNCED,\", 2: kind: the hub does not know 'BOUNCED'",
                "\"receipt,*,\", \"receit,*,\", 3: report: the hub does not know 'receit'",
                "\",stranger,dumas\", \",strange,dumas\", 12: sender: the hub does not know 'strange'"
            })
    void aBadTableIsRefusedAtTheStartAndByARunningHub(String good, String bad, String problem) throws IOException {
        Path file = folder.resolve("kinds.csv");
        Files.copy(REAL, file);
        var running = new Tables();
        var kinds = running.open(file, Sorting.CHECK);
        String version = kinds.version();
        String text = Files.readString(file);
        assertThat(text).contains(good);
        Files.writeString(file, text.replace(good, bad));

        assertThat(running.reload(change -> true).problems()).contains(file + ":" + problem);
        assertThat(kinds.version()).isEqualTo(version);
        assertThatThrownBy(() -> new Tables().open(file, Sorting.CHECK)).hasMessageContaining(file + ":" + problem);
    }
}
