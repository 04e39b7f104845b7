package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Records in the order of their last change, which is how the outside systems list them. */
final class Shelf {

    /**
     * @param changed to the second
     * @param sequence orders records that changed within the same second
     */
    record Item(String reference, Instant changed, long sequence, ObjectNode record) {}

    private final Clock clock;
    private final Map<String, Item> byReference = new HashMap<>();
    private final TreeSet<Item> byChange =
            new TreeSet<>(Comparator.comparing(Item::changed).thenComparing(Item::sequence));
    private long sequence;

    Shelf(Clock clock) {
        this.clock = clock;
    }

    /** Lays a record on the shelf, or a new version of it; it has changed now. */
    synchronized Item put(String reference, ObjectNode record) {
        var item = new Item(reference, clock.instant().truncatedTo(ChronoUnit.SECONDS), ++sequence, record.deepCopy());
        Item former = byReference.put(reference, item);
        if (former != null) {
            byChange.remove(former);
        }
        byChange.add(item);
        return item;
    }

    /** Takes a record away; false when there is none such. */
    synchronized boolean remove(String reference) {
        Item former = byReference.remove(reference);
        return former != null && byChange.remove(former);
    }

    synchronized Optional<Item> find(String reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    /** Page 1, 2, … of what changed at or after an instant. */
    synchronized List<Item> page(Instant since, int page, int size) {
        return byChange.tailSet(new Item("", since, 0, Json.object())).stream()
                .skip((page - 1L) * size)
                .limit(size)
                .toList();
    }

    synchronized Set<String> references() {
        return Set.copyOf(byReference.keySet());
    }
}
