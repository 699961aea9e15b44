package caixiang.sim.rehearsal.day;

import caixiang.sim.rehearsal.link.RehearsalException;
import caixiang.sim.rehearsal.plan.DayPlan;
import java.time.Duration;
import java.util.Set;

/** What everybody on the day shares. */
record DaySetting(DayPlan plan, Arrivals arrivals, DayLog log, Patience patience) {
    private static final int CHAIRS_FOR_EACH_CAMERA = 10;
    /** Longer than a station may take to start on a busy computer, {@code StationProcess}. */
    static final Duration STATION_BACK = Duration.ofMinutes(4);

    private static final Duration BREATH = Duration.ofMillis(200);

    /** What passes by itself when one waits; the last two while a station has lost its site for a moment. */
    private static final Set<String> PASSING =
            Set.of("stopping", "overloaded", "store-failed", "site-unreachable", "numbers-used-up");

    /** Something asked of the station. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws RehearsalException, InterruptedException;
    }

    /** How many people may wait before the desks pause. */
    int chairs() {
        return CHAIRS_FOR_EACH_CAMERA * plan.order().cameras();
    }

    /** Asks until the station answers, for four minutes at most: it may be down and coming back. */
    <T> T stubborn(Question<T> question) throws RehearsalException, InterruptedException {
        long deadline = System.nanoTime() + STATION_BACK.toNanos();
        while (true) {
            try {
                return question.ask();
            } catch (RehearsalException e) {
                boolean isPassing = !e.isAnswered() || PASSING.contains(e.code());
                if (!isPassing || System.nanoTime() > deadline || patience.pause(BREATH)) {
                    throw e;
                }
            }
        }
    }
}
