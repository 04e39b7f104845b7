package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import java.util.UUID;

/** A submission of a case, opened. */
public record StoredSubmission(UUID id, Complaint complaint) {

    boolean is(String source, String reference) {
        return complaint.source().equals(source) && complaint.reference().equals(reference);
    }

    /** Whether it is a version of the same record. */
    public boolean isSameRecord(Complaint other) {
        return is(other.source(), other.reference());
    }

    @Override
    public String toString() {
        return "StoredSubmission[" + id + "]";
    }
}
