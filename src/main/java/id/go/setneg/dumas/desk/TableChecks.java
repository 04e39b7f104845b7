package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Directory;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the desk's tables may say: words that it does not know are refused before a case meets them. */
final class TableChecks {

    private TableChecks() {}

    /** Rows that ask for items that the hub does not know. */
    static List<String> items(DecisionTable table) {
        Set<String> known = Arrays.stream(RequiredItem.values()).map(Enum::name).collect(Collectors.toSet());
        return unknown(table, "required", known::contains);
    }

    /** Rows that lead to agencies that the directory does not have. */
    static List<String> agencies(DecisionTable table, Directory directory) {
        Set<String> known = directory.agencies().stream()
                .map(agency -> agency.code().value())
                .collect(Collectors.toSet());
        return unknown(table, "agency", word -> word.isEmpty() || known.contains(word));
    }

    private static List<String> unknown(DecisionTable table, String column, Predicate<String> isKnown) {
        return table.decisions().stream()
                .flatMap(row -> Arrays.stream(row.output(column).split("\\|", -1))
                        .filter(isKnown.negate())
                        .map(word -> row.line() + ": " + column + ": the hub does not know '" + word + "'"))
                .toList();
    }
}
