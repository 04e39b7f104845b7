package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What is stored of one case at one moment.
 *
 * @param head the hash of the last entry, from which the whole journal can be proved
 * @param entries the journal, oldest first
 * @param complaints what its submissions say, oldest first; of a record that came in several versions, the newest
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record History(CaseNumber number, byte[] head, List<Entry> entries, List<Complaint> complaints) {

    /**
     * A fact and when it was written down.
     *
     * @param at UTC
     */
    public record Entry(OffsetDateTime at, CaseEvent event) {}

    public History {
        entries = List.copyOf(entries);
        complaints = List.copyOf(complaints);
    }

    @Override
    public String toString() {
        return "History[" + number + ", " + entries.size() + "]";
    }
}
