package caixiang.station.keeping;

import caixiang.station.archive.CopyProblem;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.SecondCopy;
import caixiang.station.day.Obstacle;
import caixiang.station.day.ObstacleSource;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.MissingCopies;
import caixiang.station.store.Session;
import caixiang.station.store.StateListener;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes notes, makes owed copies and measures the room that is left, on a thread of its own named {@code keeper}. What
 * is to be done stands in the database, so that a restart goes on with it. The answers may be asked from any thread.
 */
public final class Keeper implements ObstacleSource, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Keeper.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final Duration MEASURED_FOR = Duration.ofSeconds(5);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 5;

    private final Database database;
    private final Optional<SecondCopy> second;
    private final NoteWriter notes;
    private final Optional<CopyMaker> copies;
    private final RoomGauge gauge;
    private final StateListener listener;
    private final ScheduledExecutorService thread;

    private volatile CopyState state = CopyState.NOT_WANTED;
    private volatile RoomLeft room;

    /** Confined to the keeper's thread, as are those below. */
    private Duration wait = ROUND;

    private long copyAgainNanos = System.nanoTime();
    private long measureAgainNanos = System.nanoTime();
    private long workAgainNanos = System.nanoTime();

    /**
     * What it works on.
     *
     * @param reservedBytes below this much free space shooting is refused
     */
    public record Charge(Session session, FrameArchive archive, IdentityVault vault, long reservedBytes) {}

    public Keeper(Database database, Charge charge, StateListener listener) {
        this.database = database;
        FrameArchive archive = charge.archive();
        this.second = archive.second();
        this.notes = new NoteWriter(database, archive, charge.vault());
        this.copies = second.map(copy -> new CopyMaker(database, archive, copy));
        this.gauge = new RoomGauge(archive, database, charge.session(), charge.reservedBytes());
        this.listener = listener;
        this.room = new RoomLeft(archive.freeBytes(), RoomLeft.PERSON_BYTES_AT_FIRST, 0, 0);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, "keeper");
            made.setDaemon(true);
            return made;
        });
    }

    /** Knows the state at once and begins to work. Blocks for a moment; for the start. */
    public void start() throws StoreException {
        if (second.isEmpty()) {
            Waiting.forResult(database.write(handle -> {
                new MissingCopies(handle).clear();
                return true;
            }));
        }
        state = look();
        room = gauge.measure(state);
        var unused = thread.scheduleWithFixedDelay(this::round, 0, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }

    public CopyState copies() {
        return state;
    }

    public RoomLeft room() {
        return room;
    }

    @Override
    public CompletionStage<List<Obstacle>> obstacles() {
        CopyState now = state;
        List<Obstacle> found = new ArrayList<>();
        // Until the disks have been compared nobody knows that nothing is missing.
        boolean isUncompared = copies.isPresent() && !copies.get().isCompared();
        if (now.behind() > 0 || isUncompared) {
            found.add(new Obstacle(Obstacle.Code.COPY_BEHIND, (int) Math.max(1, Math.min(now.behind(), 999_999))));
        }
        if (now.problem().isPresent()) {
            found.add(new Obstacle(Obstacle.Code.COPY_BROKEN, 1));
        }
        return CompletableFuture.completedFuture(found);
    }

    private void round() {
        if (System.nanoTime() - workAgainNanos < 0) {
            return;
        }
        try {
            while (notes.writeSome()) {
                log.debug("more notes are due");
            }
            if (copies.isPresent() && System.nanoTime() - copyAgainNanos >= 0) {
                copy(copies.get());
            }
            CopyState now = look();
            if (!now.equals(state)) {
                state = now;
                listener.stateChanged();
            }
            if (System.nanoTime() - measureAgainNanos >= 0) {
                measureAgainNanos = System.nanoTime() + MEASURED_FOR.toNanos();
                measure();
            }
        } catch (StoreException | IOException e) {
            workAgainNanos = System.nanoTime() + REST_AFTER_FAILURE.toNanos();
            log.warn("the archive's keeper has to wait: {}", e.getMessage());
        } catch (RuntimeException | Error e) { // The thread's outermost loop: the next round is played.
            log.error("a round of the archive's keeper ended badly", e);
        }
    }

    /** While the disk is not ready it is asked less and less often. */
    private void copy(CopyMaker maker) throws StoreException {
        if (maker.makeSome()) {
            wait = Duration.ZERO;
        } else if (second.flatMap(SecondCopy::problem).isPresent()) {
            Duration twice = wait.multipliedBy(2);
            wait = wait.isZero() ? ROUND : twice.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : twice;
        } else {
            wait = ROUND;
        }
        copyAgainNanos = System.nanoTime() + wait.toNanos();
    }

    private void measure() throws StoreException {
        // A disk that was pulled out is to be seen before the next frame needs it.
        second.filter(copy -> copy.problem().isEmpty()).ifPresent(SecondCopy::look);
        RoomLeft now = gauge.measure(state);
        boolean isNews = now.peopleLeft() != room.peopleLeft() || now.peopleToCome() != room.peopleToCome();
        room = now;
        if (isNews) {
            listener.stateChanged();
        }
    }

    private CopyState look() throws StoreException {
        if (second.isEmpty()) {
            return CopyState.NOT_WANTED;
        }
        MissingCopies.Owed owed = Waiting.forResult(database.read(handle -> new MissingCopies(handle).owed()));
        Optional<CopyProblem> problem = second.get().problem();
        if (problem.isEmpty() && copies.isPresent() && copies.get().hasFoundDamage()) {
            problem = Optional.of(CopyProblem.DAMAGED);
        }
        return new CopyState(
                true, owed.files(), since(problem), problem, state.isOnSameDisk() || isOnSameDisk(problem));
    }

    private Optional<Instant> since(Optional<CopyProblem> problem) {
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(state.brokenSince().orElseGet(database.clock()::instant));
    }

    private boolean isOnSameDisk(Optional<CopyProblem> problem) {
        return problem.isEmpty() && second.isPresent() && second.get().isOnSameDisk();
    }

    /** Ends after the file it is at; the rest is done after the next start. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the second copy does not answer");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        second.ifPresent(SecondCopy::close);
    }
}
