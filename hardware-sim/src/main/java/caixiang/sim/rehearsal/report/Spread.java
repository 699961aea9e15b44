package caixiang.sim.rehearsal.report;

import java.util.OptionalLong;
import java.util.stream.Stream;

/** Median and 95th percentile of measured times, by nearest rank: a value that was really measured. */
final class Spread {
    private Spread() {}

    static String words(Stream<OptionalLong> millis) {
        long[] sorted = millis.flatMapToLong(OptionalLong::stream).sorted().toArray();
        return sorted.length == 0
                ? "not measured"
                : "median %d ms, 95 %% within %d ms, longest %d ms (n = %d)"
                        .formatted(rank(sorted, 50), rank(sorted, 95), sorted[sorted.length - 1], sorted.length);
    }

    static long rank(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent * sorted.length / 100.0);
        return sorted[Math.max(rank, 1) - 1];
    }
}
