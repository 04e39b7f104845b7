package id.go.setneg.dumas.bench;

import java.util.Arrays;

/**
 * What was measured.
 *
 * @param perSecond complaints from the first to the last stored outcome
 * @param p50 milliseconds from the source's page (the bare loop: from the first row) to the stored outcome
 */
record Figures(int count, double perSecond, double p50, double p99) {

    static Figures of(long[] startNanos, long[] endNanos) {
        long[] took = new long[endNanos.length];
        for (int i = 0; i < took.length; i++) {
            took[i] = endNanos[i] - startNanos[i];
        }
        Arrays.sort(took);
        double seconds = (endNanos[endNanos.length - 1] - startNanos[0]) / 1e9;
        return new Figures(took.length, took.length / seconds, at(took, 0.5), at(took, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
}
