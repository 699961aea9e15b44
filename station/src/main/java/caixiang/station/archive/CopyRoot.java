package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Sees to it that the folder written as second copy is the one of this archive. Confined to the second-copy thread. */
final class CopyRoot {
    private final ArchivePaths paths;
    private final ArchivePaths first;
    private final FileSteps steps;

    CopyRoot(Path root, Path first, FileSteps steps) {
        this.paths = new ArchivePaths(root);
        this.first = new ArchivePaths(first);
        this.steps = steps;
    }

    ArchivePaths paths() {
        return paths;
    }

    ArchivePaths first() {
        return first;
    }

    /** A marker with the first root's id must be there; the first time ever, an empty folder gets it. */
    void check() throws IOException {
        ArchiveMarker own = ArchiveMarker.of(first.root())
                .orElseThrow(() -> new IOException("the archive " + first.root() + " has no marker"));
        Optional<ArchiveMarker> there = ArchiveMarker.of(paths.root());
        if (there.isPresent()) {
            if (!there.get().archiveId().equals(own.archiveId())) {
                throw refused(CopyProblem.FOREIGN, "belongs to another archive; put in the right disk");
            }
            return;
        }
        if (own.hasSecond()) {
            throw refused(
                    CopyProblem.AWAY,
                    "lacks " + ArchiveMarker.FILE + ": its disk is not there. Put it in; for a new disk, copy that file"
                            + " from " + first.root() + " onto it");
        }
        begin(own);
    }

    /** As {@link #check}, and a file can be written there. */
    void prove() throws IOException {
        check();
        Path probe = paths.root().resolve("write-test" + DiskSteps.HALF);
        Files.deleteIfExists(probe);
        Files.write(probe, new byte[4096]);
        Files.delete(probe);
    }

    private void begin(ArchiveMarker own) throws IOException {
        if (Files.isSymbolicLink(paths.root()) && !Files.isDirectory(paths.root())) {
            throw new NoSuchFileException(paths.root().toString());
        }
        Files.createDirectories(paths.root());
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(paths.root())) {
            for (Path entry : entries) {
                boolean isSession = Files.isDirectory(first.root().resolve(entry.getFileName()));
                // A new file system brings an empty folder for what its repair finds.
                if (!isSession && !entry.getFileName().toString().equals("lost+found")) {
                    throw refused(CopyProblem.FOREIGN, "holds other things; give an empty folder");
                }
            }
        }
        steps.write(paths.root().resolve(ArchiveMarker.FILE), own.withSecond().encode());
        steps.replace(first.root().resolve(ArchiveMarker.FILE), own.withSecond().encode());
    }

    boolean isOnSameDisk() {
        try {
            return Files.getAttribute(first.root(), "unix:dev", LinkOption.NOFOLLOW_LINKS)
                    .equals(Files.getAttribute(paths.root(), "unix:dev"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private CopyRefusedException refused(CopyProblem problem, String what) {
        return new CopyRefusedException(problem, "the folder of the second copy, " + paths.root() + ", " + what);
    }
}
