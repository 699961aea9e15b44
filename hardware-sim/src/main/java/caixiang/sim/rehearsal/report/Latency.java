package caixiang.sim.rehearsal.report;

import java.util.stream.LongStream;

/** Measured times in milliseconds: how many, the median, the 95th percentile, the longest; by nearest rank. */
record Latency(int count, long median, long p95, long longest) {
    static Latency of(LongStream millis) {
        long[] sorted = millis.sorted().toArray();
        return sorted.length == 0
                ? new Latency(0, 0, 0, 0)
                : new Latency(
                        sorted.length, Spread.rank(sorted, 50), Spread.rank(sorted, 95), sorted[sorted.length - 1]);
    }

    boolean isMeasured() {
        return count > 0;
    }
}
