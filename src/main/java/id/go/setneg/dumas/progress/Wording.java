package id.go.setneg.dumas.progress;

import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.LocalDate;
import java.util.Map;

/** The words of the table {@code desk/progress} as they are on one day. */
record Wording(DecisionTable table, LocalDate on) {

    /** The words for something; empty when nothing is to be told of it. */
    String words(String about, String what, boolean isAgencyNamed) {
        return decision(about, what, isAgencyNamed).output("words");
    }

    /** What happens next in a state; empty when nothing does. */
    String next(String state) {
        return decision("STATE", state, false).output("next");
    }

    private Decision decision(String about, String what, boolean isAgencyNamed) {
        return table.decide(Map.of("about", about, "what", what, "agency", isAgencyNamed ? "named" : "withheld"), on);
    }
}
