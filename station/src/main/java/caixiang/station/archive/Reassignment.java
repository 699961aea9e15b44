package caixiang.station.archive;

import caixiang.station.archive.MoveOrder.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings frames to the folders of other numbers, with sidecar, RAW, portrait and second copy. Called on the store thread
 * only.
 *
 * <p>The order itself is written to {@code <session>/moves} first and removed last. In between, for all frames: the new
 * sidecars, then the files, then the old sidecars away. So wherever the program ends, each frame lies in exactly one
 * place with a sidecar that says so, and {@link #unfinished} finds what is to be carried on. A disk that fails under way
 * has everything brought back, unless it fails there too: then the next attempt or start does it.
 */
public final class Reassignment {
    /** Frames that one order may move. */
    public static final int STEPS_MAX = 2_000;

    private static final Logger log = LoggerFactory.getLogger(Reassignment.class);

    /** Not .json: these are no sidecars. */
    private static final String FORWARD = ".move";

    private static final String BACK = ".back";
    private static final int DEPTH = 3;

    private final ArchivePaths first;
    private final Optional<ArchivePaths> second;
    private final FileSteps steps;

    public Reassignment(Path root, Optional<Path> secondCopy) {
        this(root, secondCopy, new DiskSteps());
    }

    Reassignment(Path root, Optional<Path> secondCopy, FileSteps steps) {
        this.first = new ArchivePaths(root);
        this.second = secondCopy.map(ArchivePaths::new);
        this.steps = steps;
    }

    /**
     * Brings the frames of a new order to their new places; their rows are to be changed next, and then
     * {@link #finish}.
     *
     * @throws ArchiveException if that failed; the frames are then where they were
     */
    public void carryOut(MoveOrder order) throws ArchiveException {
        if (order.steps().size() > STEPS_MAX) {
            throw new IllegalArgumentException("an order moves at most " + STEPS_MAX + " frames");
        }
        try {
            steps.write(orderFile(order, FORWARD), MoveOrderFile.encode(order));
            bringForward(first, order);
        } catch (IOException e) {
            takeBack(order);
            throw new ArchiveException("the frames of " + order.operationId() + " could not be moved", e);
        }
    }

    /** Brings the frames back to where they were, because their rows could not be changed. */
    public void takeBack(MoveOrder order) {
        try {
            Path forward = orderFile(order, FORWARD);
            if (Files.exists(forward)) {
                steps.move(forward, orderFile(order, BACK), "");
                bringBack(order);
            }
        } catch (IOException e) {
            log.error("{} is half done and will be put right at the next start", order.operationId(), e);
        }
    }

    /**
     * Moves the second copies, where there are any, and forgets the order. When the second disk cannot be reached the
     * order stays, and is finished later.
     */
    public void finish(MoveOrder order) {
        try {
            if (second.isPresent()) {
                if (!Files.isDirectory(second.get().root())) {
                    throw new IOException(second.get().root() + " is not there");
                }
                bringForward(second.get(), order);
            }
            steps.delete(orderFile(order, FORWARD));
        } catch (IOException e) {
            log.error("the second copies of {} are to be moved yet: {}", order.operationId(), e.getMessage());
        }
    }

    /**
     * What an earlier run began and did not finish, oldest first. Orders that were to be taken back are taken back here.
     */
    public List<MoveOrder> unfinished() throws IOException {
        List<MoveOrder> orders = new ArrayList<>();
        for (Path file : orderFiles()) {
            MoveOrder order = MoveOrderFile.read(file);
            if (file.toString().endsWith(BACK)) {
                bringBack(order);
            } else {
                orders.add(order);
            }
        }
        return orders;
    }

    /** Carries on with an order whose rows are not changed yet. */
    public void carryOn(MoveOrder order) throws ArchiveException {
        try {
            bringForward(first, order);
        } catch (IOException e) {
            throw new ArchiveException("the frames of " + order.operationId() + " could not be moved", e);
        }
    }

    private List<Path> orderFiles() throws IOException {
        if (!Files.isDirectory(first.root())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(first.root(), DEPTH)) {
            return files.filter(file ->
                            file.toString().endsWith(FORWARD) || file.toString().endsWith(BACK))
                    .sorted()
                    .toList();
        }
    }

    /** Each step looks first whether it is done, or whether a later order has gone on from there. */
    private void bringForward(ArchivePaths disk, MoveOrder order) throws IOException {
        List<Step> here = new ArrayList<>();
        for (Step step : order.steps()) {
            if (lies(disk, step.before()) || lies(disk, step.after())) {
                here.add(step);
            } else if (disk.equals(first)) {
                log.error(
                        "frame {} lies in neither of its places", step.before().frameId());
            }
        }
        for (Step step : here) {
            Path sidecar = FrameArchive.sidecarOf(disk, step.after());
            if (!Files.exists(sidecar)) {
                steps.write(sidecar, Sidecar.encode(step.after()));
            }
        }
        for (Step step : here) {
            moveFiles(disk, step.before(), step.after());
        }
        for (Step step : here) {
            steps.delete(FrameArchive.sidecarOf(disk, step.before()));
        }
    }

    private void bringBack(MoveOrder order) throws IOException {
        for (Step step : order.steps()) {
            Path old = FrameArchive.sidecarOf(first, step.before());
            if (!Files.exists(old)) {
                steps.write(old, Sidecar.encode(step.before()));
            }
        }
        for (Step step : order.steps()) {
            moveFiles(first, step.after(), step.before());
        }
        for (Step step : order.steps()) {
            steps.delete(FrameArchive.sidecarOf(first, step.after()));
        }
        steps.delete(orderFile(order, BACK));
    }

    private void moveFiles(ArchivePaths disk, Frame from, Frame to) throws IOException {
        move(disk, from.file(), to.file(), to.sha256());
        if (from.companion().isPresent() && to.companion().isPresent()) {
            Companion raw = to.companion().get();
            move(disk, from.companion().get().file(), raw.file(), raw.sha256());
        }
        move(disk, ArchivePaths.portraitFile(from), ArchivePaths.portraitFile(to), "");
    }

    private void move(ArchivePaths disk, String from, String to, String sha256) throws IOException {
        if (Files.exists(disk.resolve(from))) {
            steps.move(disk.resolve(from), disk.resolve(to), sha256);
        }
    }

    private static boolean lies(ArchivePaths disk, Frame frame) {
        return Files.exists(disk.resolve(frame.file()));
    }

    private Path orderFile(MoveOrder order, String ending) {
        return first.resolve(order.sessionId() + "/moves/" + order.operationId() + ending);
    }
}
