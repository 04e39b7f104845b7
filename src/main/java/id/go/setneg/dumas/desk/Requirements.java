package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.ComplainantKind;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.RequiredItem;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which items a file needs, by channel, kind of complainant and day of arrival (SK Asdep Dumas 4/2022, requirement 1b, and
 * what was published with it).
 */
final class Requirements {

    private final DecisionTable kinds;
    private final DecisionTable items;

    Requirements(DecisionTable kinds, DecisionTable items) {
        this.kinds = kinds;
        this.items = items;
    }

    Set<RequiredItem> of(Complaint complaint) {
        Set<RequiredItem> required = EnumSet.noneOf(RequiredItem.class);
        for (String item : row(complaint).output("required").split("\\|", -1)) {
            required.add(RequiredItem.valueOf(item));
        }
        return required;
    }

    /** The row that says so. */
    Basis basis(Complaint complaint) {
        return Judging.basis(row(complaint));
    }

    private Decision row(Complaint complaint) {
        Facts facts = Facts.of(complaint);
        var kind = ComplainantKind.valueOf(facts.decide(kinds).output("complainantKind"));
        return facts.with("complainantKind", kind).decide(items);
    }
}
