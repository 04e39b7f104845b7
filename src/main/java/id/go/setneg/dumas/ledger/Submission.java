package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One arrival by one channel. It is the same as an earlier one when source, reference and canonical form are the same.
 *
 * @param feed the feed that brought it
 * @param canonical the complaint as canonical JSON; its bytes are the version
 * @param record the source's own record, unchanged
 * @param because which rule took it for a submission, without personal data
 * @param mayBeAnswered whether its writer wants to be told that it arrived
 * @param understood how the record was understood, absent where nobody said
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Submission(
        UUID id,
        String feed,
        Complaint complaint,
        byte[] canonical,
        byte[] record,
        String because,
        boolean mayBeAnswered,
        @Nullable Understood understood) {

    /**
     * How a record was understood.
     *
     * @param mapping the mapping's name
     * @param zone of its times without offset
     */
    public record Understood(String mapping, ZoneId zone) {}

    public Submission(UUID id, String feed, Complaint complaint, byte[] canonical, byte[] record) {
        this(id, feed, complaint, canonical, record, "received", true, null);
    }

    /** The case whose number the record names; nothing proves that its writer may. */
    Optional<CaseNumber> namedCase() {
        return Optional.ofNullable(complaint.caseReference()).flatMap(CaseNumber::in);
    }

    @Override
    public String toString() {
        return "Submission[" + id + "]";
    }
}
