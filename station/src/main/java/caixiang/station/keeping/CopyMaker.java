package caixiang.station.keeping;

import caixiang.station.archive.ArchivePaths;
import caixiang.station.archive.ArchiveScan;
import caixiang.station.archive.CopyProblem;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.SecondCopy;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the copies that are owed to the second root. Confined to the keeper's thread. */
final class CopyMaker {
    private static final Logger log = LoggerFactory.getLogger(CopyMaker.class);
    private static final int ROUND_MAX = 64;

    private final Database database;
    private final FrameArchive archive;
    private final SecondCopy second;

    /** Files whose first copy is no longer what came from the camera; {@code archive verify} is the place for them. */
    private final Set<String> damaged = new HashSet<>();

    private volatile boolean isCompared;

    CopyMaker(Database database, FrameArchive archive, SecondCopy second) {
        this.database = database;
        this.archive = archive;
        this.second = second;
    }

    /** Whether the disk that is in has been compared with the first. From any thread. */
    boolean isCompared() {
        return isCompared;
    }

    boolean hasFoundDamage() {
        return !damaged.isEmpty();
    }

    /**
     * Makes some of the copies.
     *
     * @return true when there may be more to do at once; false when there is nothing, or it has to be tried later
     */
    boolean makeSome() throws StoreException {
        Optional<CopyProblem> problem = second.problem().isEmpty() ? Optional.empty() : second.look();
        if (problem.isPresent() && problem.get() != CopyProblem.FULL) {
            // It may come back as another disk, or without what was written last.
            isCompared = false;
            return false;
        }
        if (!isCompared) {
            compare();
        }
        List<MissingCopies.Row> owed = Waiting.forResult(
                database.read(handle -> new MissingCopies(handle).oldest(ROUND_MAX + damaged.size())));
        int made = 0;
        for (MissingCopies.Row row : owed) {
            if (!damaged.contains(row.file())) {
                if (!make(row)) {
                    return false;
                }
                made++;
            }
        }
        return made >= ROUND_MAX;
    }

    private boolean make(MissingCopies.Row row) throws StoreException {
        try {
            second.mirror(row.file());
            if (row.movedFrom().isPresent()) {
                follow(row.movedFrom().get());
            }
        } catch (IOException e) {
            if (second.problem().isPresent()) {
                return false;
            }
            log.error("this second copy cannot be made; run caixiang archive verify: {}", e.getMessage());
            damaged.add(row.file());
            return true;
        }
        Waiting.forResult(database.write(handle -> {
            new MissingCopies(handle).made(row);
            return true;
        }));
        return true;
    }

    /**
     * Removes a file of a frame from wherever it lay, once it lies where the frame is now. A frame may have been moved
     * several times since the second copy was last there.
     */
    private void follow(String left) throws IOException, StoreException {
        Optional<Frame> frame = frameOf(left);
        if (frame.isEmpty()) {
            return;
        }
        String now = ArchivePaths.inFolder(folder(frame.get().file()), left);
        second.mirror(now);
        Set<String> folders = new HashSet<>(frame.get().foldersBefore());
        folders.add(folder(left));
        folders.remove(folder(now));
        for (String folder : folders) {
            second.follow(ArchivePaths.inFolder(folder, left), now);
        }
    }

    private Optional<Frame> frameOf(String file) throws StoreException {
        Optional<String> frameId = ArchivePaths.frameIdOf(file);
        return frameId.isEmpty()
                ? Optional.empty()
                : Waiting.forResult(database.read(handle -> new Frames(handle).find(frameId.get())));
    }

    private static String folder(String file) {
        return file.substring(0, file.lastIndexOf('/'));
    }

    /** Once for each disk put in: what it lacks of the first root, whatever the database remembers. */
    private void compare() throws StoreException {
        List<String> lacking = new ArrayList<>();
        try {
            ArchiveScan.walk(archive.paths().root(), found -> {
                if (isCopied(found.kind()) && !second.matches(found.file())) {
                    lacking.add(found.file());
                    if (lacking.size() == ROUND_MAX) {
                        owe(lacking);
                    }
                }
            });
            owe(lacking);
            for (String folder : second.folders()) {
                for (String left : second.leftBehind(folder)) {
                    follow(left);
                }
            }
            isCompared = true;
        } catch (IOException e) {
            log.warn("the second copy was not compared; it will be: {}", e.toString());
        }
    }

    private void owe(List<String> files) throws IOException {
        List<String> owed = List.copyOf(files);
        files.clear();
        try {
            Waiting.forResult(database.write(handle -> {
                MissingCopies missing = new MissingCopies(handle);
                owed.forEach(file -> missing.add(file, database.clock().instant()));
                return true;
            }));
        } catch (StoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isCopied(ArchiveScan.Kind kind) {
        return switch (kind) {
            case ORIGINAL, SIDECAR, NOTE, DERIVED -> true;
            case HALF, DAMAGED, MARKER, MOVE_ORDER, LINK, FOREIGN -> false;
        };
    }
}
