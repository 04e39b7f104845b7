package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.Alarm;
import id.go.setneg.dumas.complaint.ComplainantKind;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.Tables;
import id.go.setneg.dumas.progress.Progresses;
import java.nio.file.Path;
import java.util.List;

/** The desk's decision tables, each with what its words must be. */
record DeskTables(Path folder, Tables tables, Directory directory) {

    Requirements requirements() {
        return new Requirements(
                open("complainant-kinds", TableChecks.of("complainantKind", ComplainantKind.class)),
                open(
                        "required-items",
                        TableChecks.all(TableChecks.of("required", RequiredItem.class), TableChecks.number("days"))));
    }

    Matching matching() {
        return new Matching(directory, open("linking", table -> List.of()));
    }

    Judging judging() {
        return new Judging(
                open(
                        "eligibility",
                        TableChecks.all(
                                TableChecks.of("outcome", Eligibility.class), TableChecks.of("ground", Ground.class))),
                open("alarms", TableChecks.optional("alarm", Alarm.class)),
                open("standing-directions", TableChecks.optionalDay("date")));
    }

    RoutingTable routing() {
        return new RoutingTable(open("routing", table -> RoutingTable.problems(table, directory)), directory);
    }

    Disclosure disclosure() {
        return new Disclosure(open("disclosure", Disclosure::problems), directory);
    }

    Progresses progresses() {
        return new Progresses(open("progress", table -> List.of()), directory);
    }

    private DecisionTable open(String name, Tables.Check check) {
        return tables.open(folder.resolve(name + ".csv"), check);
    }
}
