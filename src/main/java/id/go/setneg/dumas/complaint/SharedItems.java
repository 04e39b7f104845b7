package id.go.setneg.dumas.complaint;

import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the cases of one matter hold together. Evidence counts for all of them. What belongs to a person (name, address,
 * signature, power of attorney) counts only among cases of that person: nobody is identified by the papers of another
 * (UU 27/2022). The matter is complete as soon as one of its cases is by what counts for it.
 */
final class SharedItems {

    private final HeldItems own;
    private final List<HeldItems> parts;
    private final Set<RequiredItem> rejected;

    /**
     * @param own of the whole itself
     * @param rejected what a person found to be none since the cases are one
     */
    SharedItems(HeldItems own, List<HeldItems> parts, Set<RequiredItem> rejected) {
        this.own = own;
        this.parts = parts;
        this.rejected = rejected;
    }

    /** What is still missing, or since when nothing is; none when nothing is asked of any of the cases. */
    Optional<CaseEvent.ItemsTogether> assess() {
        List<HeldItems> asked = Stream.concat(Stream.of(own), parts.stream())
                .filter(one -> !one.required().isEmpty())
                .toList();
        Optional<OffsetDateTime> since = asked.stream()
                .filter(one -> missing(one).isEmpty())
                .map(this::lastNeeded)
                .min(OffsetDateTime::compareTo);
        return since.map(at -> new CaseEvent.ItemsTogether(Set.of(), at))
                .or(() -> asked.stream().findFirst().map(one -> new CaseEvent.ItemsTogether(missing(one), null)));
    }

    /** What counts for the whole. */
    Map<RequiredItem, OffsetDateTime> counting() {
        return counting(own);
    }

    private Set<RequiredItem> missing(HeldItems one) {
        Set<RequiredItem> missing = EnumSet.copyOf(one.required());
        missing.removeAll(counting(one).keySet());
        return missing;
    }

    private OffsetDateTime lastNeeded(HeldItems one) {
        Map<RequiredItem, OffsetDateTime> counting = counting(one);
        return one.required().stream()
                .map(counting::get)
                .filter(Objects::nonNull)
                .max(OffsetDateTime::compareTo)
                .orElseThrow();
    }

    private Map<RequiredItem, OffsetDateTime> counting(HeldItems one) {
        Map<RequiredItem, OffsetDateTime> counting = new EnumMap<>(RequiredItem.class);
        add(counting, one, own);
        parts.forEach(part -> add(counting, one, part));
        return counting;
    }

    private void add(Map<RequiredItem, OffsetDateTime> counting, HeldItems to, HeldItems from) {
        from.arrivals().forEach((item, at) -> {
            boolean counts = item.isOfMatter() || from.equals(to) || (from.samePerson() && to.samePerson());
            boolean stands = from.equals(own) || !rejected.contains(item);
            if (counts && stands) {
                counting.merge(item, at, (some, other) -> some.isAfter(other) ? other : some);
            }
        });
    }
}
