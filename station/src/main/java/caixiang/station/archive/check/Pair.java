package caixiang.station.archive.check;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan.Found;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Both copies as they were found, or the only one. Used by several threads. */
final class Pair {
    private final Contents first;
    private final Optional<Contents> second;
    private final long settledBefore;
    private final Set<String> framesOfFirst;
    private final AtomicLong underWay = new AtomicLong();

    /** @param settledBefore epoch milliseconds; what was written later may still be going on */
    Pair(Contents first, Optional<Contents> second, long settledBefore) {
        this.first = first;
        this.second = second;
        this.settledBefore = settledBefore;
        this.framesOfFirst = first.sidecars().keySet().stream()
                .flatMap(sidecar -> ArchivePaths.frameIdOf(sidecar).stream())
                .collect(Collectors.toSet());
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

    /**
     * Whether a file of a frame lies in the second copy where the frame was before it was given to another number. To put
     * that back into the first would give the frame to two people.
     */
    boolean isLeftBehind(String file) {
        Optional<String> frameId = ArchivePaths.frameIdOf(file);
        return frameId.isPresent()
                && framesOfFirst.contains(frameId.get())
                && !first.sidecars()
                        .containsKey(ArchivePaths.inFolder(
                                file.substring(0, file.lastIndexOf('/')), frameId.get() + ".json"));
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
