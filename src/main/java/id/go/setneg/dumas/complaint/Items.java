package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the file of one case must hold, when each item arrived, and since when nothing is missing. */
final class Items {

    /** With what a person found. */
    private static final UUID FOUND = new UUID(0, 0);

    private final Set<RequiredItem> required = EnumSet.noneOf(RequiredItem.class);
    private final Map<UUID, Map<RequiredItem, OffsetDateTime>> arrivals = new LinkedHashMap<>();
    private final Set<RequiredItem> missing = EnumSet.noneOf(RequiredItem.class);
    private @Nullable OffsetDateTime completeSince;
    private int rounds;

    /** The first submission says what is asked. */
    void require(Set<RequiredItem> items) {
        if (required.isEmpty()) {
            required.addAll(items);
        }
    }

    /** A submission brought items. */
    void arrived(UUID submission, Set<RequiredItem> items, OffsetDateTime at) {
        for (RequiredItem item : items) {
            earliest(arrivals.computeIfAbsent(submission, none -> new EnumMap<>(RequiredItem.class)), item, at);
        }
    }

    /** What the former version brought stays. */
    void corrected(CaseEvent.SubmissionCorrected newer) {
        Map<RequiredItem, OffsetDateTime> before = arrivals.remove(newer.former());
        if (before != null) {
            before.forEach((item, at) -> arrived(newer.submission(), Set.of(item), at));
        }
        arrived(newer.submission(), newer.provided(), newer.at());
    }

    /** A person found items. */
    void found(Set<RequiredItem> items, OffsetDateTime at) {
        arrived(FOUND, items, at);
    }

    void reject(Set<RequiredItem> items) {
        arrivals.values().forEach(brought -> brought.keySet().removeAll(items));
    }

    /** What a submission brought leaves with it. */
    void leave(UUID submission) {
        arrivals.remove(submission);
    }

    /** An item counts from its first arrival. */
    private static void earliest(Map<RequiredItem, OffsetDateTime> all, RequiredItem item, OffsetDateTime at) {
        all.merge(item, at, (one, other) -> one.isAfter(other) ? other : one);
    }

    void miss(Set<RequiredItem> items) {
        missing.clear();
        missing.addAll(items);
        completeSince = null;
    }

    void complete(OffsetDateTime since) {
        missing.clear();
        completeSince = since;
    }

    void asked() {
        rounds++;
    }

    /** The fact that follows from what is there now, none when it was said before. */
    Optional<CaseEvent> assess() {
        Set<RequiredItem> lacking = EnumSet.copyOf(required);
        lacking.removeAll(arrivals().keySet());
        if (lacking.isEmpty()) {
            return completeSince == null ? Optional.of(new CaseEvent.CaseCompleted(lastNeeded())) : Optional.empty();
        }
        return lacking.equals(missing) ? Optional.empty() : Optional.of(new CaseEvent.ItemsMissing(lacking));
    }

    private OffsetDateTime lastNeeded() {
        return arrivals().entrySet().stream()
                .filter(arrival -> required.contains(arrival.getKey()))
                .map(Map.Entry::getValue)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
    }

    /** What it asks, if anything is to be asked, and holds. */
    HeldItems holding(boolean isAsked) {
        return new HeldItems(isAsked ? required : Set.of(), arrivals(), true);
    }

    /** When each item that is there arrived. */
    Map<RequiredItem, OffsetDateTime> arrivals() {
        Map<RequiredItem, OffsetDateTime> all = new EnumMap<>(RequiredItem.class);
        arrivals.values().forEach(brought -> brought.forEach((item, at) -> earliest(all, item, at)));
        return all;
    }

    boolean isAsked() {
        return !required.isEmpty();
    }

    Set<RequiredItem> missing() {
        return Set.copyOf(missing);
    }

    Optional<OffsetDateTime> completeSince() {
        return Optional.ofNullable(completeSince);
    }

    int rounds() {
        return rounds;
    }

    Items copy() {
        var copy = new Items();
        copy.required.addAll(required);
        arrivals.forEach((submission, brought) -> copy.arrivals.put(submission, new EnumMap<>(brought)));
        copy.missing.addAll(missing);
        copy.completeSince = completeSince;
        copy.rounds = rounds;
        return copy;
    }
}
