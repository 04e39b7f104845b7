package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.Channel;
import id.go.setneg.dumas.complaint.ComplainantKind;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import id.go.setneg.dumas.progress.Progresses;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The desk's decision tables, each with what its words must be. */
record DeskTables(Path folder, Tables tables, Directory directory) {

    Requirements requirements() {
        return new Requirements(
                open(
                        "complainant-kinds",
                        aboutComplaint("complainantKind"),
                        TableChecks.of("complainantKind", ComplainantKind.class)),
                open(
                        "required-items",
                        TableChecks.columns(with(Facts.COLUMNS, "complainantKind"), List.of("required")),
                        TableChecks.asks("channel", Channel.class),
                        TableChecks.asks("complainantKind", ComplainantKind.class),
                        TableChecks.several("required", RequiredItem.class)));
    }

    Matching matching() {
        return new Matching(directory, open("linking", Matching.CHECK));
    }

    Judging judging() {
        return new Judging(
                open(
                        "eligibility",
                        aboutComplaint("outcome", "ground"),
                        TableChecks.of("outcome", Eligibility.class),
                        TableChecks.of("ground", Ground.class)),
                open(
                        "standing-directions",
                        aboutComplaint("by", "date", "document", "instruction"),
                        TableChecks.together("by", "date", "document"),
                        TableChecks.optional("date", LocalDate::parse)));
    }

    DecisionTable alarms() {
        return open(
                "alarms",
                TableChecks.columns(with(Facts.COLUMNS, Alarms.SUPPLEMENT), List.of("alarm", "role")),
                words(),
                TableChecks.asks(Alarms.SUPPLEMENT, Set.of("yes", "no")),
                TableChecks.together("alarm", "role"),
                TableChecks.optional("alarm", Alarm.class),
                TableChecks.optional("role", RoleSettings.NAMES)); // a mistyped one would tell nobody
    }

    TermTables terms() {
        return new TermTables(
                open("terms", TermTables.TERMS),
                open("office-hours", TermTables.HOURS),
                open("time-zones", TermTables.ZONES),
                directory);
    }

    DecisionTable reminders() {
        return open(
                "reminders",
                TableChecks.columns(List.of("clock", "late"), List.of("stage", "role")),
                TableChecks.asks("clock", Deadline.Kind.class),
                TableChecks.together("stage", "role"),
                TableChecks.optional("stage", Reminders.STAGES));
    }

    RoutingTable routing() {
        return new RoutingTable(
                open("routing", table -> RoutingTable.problems(table, directory)), directory, judging());
    }

    Disclosure disclosure() {
        return new Disclosure(open("disclosure", Disclosure::problems), directory);
    }

    Progresses progresses() {
        return Progresses.open(tables, folder.resolve("progress.csv"), directory);
    }

    private DecisionTable open(String name, Tables.Check... checks) {
        return tables.open(folder.resolve(name + ".csv"), TableChecks.all(checks));
    }

    /** It asks about a complaint and says these. */
    private static Tables.Check aboutComplaint(String... outputs) {
        return TableChecks.all(TableChecks.columns(Facts.COLUMNS, List.of(outputs)), words());
    }

    /** What columns about a complaint may be asked for. */
    private static Tables.Check words() {
        return TableChecks.all(
                TableChecks.asks("channel", Channel.class),
                TableChecks.asks("kind", Complaint.Matter.Kind.class),
                TableChecks.asks("copyOnly", Set.of("true", "false")),
                TableChecks.asks("anonymous", Set.of("true", "false")));
    }

    private static List<String> with(Set<String> columns, String another) {
        return Stream.concat(columns.stream(), Stream.of(another)).toList();
    }
}
