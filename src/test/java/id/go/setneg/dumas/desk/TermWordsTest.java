package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseTimeline;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.deadline.Calendars;
import id.go.setneg.dumas.deadline.Clocks;
import id.go.setneg.dumas.deadline.Term;
import id.go.setneg.dumas.mapping.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What each word that {@code terms.csv} may say makes of the clock of the follow-up letter. */
class TermWordsTest {

    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));
    private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T09:00:00+07:00");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "PAUSE,   2026-12-16",
        "RUN,     2026-12-11",
        "RESTART, 2026-12-21",
    })
    void whatBecomesOfItWhileAnItemIsMissing(Term.WhileMissing word, LocalDate due) {
        var timeline = new CaseTimeline();
        Clocks clocks = clocks(folder, "14", "WORKING_DAYS", "OFFICE", word.name());
        timeline.apply(new CaseEvent.CaseCompleted(START), START);
        OffsetDateTime missed = START.plusDays(3);
        timeline.apply(new CaseEvent.ItemsMissing(Set.of(RequiredItem.EVIDENCE)), missed);
        Deadline missing = issue(clocks, timeline, missed);
        assertThat(missing.state())
                .isEqualTo(word == Term.WhileMissing.RUN ? Deadline.State.RUNNING : Deadline.State.PAUSED);
        OffsetDateTime brought = START.plusDays(8);
        timeline.apply(new CaseEvent.CaseCompleted(brought), brought);
        assertThat(issue(clocks, timeline, brought).due()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"WORKING_DAYS, 2026-12-11", "CALENDAR_DAYS, 2026-12-07"})
    void whatIsCounted(Term.Unit word, LocalDate due) {
        assertThat(issueOf("14", word.name(), "OFFICE").due()).isEqualTo(due);
    }

    @ParameterizedTest
    @EnumSource
    void whomItBinds(Deadline.Owner word) {
        assertThat(issueOf("14", "WORKING_DAYS", word.name()).owner()).isEqualTo(word);
    }

    @Test
    void noNumberIsNoLimit() {
        assertThat(issueOf("", "WORKING_DAYS", "OFFICE").due()).isNull();
    }

    private Deadline issueOf(String days, String unit, String owner) {
        var timeline = new CaseTimeline();
        timeline.apply(new CaseEvent.CaseCompleted(START), START);
        return issue(clocks(folder, days, unit, owner, "PAUSE"), timeline, START);
    }

    private static Deadline issue(Clocks clocks, CaseTimeline timeline, OffsetDateTime now) {
        return clocks.of(timeline, now).stream()
                .filter(deadline -> deadline.kind() == Deadline.Kind.ISSUE)
                .findFirst()
                .orElseThrow();
    }

    /** The real tables, of which the first row says something else. */
    private static Clocks clocks(Path folder, String days, String unit, String owner, String whileMissing) {
        try {
            for (String name : List.of("office-hours", "time-zones")) {
                Files.write(folder.resolve(name + ".csv"), Files.readAllBytes(Path.of("mappings/desk", name + ".csv")));
            }
            Files.writeString(
                    folder.resolve("terms.csv"),
                    Files.readString(Path.of("mappings/desk/terms.csv"))
                            .replace(
                                    "ISSUE,,,14,WORKING_DAYS,OFFICE,PAUSE,",
                                    String.join(",", "ISSUE,,", days, unit, owner, whileMissing, "")));
            return new DeskTables(folder, new Tables(), DIRECTORY).terms().clocks(Calendars.real());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
