package caixiang.station.archive.check;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.Companion;
import caixiang.station.archive.Frame;
import caixiang.station.archive.Sidecar;
import caixiang.station.archive.check.Finding.Copy;
import caixiang.station.archive.check.Finding.Fault;
import caixiang.station.archive.check.Finding.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A frame, its sidecar and its RAW in both copies. Used by several threads, one frame each. */
final class FrameCheck {
    private final Pair pair;
    private final Judge judge;
    private final Healing healing;
    private final Consumer<Finding> findings;
    private final Set<String> explained = ConcurrentHashMap.newKeySet();

    FrameCheck(Pair pair, Judge judge, boolean heals, Consumer<Finding> findings) {
        this.pair = pair;
        this.judge = judge;
        this.healing = new Healing(pair, heals, findings);
        this.findings = findings;
    }

    void check(String sidecar) {
        Optional<Frame> ours = read(pair.first(), sidecar);
        Optional<Frame> theirs = pair.second().flatMap(contents -> read(contents, sidecar));
        Optional<Frame> frame = ours.isPresent() ? ours : theirs;
        if (frame.isEmpty()) {
            // Its frame may be whole; without a usable sidecar nobody can say whose it is.
            pair.each((copy, contents) -> {
                if (contents.sidecars().containsKey(sidecar)) {
                    findings.accept(new Finding(copy, sidecar, Fault.SIDECAR_UNUSABLE, Outcome.LOST));
                }
            });
            return;
        }
        explained.add(frame.get().file());
        frame.get().companion().ifPresent(companion -> explained.add(companion.file()));
        if (pair.isLeftBehind(sidecar)) {
            findings.accept(new Finding(Copy.SECOND, sidecar, Fault.LEFT_BEHIND, Outcome.NOTED));
            return;
        }
        boolean isSame = ours.isPresent() && (pair.second().isEmpty() || ours.equals(theirs));
        if (!isSame && !pair.isUnderWay(sidecar, Contents::sidecars)) {
            healing.text(sidecar, ours.isPresent() ? Copy.FIRST : Copy.SECOND, sidecarFault(sidecar, ours, theirs));
        }
        original(sidecar, frame.get().file(), frame.get().sha256(), frame.get().bytes());
        if (frame.get().companion().isPresent()) {
            Companion raw = frame.get().companion().get();
            original(sidecar, raw.file(), raw.sha256(), raw.bytes());
        }
    }

    private Fault sidecarFault(String sidecar, Optional<Frame> ours, Optional<Frame> theirs) {
        if (ours.isPresent() && theirs.isPresent()) {
            return Fault.DIFFERS;
        }
        Contents bad = ours.isPresent() ? pair.second().orElseThrow() : pair.first();
        return bad.sidecars().containsKey(sidecar) ? Fault.SIDECAR_UNUSABLE : Fault.SIDECAR_MISSING;
    }

    private static Optional<Frame> read(Contents contents, String sidecar) {
        try {
            return Optional.of(Sidecar.at(contents.paths(), sidecar));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void original(String sidecar, String file, String sha256, long bytes) {
        Optional<Fault> ours = judge.fault(pair.first().paths().resolve(file), sha256, bytes);
        Optional<Fault> theirs =
                pair.second().flatMap(copy -> judge.fault(copy.paths().resolve(file), sha256, bytes));
        boolean isFine = ours.isEmpty() && theirs.isEmpty();
        if (isFine || pair.isUnderWay(sidecar, Contents::sidecars) || hasMoved(sidecar)) {
            return;
        }
        boolean isSecondGood = pair.second().isPresent() && theirs.isEmpty();
        ours.ifPresent(fault -> healing.original(file, sha256, Copy.FIRST, fault, isSecondGood));
        theirs.ifPresent(fault -> healing.original(file, sha256, Copy.SECOND, fault, ours.isEmpty()));
    }

    /** A station beside this program may have given the frame to somebody else meanwhile. */
    private boolean hasMoved(String sidecar) {
        return pair.first().sidecars().containsKey(sidecar)
                && !Files.exists(pair.first().paths().resolve(sidecar), LinkOption.NOFOLLOW_LINKS);
    }

    /** After all frames: what no sidecar describes. */
    void unexplained() {
        pair.each((copy, contents) -> contents.originals().forEach((file, found) -> {
            boolean isTold = explained.contains(file) || pair.isUnderWay(found);
            if (!isTold && Files.exists(contents.paths().resolve(file), LinkOption.NOFOLLOW_LINKS)) {
                findings.accept(new Finding(copy, file, Fault.UNEXPLAINED, lost(file)));
            }
        }));
    }

    /** Without any sidecar its owner is lost; with one that cannot be used that has been said already. */
    private Outcome lost(String file) {
        String sidecar = file.replaceFirst("\\.[^./]+$", ".json");
        boolean isSaid =
                ArchivePaths.isSidecar(sidecar) && pair.all(Contents::sidecars).contains(sidecar);
        return isSaid ? Outcome.NOTED : Outcome.LOST;
    }
}
