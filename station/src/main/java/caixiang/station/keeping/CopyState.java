package caixiang.station.keeping;

import caixiang.station.archive.CopyProblem;
import java.time.Instant;
import java.util.Optional;

/**
 * How the second copy is.
 *
 * @param isWanted whether there is to be one
 * @param behind files it still lacks, or has as they were before
 * @param brokenSince since when it cannot be written; there exactly when {@code problem} is
 * @param isOnSameDisk whether it lies on the disk of the first, and so would be lost with it
 */
public record CopyState(
        boolean isWanted,
        long behind,
        Optional<Instant> brokenSince,
        Optional<CopyProblem> problem,
        boolean isOnSameDisk) {

    static final CopyState NOT_WANTED = new CopyState(false, 0, Optional.empty(), Optional.empty(), false);

    /** Whether every frame lies on two disks as far as that is wanted; if not, the day cannot be closed. */
    public boolean isComplete() {
        return !isWanted || (behind == 0 && problem.isEmpty());
    }
}
