package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.Complaint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A submission of a case, opened. */
public record StoredSubmission(UUID id, Complaint complaint) {

    boolean is(String source, String reference) {
        return complaint.source().equals(source) && complaint.reference().equals(reference);
    }

    private record Key(String source, String reference) {}

    /** Of each record that came in several versions, the newest, where the first one stood. */
    static List<StoredSubmission> newest(List<StoredSubmission> all) {
        Map<Key, StoredSubmission> newest = new LinkedHashMap<>();
        all.forEach(one ->
                newest.put(new Key(one.complaint().source(), one.complaint().reference()), one));
        return List.copyOf(newest.values());
    }

    /** The same without what the case lost: what is on another case now, and what its source deleted. */
    static List<StoredSubmission> present(List<StoredSubmission> all, CaseFile file) {
        return newest(all).stream().filter(one -> !file.hasLost(one.id())).toList();
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
