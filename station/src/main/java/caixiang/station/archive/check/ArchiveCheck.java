package caixiang.station.archive.check;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.CopyProblem;
import caixiang.station.archive.Repair;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads every file of both copies and compares it with its sidecar. Reads only, unless it is to heal; then a damaged or
 * missing file is made again from the other copy, if that one is good. May run beside a station: what was written within
 * the last minute is not judged. Blocks; for the command line.
 */
public final class ArchiveCheck {
    private static final int WAITING_MAX = 256;
    private static final long UNDER_WAY_MILLIS = 60_000;

    private final ArchivePaths first;
    private final Optional<ArchivePaths> second;
    private final boolean heals;
    private final int threads;
    private final Clock clock;

    /**
     * How to go about it.
     *
     * @param heals whether to write; otherwise it only reads
     * @param threads how many files are read at a time
     */
    public record Manner(boolean heals, int threads) {}

    public ArchiveCheck(Path first, Optional<Path> second, Manner manner, Clock clock) {
        this.first = new ArchivePaths(first);
        this.second = second.map(ArchivePaths::new);
        this.heals = manner.heals();
        this.threads = manner.threads();
        this.clock = clock;
    }

    /**
     * Looks through both copies.
     *
     * @throws IOException if the archive cannot be looked at, was laid out by a newer program, or has a move unfinished
     */
    public CheckReport run() throws IOException, InterruptedException {
        ArchiveScan.requireKnownLayout(first.root());
        ArchiveScan.requireNoMoveUnderWay(first.root());
        Optional<CopyProblem> objection = Optional.empty();
        if (second.isPresent()) {
            objection = Repair.objection(first.root(), second.get().root());
        }
        Optional<ArchivePaths> other = objection.isPresent() ? Optional.empty() : second;
        Contents ours = Contents.of(first);
        Optional<Contents> theirs = Optional.empty();
        if (other.isPresent()) {
            theirs = Optional.of(Contents.of(other.get()));
        }
        Judge judge = new Judge();
        List<Finding> findings = Collections.synchronizedList(new ArrayList<>());
        Pair pair = new Pair(ours, theirs, clock.millis() - UNDER_WAY_MILLIS);
        FrameCheck frames = new FrameCheck(pair, judge, heals, findings::add);
        Set<String> sidecars = pair.all(Contents::sidecars);
        inParallel(sidecars, frames::check);
        inParallel(pair.all(Contents::beside), new BesideCheck(pair, judge, heals, findings::add)::check);
        frames.unexplained();
        noted(pair, findings);
        return new CheckReport(
                sidecars.size(), judge.filesRead(), judge.bytesRead(), pair.underWay(), objection, findings);
    }

    private static void noted(Pair pair, List<Finding> findings) {
        pair.each((copy, contents) -> contents.others().forEach(found -> {
            Finding.Fault fault = switch (found.kind()) {
                case HALF -> Finding.Fault.HALF;
                case LINK -> Finding.Fault.LINK;
                default -> Finding.Fault.FOREIGN;
            };
            if (!pair.isUnderWay(found)) {
                findings.add(new Finding(copy, found.file(), fault, Finding.Outcome.NOTED));
            }
        }));
    }

    private interface Work {
        void on(String file);
    }

    /** Whoever finds the queue full reads a file itself, so that memory stays the same however large the archive is. */
    private void inParallel(Set<String> files, Work work) throws InterruptedException {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX),
                new ThreadPoolExecutor.CallerRunsPolicy());
        List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        for (String file : new TreeSet<>(files)) {
            pool.execute(() -> {
                try {
                    work.on(file);
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            });
        }
        pool.shutdown();
        while (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            Thread.onSpinWait();
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("a file could not be checked", failures.get(0));
        }
    }
}
