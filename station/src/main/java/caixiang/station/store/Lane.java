package caixiang.station.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that work on one database, with a bounded queue before them. */
final class Lane implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Lane.class);
    private static final long STOP_SECONDS = 10;

    private final ThreadPoolExecutor executor;
    private final Handles handles;

    Lane(String name, int threads, int waitingMax, Handles handles) {
        this.handles = handles;
        AtomicInteger number = new AtomicInteger();
        executor = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waitingMax), task -> {
                    String suffix = threads == 1 ? "" : "-" + number.incrementAndGet();
                    Thread thread = new Thread(task, name + suffix);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The stage always completes: with the result, the failure, or a refusal when too much waits. */
    <T> CompletionStage<T> submit(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            executor.execute(() -> run(work, result));
        } catch (RejectedExecutionException e) {
            StoreException.Fault fault =
                    executor.isShutdown() ? StoreException.Fault.STOPPED : StoreException.Fault.OVERLOADED;
            result.completeExceptionally(new StoreException(fault, "the database takes no more work now", e));
        }
        return result;
    }

    private <T> void run(Work<T> work, CompletableFuture<T> result) {
        T value;
        try {
            value = handles.with(work);
        } catch (Throwable e) { // The thread's outermost loop: every piece of work ends with an answer.
            result.completeExceptionally(e);
            if (e instanceof Error error && !(error instanceof AssertionError)) {
                log.error("work on the database ended badly", error);
            }
            return;
        }
        result.complete(value);
    }

    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                log.error("work on the database did not end within {} s", STOP_SECONDS);
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        handles.close();
    }
}
