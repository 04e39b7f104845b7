package id.go.setneg.dumas.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.RequiredItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
                channel,late,->,items,item,days,date,because
                EMAIL,>=3,,NAME|STAMP,NAME,10,2026-11-24,x
                LETTER|FAX,*,,NAME,NAME|ADDRESS,ten,24-11-2026,x
                contains:pos kilat,*,,NAME,NAME,1,,x
                *,*,,,,0,,x
                """);
        table = DecisionTable.read(file);
    }

    @Test
    void aWordThatTheHubDoesNotKnowIsNamedWithItsLineAndColumn() {
        assertThat(TableChecks.several("items", RequiredItem.class).problems(table))
                .containsExactly("2: items: the hub does not know 'NAME|STAMP'", "5: items: the hub does not know ''");
        assertThat(TableChecks.of("item", RequiredItem.class).problems(table))
                .containsExactly("3: item: the hub does not know 'NAME|ADDRESS'", "5: item: the hub does not know ''");
        assertThat(TableChecks.optional("item", RequiredItem.class).problems(table))
                .hasSize(1);
        assertThat(TableChecks.optional("item", Set.of("NAME")).problems(table)).hasSize(1);
        assertThat(TableChecks.all(TableChecks.optionalNumber("days"), TableChecks.optional("date", LocalDate::parse))
                        .problems(table))
                .containsExactly(
                        "3: days: the hub does not know 'ten'",
                        "5: days: the hub does not know '0'",
                        "3: date: the hub does not know '24-11-2026'");
        assertThat(TableChecks.readable("date", LocalDate::parse).problems(table))
                .hasSize(3);
    }

    @Test
    void whatNobodyEverSaysIsNotAsked() {
        assertThat(TableChecks.asks("channel", Channel.class).problems(table))
                .containsExactly(
                        "3: channel: the hub does not know 'fax'", "4: channel: the hub does not know 'pos kilat'");
        assertThat(TableChecks.asks("late", Set.of()).problems(table)).isEmpty();
    }

    @Test
    void columnsAreThoseThatTheHubKnows() {
        var columns = TableChecks.columns(List.of("channel"), List.of("items", "item", "days", "day"));

        assertThat(TableChecks.all(columns, TableChecks.of("day", Channel.class))
                        .problems(table))
                .containsExactly(
                        "1: late: the hub does not know this input",
                        "1: date: the hub does not know this output",
                        "1: the output day is lacking");
    }

    @Test
    void someColumnsAreFilledTogether() {
        assertThat(TableChecks.together("items", "days").problems(table))
                .containsExactly("5: items, days: all of them or none");
    }
}
