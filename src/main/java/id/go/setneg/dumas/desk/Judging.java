package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Eligibility;
import id.go.setneg.dumas.complaint.Ground;
import id.go.setneg.dumas.complaint.Verdict;
import id.go.setneg.dumas.mapping.Decision;
import id.go.setneg.dumas.mapping.DecisionTable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the tables say of a complaint as a whole: whether it is followed up (SK Asdep Dumas 4/2022, procedure 3 to 5), and
 * whether its kind was directed in advance (requirement 1c).
 */
final class Judging {

    private final DecisionTable eligibility;
    private final DecisionTable directions;

    Judging(DecisionTable eligibility, DecisionTable directions) {
        this.eligibility = eligibility;
        this.directions = directions;
    }

    Verdict verdict(Complaint complaint) {
        Decision decision = Facts.of(complaint).decide(eligibility);
        return new Verdict(
                Eligibility.valueOf(decision.output("outcome")),
                Ground.valueOf(decision.output("ground")),
                false,
                basis(decision));
    }

    /** Every ground that the table sees, not only that of the first row. */
    Set<Ground> grounds(Complaint complaint) {
        return Facts.of(complaint)
                .all(eligibility)
                .map(decision -> Ground.valueOf(decision.output("ground")))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)));
    }

    /** The direction that the Deputy gave in advance for cases of this kind, and the row that says so. */
    Optional<Standing> direction(Complaint complaint) {
        Decision decision = Facts.of(complaint).decide(directions);
        String by = decision.output("by");
        return by.isEmpty()
                ? Optional.empty()
                : Optional.of(new Standing(
                        new Complaint.Direction(
                                by,
                                LocalDate.parse(decision.output("date")),
                                decision.output("instruction"),
                                decision.output("document")),
                        basis(decision)));
    }

    /** The row that says of cases of this kind whether they are directed in advance. */
    Basis standing(Complaint complaint) {
        return basis(Facts.of(complaint).decide(directions));
    }

    /** A direction in advance. */
    record Standing(Complaint.Direction direction, Basis basis) {}

    static Basis basis(Decision decision) {
        return new Basis(decision.table(), decision.version(), decision.line(), decision.because());
    }
}
