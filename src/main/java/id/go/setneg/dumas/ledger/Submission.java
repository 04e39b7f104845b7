package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import java.util.UUID;

/**
 * One arrival by one channel. It is the same as an earlier one when source, reference and canonical form are the same.
 *
 * @param feed the feed that brought it
 * @param canonical the complaint as canonical JSON; its bytes are the version
 * @param record the source's own record, unchanged
 * @param because which rule took it for a submission, without personal data
 * @param mayBeAnswered whether its writer wants to be told that it arrived
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Submission(
        UUID id,
        String feed,
        Complaint complaint,
        byte[] canonical,
        byte[] record,
        String because,
        boolean mayBeAnswered) {

    public Submission(UUID id, String feed, Complaint complaint, byte[] canonical, byte[] record) {
        this(id, feed, complaint, canonical, record, "received", true);
    }

    @Override
    public String toString() {
        return "Submission[" + id + "]";
    }
}
