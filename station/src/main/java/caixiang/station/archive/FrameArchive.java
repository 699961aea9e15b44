package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Frame files on disk. Filing puts the sidecar in its place first, then the second copy where configured, and moves the
 * frame out of the spool last. So a frame that is in the archive is complete, and one that is not is still in the spool.
 * Everything but {@link #freeBytes} and {@link #paths} is called on the store thread only.
 */
public final class FrameArchive {
    private static final Logger log = LoggerFactory.getLogger(FrameArchive.class);
    private static final Pattern SIDECAR = Pattern.compile("[0-9a-f-]{36}\\.json");
    private static final int DEPTH = 3;

    private final ArchivePaths paths;
    private final Optional<ArchivePaths> second;
    private final FileSteps steps;

    public FrameArchive(Path root, Optional<Path> secondCopy) {
        this(root, secondCopy, new DiskSteps());
    }

    FrameArchive(Path root, Optional<Path> secondCopy, FileSteps steps) {
        this.paths = new ArchivePaths(root);
        this.second = secondCopy.map(ArchivePaths::new);
        this.steps = steps;
    }

    public ArchivePaths paths() {
        return paths;
    }

    /** Makes the folders. For the start. */
    public void open() throws IOException {
        Files.createDirectories(paths.root());
        if (second.isPresent()) {
            Files.createDirectories(second.get().root());
        }
    }

    /** Bytes that can still be written, of the disk that has less; 0 when a disk cannot be asked. */
    public long freeBytes() {
        long least = freeBytes(paths.root());
        return second.isPresent() ? Math.min(least, freeBytes(second.get().root())) : least;
    }

    private static long freeBytes(Path root) {
        // Not Files.getFileStore: it looks the mount point up, which fails under a changed root such as a container's.
        return root.toFile().getUsableSpace();
    }

    /**
     * Moves a frame from the spool to its place, with its sidecar and second copy; all of it is on the disk afterwards.
     *
     * @throws ArchiveException if that failed; the frame is then still in the spool and nothing of it is elsewhere
     */
    public void file(Frame frame, Path spooled) throws ArchiveException {
        try {
            byte[] sidecar = Sidecar.encode(frame);
            steps.write(sidecarOf(paths, frame), sidecar);
            if (second.isPresent()) {
                steps.copy(spooled, second.get().resolve(frame.file()), frame.sha256());
                steps.write(sidecarOf(second.get(), frame), sidecar);
            }
            steps.move(spooled, paths.resolve(frame.file()), frame.sha256());
        } catch (IOException e) {
            if (!holds(frame)) {
                forget(frame);
            }
            throw new ArchiveException("frame " + frame.frameId() + " could not be filed", e);
        }
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
        List<Path> begun = new ArrayList<>(List.of(sidecarOf(paths, frame)));
        second.ifPresent(copy -> begun.addAll(List.of(copy.resolve(frame.file()), sidecarOf(copy, frame))));
        for (Path file : begun) {
            try {
                Files.deleteIfExists(DiskSteps.halfOf(file));
                Files.deleteIfExists(file);
            } catch (IOException e) {
                log.warn("{} was begun and cannot be removed: {}", file, e.getMessage());
            }
        }
    }

    /**
     * The frames whose sidecar is there but whose id is not among the known. Also removes the rests of files that were
     * being written when the program ended; what they were made of is still in the spool.
     */
    public List<Frame> unknown(Set<String> knownFrameIds) throws IOException {
        List<Frame> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(paths.root(), DEPTH)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(DiskSteps.HALF)) {
                    Files.deleteIfExists(file);
                } else if (SIDECAR.matcher(name).matches()
                        && !knownFrameIds.contains(name.substring(0, name.length() - ".json".length()))) {
                    read(file).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Frame> read(Path sidecar) {
        try {
            return Optional.of(Sidecar.read(sidecar));
        } catch (IOException e) {
            log.error("this sidecar cannot be used, and its frame stays unknown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static Path sidecarOf(ArchivePaths paths, Frame frame) {
        return paths.resolve(frame.file().replaceFirst("\\.jpg$", ".json"));
    }
}
