package caixiang.station.store;

import java.util.ArrayList;
import java.util.List;
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
        execute(() -> run(work, result), result);
        return result;
    }

    /** As {@link #submit}; what waits directly behind and was submitted in this way too is done together with it. */
    <T> CompletionStage<T> submitTogether(GroupCommit group, Work<T> work) {
        var write = new GroupCommit.Write<>(work);
        execute(new Together(group, write), write.answer());
        return write.answer();
    }

    private void execute(Runnable task, CompletableFuture<?> result) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            StoreException.Fault fault =
                    executor.isShutdown() ? StoreException.Fault.STOPPED : StoreException.Fault.OVERLOADED;
            result.completeExceptionally(new StoreException(fault, "the database takes no more work now", e));
        }
    }

    /** For a lane of one thread, which alone takes from the queue. */
    private final class Together implements Runnable {
        private final GroupCommit group;
        private final GroupCommit.Write<?> first;

        Together(GroupCommit group, GroupCommit.Write<?> first) {
            this.group = group;
            this.first = first;
        }

        @Override
        public void run() {
            List<GroupCommit.Write<?>> writes = new ArrayList<>(List.of(first));
            while (writes.size() < GroupCommit.WRITES_MAX && executor.getQueue().peek() instanceof Together next) {
                executor.getQueue().remove();
                writes.add(next.first);
            }
            try {
                handles.with(handle -> group.run(handle, writes));
            } catch (Throwable e) { // The thread's outermost loop: every piece of work ends with an answer.
                writes.forEach(write -> write.fail(e));
                report(e);
            }
        }
    }

    private <T> void run(Work<T> work, CompletableFuture<T> result) {
        T value;
        try {
            value = handles.with(work);
        } catch (Throwable e) { // The thread's outermost loop: every piece of work ends with an answer.
            result.completeExceptionally(e);
            report(e);
            return;
        }
        result.complete(value);
    }

    private static void report(Throwable e) {
        if (e instanceof Error error && !(error instanceof AssertionError)) {
            log.error("work on the database ended badly", error);
        }
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
