package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;

/**
 * What one of several cases on one matter asks, and what it has.
 *
 * @param required what it must hold, empty when nothing is asked of it
 * @param arrivals what it holds, and since when
 * @param samePerson whether its complainant is that of the whole, by NIK, mail address or telephone
 */
public record HeldItems(Set<RequiredItem> required, Map<RequiredItem, OffsetDateTime> arrivals, boolean samePerson) {

    public HeldItems {
        required = Set.copyOf(required);
        arrivals = Map.copyOf(arrivals);
    }
}
