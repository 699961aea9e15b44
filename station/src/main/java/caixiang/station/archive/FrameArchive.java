package caixiang.station.archive;

import caixiang.station.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frame files on disk. Filing puts the sidecar in its place first, then the second copy where configured, and moves the
 * frame out of the spool last. So a frame that is in the archive is complete, and one that is not is still in the spool.
 * A second disk that is away, full or slow does not keep a frame from being filed: the answer says that its copy is owed.
 * Everything but {@link #freeBytes} and {@link #paths} is called on the store thread only.
 */
public final class FrameArchive {
    private static final Logger log = LoggerFactory.getLogger(FrameArchive.class);

    private final ArchivePaths paths;
    private final Optional<SecondCopy> second;
    private final FileSteps steps;

    /** With a second copy in this folder. */
    public FrameArchive(Path root, Optional<Path> secondCopy) {
        this(root, secondCopy.map(folder -> new SecondCopy(folder, root)), new DiskSteps());
    }

    FrameArchive(Path root, Optional<SecondCopy> second, FileSteps steps) {
        this.paths = new ArchivePaths(root);
        this.second = second;
        this.steps = steps;
    }

    public ArchivePaths paths() {
        return paths;
    }

    public Optional<SecondCopy> second() {
        return second;
    }

    /**
     * Makes the folder and its marker, and looks for the second copy. For the start.
     *
     * @throws IOException if the folder cannot be used, or a newer program made it; the message says what to do
     */
    public void open() throws IOException {
        Files.createDirectories(paths.root());
        if (ArchiveMarker.of(paths.root()).isEmpty()) {
            steps.replace(
                    paths.root().resolve(ArchiveMarker.FILE),
                    ArchiveMarker.fresh().encode());
        }
        second.ifPresent(SecondCopy::look);
    }

    /** Bytes that can still be written to the first disk; 0 when it cannot be asked. */
    public long freeBytes() {
        // Not Files.getFileStore: it looks the mount point up, which fails under a changed root such as a container's.
        return paths.root().toFile().getUsableSpace();
    }

    /**
     * Moves a frame from the spool to its place, with its sidecar and, if its disk is ready, the second copy; all of it
     * is on the disk afterwards.
     *
     * @throws ArchiveException if that failed; the frame is then still in the spool and nothing of it is elsewhere
     */
    public Copies file(Frame frame, Path spooled) throws ArchiveException {
        try {
            byte[] sidecar = Sidecar.encode(frame);
            steps.write(sidecarOf(paths, frame), sidecar);
            CrashPoint.SIDECAR_WRITTEN.passed();
            if (second.isPresent()) {
                steps.copy(spooled, second.get().resolve(frame.file()), frame.sha256());
                CrashPoint.SECOND_COPY_WRITTEN.passed();
                steps.write(sidecarOf(second.get(), frame), sidecar);
                CrashPoint.SECOND_SIDECAR_WRITTEN.passed();
            }
            steps.move(spooled, paths.resolve(frame.file()), frame.sha256());
            CrashPoint.FRAME_MOVED.passed();
        } catch (IOException e) {
            if (!holds(frame)) {
                forget(frame);
            }
            throw new ArchiveException("frame " + frame.frameId() + " could not be filed", e);
        }
    }

    /**
     * Puts a frame's RAW beside it, with its second copy, and says so in the sidecars; all of it is on the disk afterwards.
     * The spool is left as it is, so that this can be begun again after a crash at any point.
     *
     * @param frame as it is to be, with the companion; no row may name that companion yet
     * @throws ArchiveException if that failed; the frame itself is untouched
     */
    public void attach(Frame frame, Path spooled) throws ArchiveException {
        Companion companion = frame.companion().orElseThrow();
        try {
            for (ArchivePaths disk : disks()) {
                Files.deleteIfExists(disk.resolve(companion.file()));
                steps.copy(spooled, disk.resolve(companion.file()), companion.sha256());
            }
            byte[] sidecar = Sidecar.encode(frame);
            for (ArchivePaths disk : disks()) {
                steps.replace(sidecarOf(disk, frame), sidecar);
            }
        } catch (IOException e) {
            throw new ArchiveException("the RAW of frame " + frame.frameId() + " could not be filed", e);
        }
    }

    private List<ArchivePaths> disks() {
        return second.isPresent() ? List.of(second.get(), paths) : List.of(paths);
    }

    /**
     * Whether a file of the archive and its second copy are both on the disk with these bytes; both are read. False without
     * a second copy. May be called on any thread; reads 20 MB for a frame.
     */
    public boolean hasTwoCopies(String file, String sha256) {
        return second.isPresent()
                && isSame(paths, file, sha256)
                && isSame(second.get().paths(), file, sha256);
    }

    private static boolean isSame(ArchivePaths disk, String file, String sha256) {
        try {
            boolean same = FileHash.of(disk.resolve(file)).equals(sha256);
            if (!same) {
                log.warn("{} differs from what came from the camera", disk.resolve(file));
            }
            return same;
        } catch (IOException e) {
            log.warn("{} cannot be read: {}", disk.resolve(file), e.toString());
            return false;
        }
        for (ArchivePaths disk : disks()) {
            try {
                if (!PictureFile.read(disk.resolve(file)).sha256().equals(sha256)) {
                    log.warn("{} differs from what came from the camera", disk.resolve(file));
                    return false;
                }
            } catch (IOException e) {
                log.warn("{} cannot be read: {}", disk.resolve(file), e.toString());
                return false;
            }
        }
        return true;
    }

    /** Whether the frame lies in the archive with all its bytes. */
    public boolean holds(Frame frame) {
        try {
            return Files.size(paths.resolve(frame.file())) == frame.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    /** Removes what was begun for a frame that never came into the archive. */
    public void forget(Frame frame) {
        if (holds(frame)) {
            throw new IllegalStateException("frame " + frame.frameId() + " lies in the archive");
        }
        String sidecar = ArchivePaths.sidecarFile(frame);
        remove(paths, sidecar);
        second.ifPresent(disk -> disk.later(copy -> {
            remove(copy, frame.file());
            remove(copy, sidecar);
        }));
    }

    private static void remove(ArchivePaths paths, String file) {
        Path begun = paths.resolve(file);
        try {
            Files.deleteIfExists(DiskSteps.halfOf(begun));
            Files.deleteIfExists(begun);
        } catch (IOException e) {
            log.warn("{} was begun and cannot be removed: {}", begun, e.getMessage());
        }
    }

    /**
     * The frames whose sidecar is there but whose id is not among the known. Also removes the rests of files that were
     * being written when the program ended; what they were made of is still in the spool.
     */
    public List<Frame> unknown(Set<String> knownFrameIds) throws IOException {
        List<Frame> found = new ArrayList<>();
        ArchiveScan.walk(paths.root(), file -> {
            if (file.kind() == ArchiveScan.Kind.HALF) {
                Files.deleteIfExists(paths.resolve(file.file()));
            } else if (file.kind() == ArchiveScan.Kind.SIDECAR && !knownFrameIds.contains(frameId(file.file()))) {
                read(file.file()).ifPresent(found::add);
            }
        });
        return found;
    }

    private static String frameId(String sidecar) {
        return sidecar.substring(sidecar.lastIndexOf('/') + 1, sidecar.length() - ".json".length());
    }

    private Optional<Frame> read(String sidecar) {
        try {
            return Optional.of(Sidecar.at(paths, sidecar));
        } catch (IOException e) {
            log.error("this sidecar cannot be used, and its frame stays unknown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    static Path sidecarOf(ArchivePaths paths, Frame frame) {
        return paths.resolve(frame.file().replaceFirst("\\.jpg$", ".json"));
    }
}
