package caixiang.station.archive;

import caixiang.station.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
 * The second copy's bytes are written while the first disk is at work, under a name that says that they are half there.
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
        byte[] sidecar = Sidecar.encode(frame);
        Gate gate = new Gate();
        Optional<SecondCopy.Begun> begun = beginSecond(frame, spooled, sidecar, gate);
        try {
            steps.write(paths.resolve(ArchivePaths.sidecarFile(frame)), sidecar);
            CrashPoint.SIDECAR_WRITTEN.passed();
            if (begun.isPresent()) {
                requireUnchanged(spooled, frame.sha256());
                gate.open();
            }
            Copies copies = finishSecond(begun);
            steps.move(spooled, paths.resolve(frame.file()), frame.sha256());
            CrashPoint.FRAME_MOVED.passed();
            return copies;
        } catch (IOException e) {
            gate.shut();
            begun.ifPresent(copy -> second.ifPresent(disk -> disk.awaitEnd(copy)));
            if (!holds(frame)) {
                forget(frame);
            }
            throw new ArchiveException("frame " + frame.frameId() + " could not be filed", e);
        } finally {
            gate.shut();
        }
    }

    /** The bytes are on their way to the second disk while the first is at work; no file gets its name there before. */
    private Optional<SecondCopy.Begun> beginSecond(Frame frame, Path spooled, byte[] sidecar, Gate gate) {
        return second.flatMap(disk -> disk.begin(copy -> {
            Path file = copy.resolve(frame.file());
            Path beside = copy.resolve(ArchivePaths.sidecarFile(frame));
            try {
                steps.copyHalf(spooled, file);
                steps.writeHalf(beside, sidecar);
                gate.pass();
                steps.nameHalf(file);
                CrashPoint.SECOND_COPY_WRITTEN.passed();
                steps.nameHalf(beside);
                steps.syncFolder(beside);
                CrashPoint.SECOND_SIDECAR_WRITTEN.passed();
            } finally {
                Files.deleteIfExists(DiskSteps.halfOf(file));
                Files.deleteIfExists(DiskSteps.halfOf(beside));
            }
        }));
    }

    private Copies finishSecond(Optional<SecondCopy.Begun> begun) throws ChangedBytesException {
        if (second.isEmpty()) {
            return Copies.ALL;
        }
        return begun.isPresent() && second.get().finish(begun.get()) ? Copies.ALL : Copies.SECOND_MISSING;
    }

    private static void requireUnchanged(Path spooled, String sha256) throws IOException {
        if (!FileHash.of(spooled).equals(sha256)) {
            throw new ChangedBytesException(spooled);
        }
    }

    /** Writes the sidecar anew, after the frame was moved or got a companion. Its file stays where it is. */
    public Copies writeSidecar(Frame frame) throws ArchiveException {
        try {
            byte[] sidecar = Sidecar.encode(frame);
            String file = ArchivePaths.sidecarFile(frame);
            steps.replace(paths.resolve(file), sidecar);
            return onSecond(copy -> steps.replace(copy.resolve(file), sidecar));
        } catch (IOException e) {
            throw new ArchiveException("the sidecar of frame " + frame.frameId() + " could not be written", e);
        }
    }

    /** Writes or replaces a note in the first root; its second copy is owed afterwards. From any one thread. */
    public void writeNote(String file, NoteFile note) throws IOException {
        if (!NoteFile.isNote(file)) {
            throw new IOException(file + " is no place for a note");
        }
        steps.replace(paths.resolve(file), note.encode());
    }

    /** Removes a note whose row is gone or has moved. */
    public void removeNote(String file) throws IOException {
        Files.deleteIfExists(paths.resolve(file));
    }

    /** The note at this place, if there is one. */
    public Optional<NoteFile> readNote(String file) throws IOException {
        Path note = paths.resolve(file);
        return Files.exists(note) ? Optional.of(NoteFile.read(note)) : Optional.empty();
    }

    /** Makes a change in the second root too; nothing is owed where there is none. */
    Copies onSecond(SecondCopy.Change change) throws ChangedBytesException {
        return second.isEmpty() || second.get().attempt(change) ? Copies.ALL : Copies.SECOND_MISSING;
    }

    /**
     * Puts a frame's RAW beside it, with its second copy, and says so in the sidecars; all of it is on the disk afterwards.
     * The spool is left as it is, so that this can be begun again after a crash at any point.
     *
     * @param frame as it is to be, with the companion; no row may name that companion yet
     * @throws ArchiveException if that failed; the frame itself is untouched
     */
    public Copies attach(Frame frame, Path spooled) throws ArchiveException {
        Companion companion = frame.companion().orElseThrow();
        try {
            return attach(companion.file(), companion.sha256(), spooled, frame);
        } catch (IOException e) {
            throw new ArchiveException("the RAW of frame " + frame.frameId() + " could not be filed", e);
        }
    }

    /**
     * Puts the picture of a frame that was a RAW alone beside that RAW, in the same manner as {@link #attach}.
     *
     * @param frame as it is to be, the picture its file and the RAW its companion
     * @throws ArchiveException if that failed; the RAW is untouched
     */
    public Copies complete(Frame frame, Path spooled) throws ArchiveException {
        try {
            return attach(frame.file(), frame.sha256(), spooled, frame);
        } catch (IOException e) {
            throw new ArchiveException("the picture of frame " + frame.frameId() + " could not be filed", e);
        }
    }

    private Copies attach(String file, String sha256, Path spooled, Frame frame) throws IOException {
        byte[] sidecar = Sidecar.encode(frame);
        SecondCopy.Change change = disk -> {
            Files.deleteIfExists(disk.resolve(file));
            steps.copy(spooled, disk.resolve(file), sha256);
            steps.replace(disk.resolve(ArchivePaths.sidecarFile(frame)), sidecar);
        };
        Copies copies = onSecond(change);
        change.make(paths);
        return copies;
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
        ArchiveNames.walk(paths.root(), file -> {
            if (file.endsWith(DiskSteps.HALF) || file.endsWith(Repair.HEALING)) {
                removeHalf(paths.resolve(file));
            } else if (isUnknown(file, knownFrameIds)) {
                read(file).ifPresent(found::add);
            }
        });
        return found;
    }

    /** The name is taken apart last: almost all are known. */
    private static boolean isUnknown(String file, Set<String> knownFrameIds) {
        return file.endsWith(".json") && !knownFrameIds.contains(frameId(file)) && ArchivePaths.isSidecar(file);
    }

    private static void removeHalf(Path half) throws IOException {
        if (Files.isRegularFile(half, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(half);
        }
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
}
