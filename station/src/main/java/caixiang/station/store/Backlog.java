package caixiang.station.store;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is listed in the database and done piece by piece, one at a time, on threads shared with others. Nothing is
 * held in memory: a piece that fails, or finds the threads too busy, is tried again later, also after a restart. May be
 * used from any thread.
 */
public final class Backlog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final long RETRY_MILLIS = 1_000;

    /** Does the next piece. */
    @FunctionalInterface
    public interface Piece {
        /**
         * Returns whether there was one.
         *
         * @throws StoreException if it has to be done later
         */
        boolean doNext() throws StoreException;
    }

    private final String name;
    private final Executor threads;
    private final Piece piece;
    private final AtomicInteger wakings = new AtomicInteger();
    private final ScheduledExecutorService timer;
    private volatile boolean closed;

    public Backlog(String name, Executor threads, Piece piece) {
        this.name = name;
        this.threads = threads;
        this.piece = piece;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, name + "-retry");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** There may be work. Returns at once. */
    public void wake() {
        if (wakings.getAndIncrement() == 0) {
            submit();
        }
    }

    private void submit() {
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException busy) {
            later();
        }
    }

    /** One piece, then back to the end of the queue: others wait for the threads too. */
    private void run() {
        if (closed) {
            return;
        }
        int seen = wakings.get();
        boolean more;
        try {
            more = piece.doNext();
        } catch (StoreException e) {
            if (!closed) {
                log.warn("{}: a piece of work has to wait: {}", name, e.getMessage());
            }
            later();
            return;
        } catch (Throwable e) { // The outermost loop: whatever happens to one piece, the next wake-up is heard.
            log.error("{}: a piece of work ended badly and is tried again", name, e);
            later();
            return;
        }
        if (more || !wakings.compareAndSet(seen, 0)) {
            submit();
        }
    }

    private void later() {
        try {
            var unused = timer.schedule(this::submit, RETRY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            log.debug("{}: the rest is done after the next start", name);
        }
    }

    /** Begins no further piece; one that is being done is finished by its thread. */
    @Override
    public void close() {
        closed = true;
        timer.shutdownNow();
    }
}
