package id.go.setneg.dumas.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was measured in one round, or in several.
 *
 * @param took nanoseconds of each complaint, from the source's page (the bare loop: from its first row) to the stored outcome
 * @param nanos from the first start to the last stored outcome; over several rounds the sum
 */
record Figures(long[] took, long nanos) {

    static Figures of(long[] startNanos, long[] endNanos) {
        long[] took = new long[endNanos.length];
        Arrays.setAll(took, i -> endNanos[i] - startNanos[i]);
        return new Figures(took, endNanos[endNanos.length - 1] - startNanos[0]);
    }

    static Figures together(List<Figures> rounds) {
        return new Figures(
                rounds.stream()
                        .flatMapToLong(round -> LongStream.of(round.took))
                        .toArray(),
                rounds.stream().mapToLong(Figures::nanos).sum());
    }

    double perSecond() {
        return took.length / (nanos / 1e9);
    }

    /** Milliseconds that this share of the complaints did not exceed. */
    double millisOf(double share) {
        long[] sorted = took.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
