package caixiang.station.store;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the database at the start and the stop of the program, where a thread may wait. */
public final class Waiting {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Waiting() {}

    /**
     * Waits for a result.
     *
     * @throws StoreException what the stage failed with, or that it took more than a minute
     */
    public static <T> T forResult(CompletionStage<T> stage) throws StoreException {
        try {
            return stage.toCompletableFuture().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw new StoreException(StoreException.Fault.FAILED, "the database failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new StoreException(StoreException.Fault.FAILED, "the database did not answer in " + LONGEST, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Fault.STOPPED, "interrupted while the database worked", e);
        }
    }
}
