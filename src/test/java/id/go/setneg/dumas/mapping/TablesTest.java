package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class TablesTest {

    private static final String LOW = "place,->,level,because\nKota,,low,x\n*,,none,x\n";
    private static final String HIGH = LOW.replace("low", "high");

    @TempDir
    private Path folder;

    private final Tables tables = new Tables();
    private DecisionTable levels;
    private DecisionTable others;

    @BeforeEach
    void open() throws IOException {
        write("levels", LOW);
        write("others", LOW);
        levels = tables.open(folder.resolve("levels.csv"));
        others = tables.open(
                folder.resolve("others.csv"),
                candidate -> candidate.decisions().stream()
                        .filter(row -> row.output("level").equals("unheard"))
                        .map(row -> row.line() + ": level: no such level")
                        .toList());
    }

    @Test
    void aGoodTableCountsFromTheReloadOnUnderItsOwnVersion() throws IOException {
        String before = levels.version();
        write("levels", HIGH);
        assertThat(level(levels)).isEqualTo("low");

        Tables.Reload reload = reload();

        assertThat(reload.problems()).isEmpty();
        assertThat(reload.changed()).containsExactly(new Tables.InUse("levels", levels.version()));
        assertThat(levels.version()).isNotEqualTo(before);
        assertThat(levels.decide(Map.of("place", "Kota")).version()).isEqualTo(levels.version());
        assertThat(level(levels)).isEqualTo("high");
        assertThat(reload().changed()).isEmpty();
    }

    @Test
    void oneBadTableKeepsEveryFormerOneAndIsToldOnce(CapturedOutput log) throws IOException {
        write("levels", HIGH);
        write("others", "place,->,level,because\nKota,,low,\n*,,none,x\n");

        Tables.Reload reload = reload();

        assertThat(reload.problems()).containsExactly(folder.resolve("others.csv") + ":2: because is empty");
        assertThat(reload.changed()).isEmpty();
        assertThat(tables.problems()).isEqualTo(reload.problems());
        assertThat(level(levels)).isEqualTo("low");
        assertThat(level(others)).isEqualTo("low");
        assertThat(log.getAll().split("others.csv:2", -1)).hasSize(2);
        write("others", HIGH);
        assertThat(reload().changed()).hasSize(2);
        assertThat(tables.problems()).isEmpty();
    }

    @Test
    void aTableMustPassItsCheckAndKeepItsColumns() throws IOException {
        write("others", LOW.replace("none", "unheard"));
        assertThat(reload().problems()).containsExactly(folder.resolve("others.csv") + ":3: level: no such level");
        write("others", "town,->,level,because\n*,,none,x\n");
        assertThat(reload().problems()).singleElement().asString().contains("others.csv:1: has other columns");
        Files.delete(folder.resolve("others.csv"));
        assertThat(reload().problems()).singleElement().asString().contains("others.csv: cannot be read");
        assertThat(level(others)).isEqualTo("low");
        write("wrong", LOW.replace("none", "unheard"));
        assertThatThrownBy(() -> tables.open(folder.resolve("wrong.csv"), candidate -> List.of("3: no")))
                .hasMessageContaining("wrong.csv:3: no");
    }

    @Test
    void withoutAPauseNothingChanges() throws IOException {
        write("levels", HIGH);
        assertThat(tables.reload(change -> false).problems())
                .singleElement()
                .asString()
                .contains("busy");
        assertThat(level(levels)).isEqualTo("low");
        assertThat(reload().changed()).hasSize(1);
    }

    @Test
    void openedTwiceItIsOneTable() {
        assertThat(tables.open(folder.resolve("levels.csv"))).isSameAs(levels);
        assertThat(tables.inUse()).extracting(Tables.InUse::table).containsExactly("levels", "others");
    }

    private Tables.Reload reload() {
        return tables.reload(change -> {
            change.run();
            return true;
        });
    }

    private static String level(DecisionTable table) {
        return table.decide(Map.of("place", "Kota")).output("level");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".csv"), text);
    }
}
