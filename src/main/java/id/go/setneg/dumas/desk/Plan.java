package id.go.setneg.dumas.desk;

import id.go.setneg.dumas.agency.Agency;
import id.go.setneg.dumas.complaint.Basis;
import id.go.setneg.dumas.complaint.Explanation;
import id.go.setneg.dumas.complaint.Referral;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a case goes.
 *
 * @param steps the agencies, the leading one first; perhaps only some that are informed
 * @param left why a person has to name an agency; absent when one is asked
 */
record Plan(List<Step> steps, @Nullable Left left) {

    Plan {
        steps = List.copyOf(steps);
    }

    /** One agency, what it is asked, and why. */
    record Step(Agency agency, Referral.Kind kind, Basis basis, Explanation explanation) {}

    /** No rule names an agency that may be asked. */
    record Left(Basis basis, Explanation explanation) {}
}
