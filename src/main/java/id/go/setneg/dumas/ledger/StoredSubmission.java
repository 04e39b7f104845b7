package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A submission of a case, opened. */
public record StoredSubmission(UUID id, Complaint complaint) {

    boolean is(String source, String reference) {
        return complaint.source().equals(source) && complaint.reference().equals(reference);
    }

    /** Of each record that came in several versions, the newest. */
    static List<StoredSubmission> newest(List<StoredSubmission> all) {
        List<StoredSubmission> newest = new ArrayList<>();
        for (StoredSubmission one : all) {
            newest.removeIf(
                    older -> older.is(one.complaint().source(), one.complaint().reference()));
            newest.add(one);
        }
        return newest;
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
