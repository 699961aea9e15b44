package caixiang.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for a fact about another process, with a deadline. */
final class Wait {
    private static final long LOOK_AGAIN_MILLIS = 50;

    @FunctionalInterface
    interface Fact<T> {
        /** Empty while it is not so yet. */
        Optional<T> look() throws InterruptedException;
    }

    private Wait() {}

    static <T> T forFact(String what, Duration atMost, Fact<T> fact) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            Optional<T> found = fact.look();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within %d s: %s".formatted(atMost.toSeconds(), what));
            }
            pause(LOOK_AGAIN_MILLIS);
        }
    }

    /** Lets the time pass that a test chose for its next blow. */
    static void pause(long millis) throws InterruptedException {
        // Nobody counts this latch down: another process is what is being waited for.
        boolean counted = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        if (counted) {
            throw new AssertionError("nobody counts");
        }
    }
}
