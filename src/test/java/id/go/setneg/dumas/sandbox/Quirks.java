package id.go.setneg.dumas.sandbox;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** When which quirk shows: the same seed and the same requests give the same quirks. */
final class Quirks {

    private final Map<Quirk, Integer> offsets = new EnumMap<>(Quirk.class);
    private final Map<Quirk, Integer> requests = new EnumMap<>(Quirk.class);
    private final Map<Quirk, Integer> shown = new EnumMap<>(Quirk.class);
    private final Set<Quirk> on = EnumSet.allOf(Quirk.class);

    Quirks(long seed) {
        for (Quirk quirk : Quirk.values()) {
            offsets.put(quirk, new Random(seed + quirk.ordinal() * 7_919L).nextInt(quirk.every()));
        }
    }

    synchronized void off(Set<Quirk> quirks) {
        on.removeAll(quirks);
    }

    synchronized void on(Set<Quirk> quirks) {
        on.addAll(quirks);
    }

    /** Counts a request for a quirk and tells whether it shows now. */
    synchronized boolean shows(Quirk quirk) {
        int request = requests.merge(quirk, 1, Integer::sum);
        boolean shows = on.contains(quirk) && (request + offsets.getOrDefault(quirk, 0)) % quirk.every() == 0;
        if (shows) {
            shown.merge(quirk, 1, Integer::sum);
        }
        return shows;
    }

    /** Quirk → how often it has shown. */
    synchronized Map<Quirk, Integer> shown() {
        var copy = new EnumMap<Quirk, Integer>(Quirk.class);
        copy.putAll(shown);
        return copy;
    }
}
