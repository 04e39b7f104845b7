package id.go.setneg.dumas.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.mapping.MappingBroken;
import id.go.setneg.dumas.mapping.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each table of the desk is refused when it is bad, at the start and by a running hub, with file, line and problem. */
class DeskTablesTest {

    private static final Path REAL = Path.of("mappings/desk");
    private static final Directory DIRECTORY = Directory.read(Path.of("mappings/agencies/directory.json"));

    @TempDir
    private Path folder;

    /** Something wrong: what is written for what, and what is said of it. */
    record Bad(String table, String good, String bad, String problem) {

        @Override
        public String toString() {
            return table + " " + problem;
        }
    }

    static Stream<Bad> everyTable() {
        return Stream.of(
                unknown("alarms", "SELF_HARM", "SELFHARM", "2: alarm", "SELFHARM"),
                new Bad("alarms", "THREAT,head", "THREAT,", "4: alarm, role: all of them or none"),
                unknown("alarms", "THREAT,head", "THREAT,kepala", "4: role", "kepala"),
                unknown("complainant-kinds", "GROUP", "CROWD", "5: complainantKind", "CROWD"),
                unknown("disclosure", "\nyes,*,*,", "\nya,*,*,", "8: anonymous", "ya"),
                unknown("disclosure", "CONFIDENTIAL|SECRET", "RAHASIA", "2: classification", "rahasia"),
                new Bad("disclosure", "yes,yes,yes,yes,yes", "yes,Yes,yes,yes,yes", "12: identity: unknown word: Yes"),
                unknown("eligibility", "LOOK,WITHDRAWAL", "LOK,WITHDRAWAL", "3: outcome", "LOK"),
                new Bad(
                        "eligibility",
                        "sourceStatus",
                        "sourceState",
                        "1: sourceState: the hub does not know this input"),
                unknown("eligibility", "INFORMATION_REQUEST,*", "INFORMATION,*", "6: kind", "information"),
                unknown("linking", ",REMINDER,", ",REMIND,", "6: outcome", "REMIND"),
                unknown("linking", "LIKELY", "ALIKE", "9: identity", "alike"),
                unknown("office-hours", "friday,2027-03-10,,16:30", "friday,2027-03-10,,16.30", "2: closes", "16.30"),
                unknown("office-hours", "friday,2027-03-10", "jumat,2027-03-10", "2: day", "jumat"),
                unknown("progress", "STEP,RECEIVED", "STEPS,RECEIVED", "26: about", "steps"),
                new Bad(
                        "progress",
                        "kepada {agency}",
                        "kepada {instansi}",
                        "34: words: the hub does not know {instansi}"),
                unknown("reminders", "ISSUE,>=5", "ISUE,>=5", "2: clock", "isue"),
                new Bad("reminders", "LAST_DAY,officer", "LAST_DAY,", "4: stage, role: all of them or none"),
                unknown("required-items", "EMAIL,*", "E-MAIL,*", "4: channel", "e-mail"),
                new Bad(
                        "required-items",
                        "required,because",
                        "needed,because",
                        "1: needed: the hub does not know this output"),
                new Bad("routing", ",,klh,", ",,klhk-lama,", "24: lead: no such agency: klhk-lama"),
                unknown("routing", "contains:BEFORE_COURT", "contains:COURT", "6: grounds", "court"),
                new Bad(
                        "standing-directions",
                        "*,*,*,*,,,,,,,\"",
                        "*,*,*,*,,,Deputi,,,,\"",
                        "2: by, date, document: all of them or none"),
                unknown("terms", "ISSUE,,,14", "ISSUE,,,empat belas", "2: days", "empat belas"),
                new Bad(
                        "terms",
                        "SUPPLEMENT,,,10",
                        "SUPPLEMENT,,,",
                        "3: days: SUPPLEMENT needs a number of working days"),
                unknown("time-zones", "Asia/Makassar", "Asia/Ujungpandang", "2: zone", "Asia/Ujungpandang"));
    }

    private static Bad unknown(String table, String good, String bad, String place, String word) {
        return new Bad(table, good, bad, place + ": the hub does not know '" + word + "'");
    }

    @BeforeEach
    void copy() throws IOException {
        for (Path table : real()) {
            Files.copy(table, folder.resolve(table.getFileName()));
        }
    }

    @ParameterizedTest
    @MethodSource("everyTable")
    void aBadTableIsRefusedAtTheStartAndByARunningHub(Bad bad) throws IOException {
        var running = new Tables();
        openAll(running);
        List<Tables.InUse> before = running.inUse();
        change("terms", "RESOLVE,,,14", "RESOLVE,,,13");
        change(bad.table(), bad.good(), bad.bad());
        String said = folder.resolve(bad.table() + ".csv") + ":" + bad.problem();

        Tables.Reload reload = running.reload(change -> {
            change.run();
            return true;
        });

        assertThat(reload.problems()).anySatisfy(problem -> assertThat(problem).startsWith(said));
        assertThat(running.inUse()).isEqualTo(before);
        assertThatThrownBy(() -> openAll(new Tables()))
                .isInstanceOf(MappingBroken.class)
                .hasMessageContaining(said);
    }

    @Test
    void everyTableIsKeptUpToDateAndHasABadExample() throws IOException {
        var tables = new Tables();
        openAll(tables);
        List<String> names = real().stream()
                .map(file -> String.valueOf(file.getFileName()).replace(".csv", ""))
                .toList();

        assertThat(tables.inUse()).extracting(Tables.InUse::table).containsExactlyInAnyOrderElementsOf(names);
        assertThat(everyTable().map(Bad::table).distinct()).containsExactlyInAnyOrderElementsOf(names);
    }

    private void openAll(Tables tables) {
        var all = new DeskTables(folder, tables, DIRECTORY);
        all.requirements();
        all.matching();
        all.judging();
        all.alarms();
        all.terms();
        all.reminders();
        all.routing();
        all.disclosure();
        all.progresses();
    }

    private void change(String table, String from, String to) throws IOException {
        Path file = folder.resolve(table + ".csv");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(file, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private static List<Path> real() throws IOException {
        try (var files = Files.list(REAL)) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList();
        }
    }
}
