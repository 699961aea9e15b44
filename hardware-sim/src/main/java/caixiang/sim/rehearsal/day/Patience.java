package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.RehearsalException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting as people do: looking again and again, up to a limit, unless the day is broken off. For many threads. */
final class Patience {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final CountDownLatch brokenOff = new CountDownLatch(1);

    /** Something that can be looked at; a station that does not answer shows nothing yet. */
    @FunctionalInterface
    interface Fact {
        boolean isSo() throws RehearsalException, InterruptedException;
    }

    /** Whether it came true within the limit. */
    boolean until(Duration limit, Fact fact) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            if (isSo(fact)) {
                return true;
            }
            if (System.nanoTime() > deadline || pause(LOOK_AGAIN)) {
                return false;
            }
        }
    }

    private static boolean isSo(Fact fact) throws InterruptedException {
        try {
            return fact.isSo();
        } catch (RehearsalException e) {
            return false;
        }
    }

    /** Returns early, and true, when the day is broken off. */
    boolean pause(Duration time) throws InterruptedException {
        return brokenOff.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void breakOff() {
        brokenOff.countDown();
    }

    boolean isBrokenOff() {
        return brokenOff.getCount() == 0;
    }
}
