package caixiang.sim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a fact that nothing announces. */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Await() {}

    /** Something that becomes true. */
    interface Fact {
        boolean holds() throws Exception;
    }

    static void until(String what, Fact fact) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!fact.holds()) {
            assertTrue(System.nanoTime() < deadline, "in vain: " + what);
            LockSupport.parkNanos(20_000_000);
        }
    }
}
