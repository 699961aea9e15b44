package caixiang.station;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that decode pictures and draw sheets, {@code sheet-1} and up: few, because a frame takes 100 MB. */
final class SheetThreads {
    private static final int WAITING_MAX = 16;
    private static final int THREADS_MAX = 4;

    private SheetThreads() {}

    /** Refuses work when too much waits. */
    static ThreadPoolExecutor open() {
        int threads = Math.max(1, Math.min(THREADS_MAX, Runtime.getRuntime().availableProcessors() - 2));
        var count = new AtomicInteger();
        return new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING_MAX), work -> {
                    var thread = new Thread(work, "sheet-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Lets what is being drawn finish; what waits is drawn at the next start. */
    static void close(ThreadPoolExecutor threads, Duration longest) throws InterruptedException {
        threads.getQueue().clear();
        threads.shutdown();
        if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
