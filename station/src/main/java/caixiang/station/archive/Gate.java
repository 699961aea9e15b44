package caixiang.station.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Keeps a file that is already written from getting its name until something else is on the disk. Used once. */
final class Gate {
    private static final Duration WAIT_MAX = Duration.ofSeconds(60);

    private final CompletableFuture<Boolean> isFree = new CompletableFuture<>();

    /** Lets through whoever waits. */
    void open() {
        isFree.complete(true);
    }

    /** Lets nobody through any more; without effect once it was opened. */
    void shut() {
        isFree.complete(false);
    }

    /**
     * Waits until it is opened.
     *
     * @throws IOException if it is shut instead, or nothing happens for a minute
     */
    void pass() throws IOException {
        try {
            if (!isFree.get(WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("what had to come first was not written");
            }
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("what has to come first is not written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
