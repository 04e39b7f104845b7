package id.go.setneg.dumas.evaluation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Many numbers of days in little memory, for their median and largest: exact up to ten years. */
final class Days {

    private static final int MOST = 3660;

    private int[] counts = new int[16];
    private long total;

    void add(long days) {
        int day = Math.clamp(days, 0, MOST);
        if (day >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(day + 1, 2 * counts.length));
        }
        counts[day]++;
        total++;
    }

    long total() {
        return total;
    }

    /** The smallest number that at least half of all do not exceed. */
    @Nullable
    Integer median() {
        long seen = 0;
        for (int day = 0; day < counts.length; day++) {
            seen += counts[day];
            if (total > 0 && 2 * seen >= total) {
                return day;
            }
        }
        return null;
    }

    @Nullable
    Integer largest() {
        for (int day = counts.length - 1; day >= 0; day--) {
            if (counts[day] > 0) {
                return day;
            }
        }
        return null;
    }
}
