package caixiang.station.site.sync;

import caixiang.station.crash.CrashPoint;
import caixiang.station.site.Queue;
import caixiang.station.site.QueueWork;
import caixiang.station.site.SharedQueue;
import caixiang.station.store.Database;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.StateListener;
import caixiang.station.store.StoreException;
import caixiang.station.store.StoreException.Fault;
import caixiang.station.store.SyncState;
import caixiang.station.store.Waiting;
import com.google.errorprone.annotations.CheckReturnValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of a station that goes on when its site cannot be reached: the site's queue, and while that does not answer the
 * station's own database. The first change after the site was lost takes up to 5 s, those after it no longer than usual.
 *
 * <p>Whether the station is offline stands in its own database and is looked up in the very transaction of each change, so
 * that nothing is written past a merge.
 */
@CheckReturnValue
public final class SteadyQueue implements Queue {
    private static final Logger log = LoggerFactory.getLogger(SteadyQueue.class);
    private static final int ATTEMPTS_MAX = 3;

    private final SharedQueue shared;
    private final Database own;
    private final Session session;
    private final StateListener listener;
    private volatile Optional<Instant> offlineSince = Optional.empty();

    public SteadyQueue(SharedQueue shared, Database own, Session session, StateListener listener) {
        this.shared = shared;
        this.own = own;
        this.session = session;
        this.listener = listener;
    }

    /** Finds out how the last run ended. Blocks; for the start only. */
    public void start() throws StoreException {
        offlineSince = Waiting.forResult(own.read(handle -> new SyncState(handle).offlineSince()));
    }

    /** Since when the station goes on alone; empty while it does not. */
    public Optional<Instant> offlineSince() {
        return offlineSince;
    }

    @Override
    public <T> CompletionStage<T> commit(QueueWork<T> work) {
        return commit(work, ATTEMPTS_MAX);
    }

    private <T> CompletionStage<T> commit(QueueWork<T> work, int attempts) {
        boolean isAlone = offlineSince.isPresent();
        CompletionStage<T> attempt = isAlone ? alone(work) : shared.commit(work);
        return attempt.handle((result, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedStage(result);
                    }
                    Throwable cause =
                            failure instanceof CompletionException e && e.getCause() != null ? e.getCause() : failure;
                    if (attempts > 1 && isAlone && cause instanceof BackOnlineException) {
                        return commit(work, attempts - 1);
                    }
                    if (attempts > 1 && !isAlone && isUnreachable(cause)) {
                        return lost(cause).thenCompose(done -> commit(work, attempts - 1));
                    }
                    return CompletableFuture.<T>failedStage(cause);
                })
                .thenCompose(stage -> stage);
    }

    /** Makes a change that only the whole site can make. Fails with {@code UNREACHABLE} while it is away. */
    public Queue together() {
        return new Together();
    }

    private <T> CompletionStage<T> alone(QueueWork<T> work) {
        return own.write(handle -> {
            if (!new SyncState(handle).isOffline()) {
                throw new BackOnlineException();
            }
            return work.run(handle, new Journal(handle)::append);
        });
    }

    static boolean isUnreachable(Throwable failure) {
        return failure instanceof StoreException e && e.fault() == Fault.UNREACHABLE;
    }

    /** The site does not answer: from here on the station goes on alone. */
    public CompletionStage<Void> lost(Throwable why) {
        Instant now = clock().instant();
        return own.write(handle -> {
                    boolean isNew = new SyncState(handle).goOffline(now);
                    if (isNew) {
                        new Journal(handle).append(JournalEntry.of(now, session.id(), "went-offline"));
                    }
                    return isNew;
                })
                .thenAccept(isNew -> {
                    if (offlineSince.isEmpty()) {
                        offlineSince = Optional.of(now);
                    }
                    if (isNew) {
                        CrashPoint.WENT_OFFLINE.passed();
                        log.warn("the site cannot be reached; going on alone: {}", why.getMessage());
                        listener.stateChanged();
                    }
                });
    }

    /** The last merge has said in the station's own database that it is no longer offline. */
    void found() {
        offlineSince = Optional.empty();
        listener.stateChanged();
    }

    @Override
    public String station() {
        return shared.station();
    }

    @Override
    public boolean callsAtOnce() {
        return shared.callsAtOnce();
    }

    @Override
    public Clock clock() {
        return shared.clock();
    }

    /** The merge was over before this change began. */
    private static final class BackOnlineException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private final class Together implements Queue {
        @Override
        public <T> CompletionStage<T> commit(QueueWork<T> work) {
            return offlineSince.isPresent()
                    ? CompletableFuture.failedStage(new StoreException(
                            Fault.UNREACHABLE,
                            "this station is offline; what all stations share cannot be changed now"))
                    : shared.commit(work);
        }

        @Override
        public String station() {
            return shared.station();
        }

        @Override
        public boolean callsAtOnce() {
            return shared.callsAtOnce();
        }

        @Override
        public Clock clock() {
            return shared.clock();
        }
    }
}
