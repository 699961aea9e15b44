package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Puts a good copy in the place of a damaged or missing file. The good one is only read; the damaged one is kept beside
 * it under another name. Works under names of its own, so that it may run beside a station.
 */
public final class Repair {
    /** The end of the name of a file that a repair is writing. */
    static final String HEALING = ".healing";

    private static final int ASIDE_MAX = 100;

    private final FileSteps steps = new DiskSteps(HEALING);

    /**
     * Copies {@code good} to {@code place}, synced and compared.
     *
     * @param sha256 what it must have; lower-case hex
     * @throws IOException if that did not succeed; what lay there is then there or beside it
     */
    public void putBack(Path good, Path place, String sha256) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(place, aside(place), StandardCopyOption.ATOMIC_MOVE);
        }
        steps.copy(good, place, sha256);
    }

    private static Path aside(Path place) throws IOException {
        for (int i = 1; i <= ASIDE_MAX; i++) {
            Path aside = place.resolveSibling(place.getFileName() + (i == 1 ? "" : "-" + i) + Mirror.DAMAGED);
            if (!Files.exists(aside, LinkOption.NOFOLLOW_LINKS)) {
                return aside;
            }
        }
        throw new FileAlreadyExistsException(place.toString());
    }

    /**
     * Why a folder cannot be taken for the second copy of an archive; empty when it is.
     *
     * @throws IOException if a marker cannot be read or is that of a newer program
     */
    public static Optional<CopyProblem> objection(Path first, Path second) throws IOException {
        Optional<ArchiveMarker> own = ArchiveMarker.of(first);
        Optional<ArchiveMarker> there = ArchiveMarker.of(second);
        if (there.isEmpty()) {
            return Optional.of(CopyProblem.AWAY);
        }
        boolean isOurs =
                own.isPresent() && own.get().archiveId().equals(there.get().archiveId());
        return isOurs ? Optional.empty() : Optional.of(CopyProblem.FOREIGN);
    }
}
