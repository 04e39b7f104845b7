package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableChecksTest {

    @TempDir
    private Path folder;

    private DecisionTable table;

    @BeforeEach
    void read() throws IOException {
        Path file = folder.resolve("words.csv");
        Files.writeString(file, """
                channel,->,item,agency,days,date,because
                EMAIL,,NAME|STAMP,kemensos,10,2026-11-24,x
                LETTER,,NAME,kementerian-contoh,ten,24-11-2026,x
                *,,,,14,,x
                """);
        table = DecisionTable.read(file);
    }

    @Test
    void aWordThatTheHubDoesNotKnowIsNamedWithItsLineAndColumn() {
        assertThat(TableChecks.of("item", RequiredItem.class).problems(table))
                .containsExactly("2: item: the hub does not know 'STAMP'", "4: item: the hub does not know ''");
        assertThat(TableChecks.optional("item", RequiredItem.class).problems(table))
                .hasSize(1);
        assertThat(TableChecks.all(TableChecks.number("days"), TableChecks.optionalDay("date"))
                        .problems(table))
                .containsExactly("3: days: the hub does not know 'ten'", "3: date: the hub does not know '24-11-2026'");
    }
}
