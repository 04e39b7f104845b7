package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.CaseEvent;
import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.Deadline;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored of one case at one moment, for who has to decide about it; times in UTC.
 *
 * @param partOf the case that it is directly part of, absent when none
 * @param parts the cases that are part of it, also those that are part of one of these
 * @param journal its own facts, oldest first; those of a part stand with the part
 * @param submissions of the case and its parts, oldest first; of a record that came in several versions, the newest
 * @param deliveries of the case and its parts, oldest first
 */
public record Dossier(
        CaseNumber number,
        @Nullable CaseNumber partOf,
        List<CaseNumber> parts,
        OffsetDateTime openedAt,
        CaseFile file,
        List<Fact> journal,
        List<Received> submissions,
        List<Deadline> deadlines,
        List<Sent> deliveries) {

    public Dossier {
        parts = List.copyOf(parts);
        journal = List.copyOf(journal);
        submissions = List.copyOf(submissions);
        deadlines = List.copyOf(deadlines);
        deliveries = List.copyOf(deliveries);
    }

    /** A fact, who caused it and which rule says so. */
    public record Fact(int seq, OffsetDateTime at, String actor, String because, CaseEvent event) {}

    /**
     * A submission.
     *
     * @param on the case with which it is kept
     * @param lost whether it counts no more: its source deleted it, or it is on another case now
     */
    public record Received(
            UUID id,
            CaseNumber on,
            String feed,
            int version,
            OffsetDateTime storedAt,
            boolean lost,
            Complaint complaint) {}

    /**
     * A message of ours.
     *
     * @param on the case with which it is kept
     * @param reason why it is held, or failed last, without personal data
     */
    public record Sent(
            UUID id,
            CaseNumber on,
            String destination,
            String kind,
            String state,
            int attempts,
            @Nullable String reason,
            @Nullable UUID referral,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime settledAt) {}

    @Override
    public String toString() {
        return "Dossier[" + number + "]";
    }
}
