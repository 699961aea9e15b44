package caixiang.station.archive.check;

import caixiang.station.archive.ArchiveScan.Found;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Both copies as they were found, or the only one. Used by several threads. */
final class Pair {
    private final Contents first;
    private final Optional<Contents> second;
    private final long settledBefore;
    private final AtomicLong underWay = new AtomicLong();

    /** @param settledBefore epoch milliseconds; what was written later may still be going on */
    Pair(Contents first, Optional<Contents> second, long settledBefore) {
        this.first = first;
        this.second = second;
        this.settledBefore = settledBefore;
    }

    Contents first() {
        return first;
    }

    Optional<Contents> second() {
        return second;
    }

    void each(BiConsumer<Finding.Copy, Contents> work) {
        work.accept(Finding.Copy.FIRST, first);
        second.ifPresent(contents -> work.accept(Finding.Copy.SECOND, contents));
    }

    Set<String> all(Function<Contents, Map<String, Found>> of) {
        Set<String> all = new TreeSet<>(of.apply(first).keySet());
        second.ifPresent(contents -> all.addAll(of.apply(contents).keySet()));
        return all;
    }

    boolean isUnderWay(Found found) {
        return found.changedAt() >= settledBefore;
    }

    /** Whether either of them was written a moment ago; counts it then. */
    boolean isUnderWay(String file, Function<Contents, Map<String, Found>> of) {
        boolean[] isYoung = new boolean[1];
        each((copy, contents) -> {
            Found found = of.apply(contents).get(file);
            isYoung[0] |= found != null && isUnderWay(found);
        });
        if (isYoung[0]) {
            underWay.incrementAndGet();
        }
        return isYoung[0];
    }

    long underWay() {
        return underWay.get();
    }
}
