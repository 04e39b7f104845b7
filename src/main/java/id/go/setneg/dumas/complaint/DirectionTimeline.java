package id.go.setneg.dumas.complaint;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Since when a case has the direction that is in force, and since when it has none again. What a case says of itself comes
 * before what the cases that are part of it say. Where nobody noted when the case got it, the direction's own day counts.
 */
final class DirectionTimeline {

    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    private final Map<CaseNumber, Complaint.Direction> ofParts = new LinkedHashMap<>();
    private final Set<Complaint.Direction> withdrawn = new HashSet<>();
    private Complaint.@Nullable Direction own;
    private @Nullable OffsetDateTime notedAt;
    private @Nullable OffsetDateTime withdrawnAt;

    void give(Complaint.Direction given, OffsetDateTime at) {
        own = given;
        notedAt = at;
    }

    void withdraw(Complaint.Direction taken, OffsetDateTime at) {
        own = null;
        withdrawn.add(taken);
        withdrawnAt = at;
    }

    void join(CaseEvent.CaseJoined part) {
        if (part.direction() != null) {
            ofParts.put(part.from(), part.direction());
        }
    }

    void part(CaseEvent.CaseParted part) {
        ofParts.remove(part.to());
        if (part.direction() == null || !part.direction().equals(own)) {
            own = part.direction();
            notedAt = null;
        }
    }

    Optional<LocalDate> on() {
        return inForce().map(Complaint.Direction::date);
    }

    Optional<OffsetDateTime> notedAt() {
        return own != null && notedAt != null
                ? Optional.of(notedAt)
                : on().map(date -> date.atStartOfDay(WIB).toOffsetDateTime());
    }

    Optional<OffsetDateTime> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    private Optional<Complaint.Direction> inForce() {
        return own != null
                ? Optional.of(own)
                : ofParts.values().stream()
                        .filter(given -> !withdrawn.contains(given))
                        .findFirst();
    }
}
