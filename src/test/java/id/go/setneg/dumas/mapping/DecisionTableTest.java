package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionTableTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("levels.csv");
    }

    @Test
    void theFirstMatchingRowWinsAndTellsWhereItStands() {
        var table = read("""
                place,text,people,->,level,because
                Kota|Desa,*,*,,low,"first, by place"

                *,contains:surat tanah,*,,middle,second
                *,,>=10,,high,third
                *,*,*,,,nobody knows
                """);
        var decision = table.decide(Map.of("place", "desa", "people", "12"));
        assertThat(decision.output("level")).isEqualTo("low");
        assertThat(decision.because()).isEqualTo("first, by place");
        assertThat(decision.line()).isEqualTo(2);
        assertThat(decision.table()).isEqualTo("levels");
        assertThat(decision.version()).matches("[0-9a-f]{12}");
        var other = table.decide(Map.of("text", "Lihat Surat-\nTanah kami"));
        assertThat(other.output("level")).isEqualTo("middle");
        assertThat(other.line()).isEqualTo(4);
        assertThat(level(table, Map.of("text", "suratnya tanah", "people", "10.0")))
                .isEqualTo("high");
        assertThat(level(table, Map.of("people", "many"))).isEmpty();
        assertThat(level(table, Map.of())).isEmpty();
    }

    @Test
    void aRowCountsFromItsDayOn() {
        var table = read("""
                place,valid_from,->,level,because
                Kota,2026-01-02,,high,new rule
                *,,,low,old rule
                """);
        assertThat(table.decide(Map.of("place", "Kota"), LocalDate.of(2026, 1, 1))
                        .output("level"))
                .isEqualTo("low");
        assertThat(table.decide(Map.of("place", "Kota"), LocalDate.of(2026, 1, 2))
                        .output("level"))
                .isEqualTo("high");
        assertThatThrownBy(() -> table.decide(Map.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anUnknownInputIsAMistake() {
        var table = read("place,->,level,because\n*,,low,always\n");
        assertThatThrownBy(() -> table.decide(Map.of("palce", "Kota")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("palce");
    }

    @Test
    void allProblemsAreToldAtOnceWithFileAndLine() {
        assertThatThrownBy(() -> read("""
                        place,people,->,level,because
                        Kota||Desa,*,,low,empty alternative
                        *,>=many,,low,no number
                        Kota,*,,low,
                        Desa,*,low,too short
                        """))
                .isInstanceOf(MappingBroken.class)
                .hasMessage(String.join(
                        "\n",
                        file + ":2: place: an alternative between | is empty",
                        file + ":3: people: after >= must stand a number",
                        file + ":4: because is empty",
                        file + ":5: has 4 cells, the heading has 5",
                        file + ":1: the last row must match anything: every input *, no valid_from"));
    }

    @Test
    void aRowThatIsNeverReachedIsRefused() {
        for (String pair : new String[] {
            "Kota|Desa,*;desa,*", "*,>=5;Kota,>=7", "*,contains:tanah;*,contains:sengketa tanah", "*,>=5;*,6|7"
        }) {
            String rows = pair.replace(";", ",,low,earlier\n");
            assertThatThrownBy(() -> read("place,what,->,level,because\n" + rows + ",,low,later\n*,*,,,rest\n"))
                    .hasMessage(file + ":3: is never reached, line 2 matches all of it");
        }
    }

    @Test
    void aTableWithoutLastRowIsRefused() {
        assertThatThrownBy(() -> read("place,->,level,because\nKota,,low,only this\n"))
                .hasMessageContaining(file + ":2: the last row must match anything");
        assertThatThrownBy(() -> read("place,->,level,because\n")).hasMessageContaining(file + ":1:");
        assertThatThrownBy(() -> read("place,level,because\n*,low,x\n")).hasMessageContaining("the heading must be");
        assertThatThrownBy(() -> read("")).hasMessageContaining("the heading must be");
    }

    private static String level(DecisionTable table, Map<String, String> inputs) {
        return table.decide(inputs).output("level");
    }

    private DecisionTable read(String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return DecisionTable.read(file);
    }
}
