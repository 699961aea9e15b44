package caixiang.station.capture.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often the detector is right, counted over days of drawn people; the figures stand in docs/decisions/0013. */
@Timeout(60)
final class ShiftDayTest {
    private static final int DAYS = 200;

    @Test
    void aForgottenNextIsFoundInOwnClothes() {
        int hits = count(false, ShiftDayTest::forgotten, ShiftDayTest::namesTheRun);
        System.out.println("forgotten next, own clothes: " + hits + " of " + DAYS);
        assertTrue(hits >= 155, hits + " of " + DAYS);
    }

    @Test
    void aForgottenNextIsStillFoundUsuallyWhenEverybodyWearsAGown() {
        int hits = count(true, ShiftDayTest::forgotten, ShiftDayTest::namesTheRun);
        System.out.println("forgotten next, gowns: " + hits + " of " + DAYS);
        assertTrue(hits >= 112, hits + " of " + DAYS);
    }

    @Test
    void callingTooEarlyIsFound() {
        int hits = count(
                false,
                at -> day -> day.calledTooEarlyAfter(at - 1),
                (at, found) ->
                        found.stream().anyMatch(suspicion -> suspicion.by() == -1 && suspicion.from() == at + 1));
        System.out.println("called too early: " + hits + " of " + DAYS);
        assertTrue(hits >= 155, hits + " of " + DAYS);
    }

    @Test
    void aGoodDayIsQuiet() {
        for (boolean gowns : new boolean[] {false, true}) {
            int alarms = count(gowns, at -> Day::correct, (at, found) -> !found.isEmpty());
            System.out.println("false alarms, gowns " + gowns + ": " + alarms + " of " + DAYS + " days of 60 people");
            assertTrue(alarms <= 20, alarms + " of " + DAYS);
        }
    }

    @Test
    void aRunEndsBeforeTheNumberWithoutFrames() {
        List<Suspicion> found = new Day(5, false).with(19, 29).suspicions();
        Suspicion run = found.get(0);
        assertEquals(List.of(20, 1), List.of(run.from(), run.by()));
        assertTrue(run.to() <= 29, run.toString());
        assertTrue(run.evidence().stream().anyMatch(seen -> seen.kind() == Suspicion.Kind.NO_FRAME), run.toString());
    }

    private static Function<Day, Day> forgotten(int at) {
        return day -> day.with(at - 1, at + 10);
    }

    private static boolean namesTheRun(int at, List<Suspicion> found) {
        return found.stream().anyMatch(suspicion -> suspicion.by() == 1 && suspicion.from() == at);
    }

    /** @param wrong what goes wrong at a number, and what says that it was found */
    private static int count(
            boolean gowns, Function<Integer, Function<Day, Day>> wrong, BiPredicate<Integer, List<Suspicion>> isFound) {
        int found = 0;
        for (long seed = 0; seed < DAYS; seed++) {
            int at = 5 + new Random(seed).nextInt(40);
            if (isFound.test(at, wrong.apply(at).apply(new Day(seed, gowns)).suspicions())) {
                found++;
            }
        }
        return found;
    }
}
