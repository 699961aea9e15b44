package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings frames to the folders of other numbers, with sidecar, RAW and portrait. Called on the store thread only. The
 * second copies follow on their own thread; where their disk is away or the program ends before, the rows of the moved
 * frames have them owed.
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
    private static final String FOLDER = "moves";

    private final ArchivePaths first;
    private final Optional<SecondCopy> second;
    private final FileSteps steps;
    private final FrameMover mover;

    public Reassignment(Path root, Optional<SecondCopy> second) {
        this(root, second, new DiskSteps());
    }

    Reassignment(Path root, Optional<SecondCopy> second, FileSteps steps) {
        this.first = new ArchivePaths(root);
        this.second = second;
        this.steps = steps;
        this.mover = new FrameMover(first, steps);
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
            mover.forward(order);
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

    /** Forgets the order, now that the rows say the same, and has the second copies follow. Does not wait for them. */
    public void finish(MoveOrder order) {
        try {
            steps.delete(orderFile(order, FORWARD));
        } catch (IOException e) {
            log.error("{} is done and its order cannot be removed: {}", order.operationId(), e.getMessage());
        }
        second.ifPresent(copy -> copy.later(disk -> new FrameMover(disk, new DiskSteps()).forward(order)));
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
            mover.forward(order);
        } catch (IOException e) {
            throw new ArchiveException("the frames of " + order.operationId() + " could not be moved", e);
        }
    }

    /**
     * Carries every order out on the disk where no rows are left to be changed: before the database is made from what
     * lies there. For the start.
     */
    public void finishAll() throws IOException, ArchiveException {
        for (MoveOrder order : unfinished()) {
            carryOn(order);
            finish(order);
        }
    }

    private List<Path> orderFiles() throws IOException {
        if (!Files.isDirectory(first.root())) {
            return List.of();
        }
        List<Path> orders = new ArrayList<>();
        try (DirectoryStream<Path> sessions = Files.newDirectoryStream(first.root(), Files::isDirectory)) {
            for (Path session : sessions) {
                addOrders(session.resolve(FOLDER), orders);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        orders.sort(Comparator.naturalOrder());
        return orders;
    }

    private static void addOrders(Path moves, List<Path> orders) throws IOException {
        if (Files.isDirectory(moves, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(moves, "*{" + FORWARD + "," + BACK + "}")) {
                files.forEach(orders::add);
            }
        }
    }

    private void bringBack(MoveOrder order) throws IOException {
        mover.back(order);
        steps.delete(orderFile(order, BACK));
    }

    private Path orderFile(MoveOrder order, String ending) {
        return first.resolve(order.sessionId() + "/" + FOLDER + "/" + order.operationId() + ending);
    }
}
