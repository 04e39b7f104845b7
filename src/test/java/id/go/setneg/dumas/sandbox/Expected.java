package id.go.setneg.dumas.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the hub ought to make of some inputs.
 *
 * @param records source → references of the distinct records that become submissions
 * @param parked references of the records that must be parked
 * @param ignored references of automatic answers
 * @param hidden names of persons that no agency may ever read (anonim)
 */
public record Expected(Map<String, Set<String>> records, Set<String> parked, Set<String> ignored, Set<String> hidden) {

    static Expected of(List<Input> inputs) {
        var records = new TreeMap<String, Set<String>>();
        var parked = new TreeSet<String>();
        var ignored = new TreeSet<String>();
        var hidden = new TreeSet<String>();
        for (Input input : inputs) {
            switch (input.nature()) {
                case HOSTILE -> parked.add(input.reference());
                case AUTO_REPLY -> ignored.add(input.reference());
                case ORDINARY,
                        UNDIRECTED,
                        INCOMPLETE,
                        CONFIDENTIAL,
                        COPY_ONLY,
                        UNKNOWN_AGENCY,
                        ANONYMOUS,
                        SECRET,
                        ANONYMOUS_AND_SECRET,
                        TWICE ->
                    records.computeIfAbsent(input.source(), source -> new TreeSet<>())
                            .add(input.reference());
            }
            if (input.nature() == Nature.ANONYMOUS || input.nature() == Nature.ANONYMOUS_AND_SECRET) {
                hidden.add(input.person());
            }
        }
        return new Expected(records, parked, ignored, hidden);
    }

    /** How many distinct records become submissions. */
    public int count() {
        return records.values().stream().mapToInt(Set::size).sum();
    }
}
