package id.go.setneg.dumas.sandbox;

import java.util.Map;
import java.util.TreeMap;

/** Counts how often something was acted upon, and how often it was only recognised as a repetition. */
final class Tally {

    private final Map<String, Integer> acted = new TreeMap<>();
    private final Map<String, Integer> repeated = new TreeMap<>();

    synchronized void act(String id) {
        acted.merge(id, 1, Integer::sum);
    }

    synchronized void repeat(String key) {
        repeated.merge(key, 1, Integer::sum);
    }

    /** Id → times; more than 1 means that something was done twice. */
    synchronized Map<String, Integer> acted() {
        return new TreeMap<>(acted);
    }

    /** Key → times it came again and changed nothing. */
    synchronized Map<String, Integer> repeated() {
        return new TreeMap<>(repeated);
    }
}
