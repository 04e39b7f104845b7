package id.go.setneg.dumas.progress;

import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import id.go.setneg.dumas.mapping.TableChecks;
import id.go.setneg.dumas.mapping.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words of the table {@code desk/progress} as they are on one day. */
record Wording(DecisionTable table, LocalDate on) {

    /** What the table may say. */
    static final Tables.Check CHECK = TableChecks.all(
            TableChecks.columns(List.of("about", "what", "agency"), List.of("words", "next")),
            TableChecks.asks("about", Set.of("CHANNEL", "ITEM", "STATE", "STEP")),
            TableChecks.asks("agency", Set.of("named", "withheld")),
            Wording::places);

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*}");
    private static final Set<String> PLACES = Set.of("{channel}", "{items}", "{agency}");

    /** The words for something; empty when nothing is to be told of it. */
    String words(String about, String what, boolean isAgencyNamed) {
        return decision(about, what, isAgencyNamed).output("words");
    }

    /** What happens next in a state; empty when nothing does. */
    String next(String state) {
        return decision("STATE", state, false).output("next");
    }

    /** A citizen never reads braces. */
    private static List<String> places(DecisionTable candidate) {
        return candidate.decisions().stream()
                .flatMap(row -> PLACE.matcher(row.output("words"))
                        .results()
                        .map(MatchResult::group)
                        .filter(place -> !PLACES.contains(place))
                        .map(place -> row.line() + ": words: the hub does not know " + place))
                .toList();
    }

    private Decision decision(String about, String what, boolean isAgencyNamed) {
        return table.decide(Map.of("about", about, "what", what, "agency", isAgencyNamed ? "named" : "withheld"), on);
    }
}
