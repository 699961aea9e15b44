package caixiang.station.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second root of the archive. Everything there is done on one thread of its own, {@code second-copy}: a disk that
 * hangs keeps that thread and nobody else. After a failure frames are filed without waiting for this disk until a
 * {@link #mirror} or {@link #look} has succeeded. May be used from any thread.
 */
public final class SecondCopy implements AutoCloseable {
    /** A shot waits no longer than this for the second disk. */
    public static final Duration SHOT_DEADLINE = Duration.ofSeconds(2);

    /** A large file on a slow disk may take this long when nobody waits for it. */
    private static final Duration MIRROR_DEADLINE = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(SecondCopy.class);
    private static final int WAITING_MAX = 16;

    private final CopyRoot root;
    private final FileSteps steps;
    private final Duration shotDeadline;
    private final ThreadPoolExecutor thread;
    private volatile @Nullable CopyProblem problem;
    private volatile long freeBytes = Long.MAX_VALUE;

    public SecondCopy(Path root, Path first) {
        this(root, first, new DiskSteps(), SHOT_DEADLINE);
    }

    SecondCopy(Path root, Path first, FileSteps steps, Duration shotDeadline) {
        this.root = new CopyRoot(root, first, steps);
        this.steps = steps;
        this.shotDeadline = shotDeadline;
        this.thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), task -> {
            Thread made = new Thread(task, "second-copy");
            made.setDaemon(true);
            return made;
        });
    }

    /** Something done in the second root. */
    @FunctionalInterface
    interface Change {
        void make(ArchivePaths copy) throws IOException;
    }

    ArchivePaths paths() {
        return root.paths();
    }

    /** What keeps it from being written at present. */
    public Optional<CopyProblem> problem() {
        return Optional.ofNullable(problem);
    }

    /** Bytes that could still be written when its disk was asked last. */
    public long freeBytes() {
        return freeBytes;
    }

    /** Whether both copies lie on one disk, which then is no second copy. Asks the disks. */
    public boolean isOnSameDisk() {
        return root.isOnSameDisk();
    }

    /**
     * Makes the change now, if the disk is there and quick.
     *
     * @return whether it is made and on the disk; if not, the caller owes it
     * @throws ChangedBytesException if the file to be copied is no longer what came from the camera
     */
    boolean attempt(Change change) throws ChangedBytesException {
        Optional<Begun> begun = begin(change);
        return begun.isPresent() && finish(begun.get());
    }

    /** A change that is being made. */
    record Begun(FutureTask<Boolean> task) {}

    /** Begins a change without waiting for it; empty if the disk is not ready, and the change is owed then. */
    Optional<Begun> begin(Change change) {
        if (problem != null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Begun(submit(change)));
        } catch (IOException e) {
            log.warn("a second copy was not made and is owed: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Waits for what was begun. Answers and fails as {@link #attempt}. */
    boolean finish(Begun begun) throws ChangedBytesException {
        try {
            await(begun.task(), shotDeadline);
            return true;
        } catch (ChangedBytesException e) {
            throw e;
        } catch (IOException e) {
            log.warn("a second copy was not made and is owed: {}", e.toString());
            return false;
        }
    }

    /** Waits for what was begun and is not wanted any more; says nothing about the disk. */
    void awaitEnd(Begun begun) {
        try {
            begun.task().get(shotDeadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            log.debug("not wanted any more: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does something whenever the right disk is ready for it, or never. */
    void later(Change change) {
        try {
            thread.execute(() -> {
                try {
                    root.check();
                    change.make(root.paths());
                } catch (IOException | RuntimeException e) {
                    log.warn("the second copy was not tidied: {}", e.toString());
                }
            });
        } catch (RejectedExecutionException busy) {
            log.warn("the second copy was not tidied: its disk does not answer");
        }
    }

    /**
     * Makes one file like that of the first root. Waits up to a minute; not for the store thread.
     *
     * @param file path inside the archive
     * @throws IOException if that is not possible now; {@link #problem} then says why
     */
    public void mirror(String file) throws IOException {
        run(copy -> new Mirror(root.first(), copy, steps).make(file), MIRROR_DEADLINE);
    }

    /** Removes what a moved file left behind, once it lies in its new place with the same bytes. Waits like mirror. */
    public void follow(String from, String to) throws IOException {
        run(copy -> new Mirror(root.first(), copy, steps).follow(from, to), MIRROR_DEADLINE);
    }

    /** The folders of numbers there. Waits like {@link #mirror}. */
    public List<String> folders() throws IOException {
        List<String> folders = new ArrayList<>();
        run(copy -> folders.addAll(new Mirror(root.first(), copy, steps).folders()), MIRROR_DEADLINE);
        return List.copyOf(folders);
    }

    /** Files of frames that lie in this folder there and not in the first root. Waits like {@link #mirror}. */
    public List<String> leftBehind(String folder) throws IOException {
        List<String> left = new ArrayList<>();
        run(copy -> left.addAll(new Mirror(root.first(), copy, steps).leftBehind(folder)), MIRROR_DEADLINE);
        return List.copyOf(left);
    }

    /** Whether the file lies there as in the first root. Waits like {@link #mirror}. */
    public boolean matches(String file) throws IOException {
        boolean[] isSame = new boolean[1];
        run(copy -> isSame[0] = new Mirror(root.first(), copy, steps).looksSame(file), MIRROR_DEADLINE);
        return isSame[0];
    }

    /** Sees whether the right disk is there and can be written. Waits for the shot's deadline at most. */
    public Optional<CopyProblem> look() {
        try {
            run(copy -> root.prove(), shotDeadline);
        } catch (IOException e) {
            log.debug("the second copy is not ready: {}", e.toString());
        }
        return problem();
    }

    private void run(Change change, Duration deadline) throws IOException {
        await(submit(change), deadline);
    }

    private FutureTask<Boolean> submit(Change change) throws IOException {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            root.check();
            change.make(root.paths());
            freeBytes = root.paths().root().toFile().getUsableSpace();
            return true;
        });
        try {
            thread.execute(task);
            return task;
        } catch (RejectedExecutionException e) {
            note(CopyProblem.SLOW);
            throw new IOException("the second copy has too much to do", e);
        }
    }

    private void await(FutureTask<Boolean> task, Duration deadline) throws IOException {
        try {
            task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            note(null);
        } catch (TimeoutException e) {
            // One that has not begun never will; one that has ends when the disk lets it.
            task.cancel(false);
            note(CopyProblem.SLOW);
            throw new IOException("the second copy did not answer within " + deadline.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private IOException failure(Throwable cause) {
        IOException failure = cause instanceof IOException e ? e : new IOException(String.valueOf(cause), cause);
        boolean isItsFault = !(failure instanceof ChangedBytesException)
                && !(failure instanceof java.nio.file.FileAlreadyExistsException);
        if (isItsFault) {
            CopyProblem found = CopyProblem.of(failure);
            note(
                    found == CopyProblem.FAILED
                                    && !Files.isDirectory(root.paths().root(), LinkOption.NOFOLLOW_LINKS)
                            ? CopyProblem.AWAY
                            : found);
        }
        return failure;
    }

    private void note(@Nullable CopyProblem found) {
        CopyProblem before = problem;
        problem = found;
        if (found != null && found != before) {
            log.error("the second copy {} cannot be written: {}", root.paths().root(), found.code());
        } else if (found == null && before != null) {
            log.info("the second copy {} can be written again", root.paths().root());
        }
    }

    /** What is being written is finished if the disk lets it within the deadline of a shot. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(shotDeadline.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("the second copy does not answer; what is owed there is made after the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
