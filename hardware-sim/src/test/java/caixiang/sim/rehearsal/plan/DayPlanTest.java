package caixiang.sim.rehearsal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DayPlanTest {
    @Test
    void oneSeedGivesTheSameDayAgainAndAnotherGivesAnother() {
        assertEquals(plan(7, "all").arrivals(), plan(7, "all").arrivals());
        assertNotEquals(plan(7, "all").arrivals(), plan(8, "all").arrivals());
        assertEquals(mishaps(7), mishaps(7));
        assertNotEquals(mishaps(7), mishaps(8));
    }

    @Test
    void everybodyComesOnce() {
        DayPlan plan = plan(3, "all");
        Set<String> students = new HashSet<>();
        plan.arrivals().forEach(visit -> students.add(visit.person().studentNumber()));
        assertEquals(200, students.size());
        assertEquals(200, plan.arrivals().size());
    }

    @Test
    void aDayWithFaultsHasEveryKindOfNoise() {
        Set<Scan> scans = EnumSet.noneOf(Scan.class);
        plan(3, "checkin").arrivals().forEach(visit -> scans.add(visit.scan()));
        assertEquals(EnumSet.allOf(Scan.class), scans);
    }

    @Test
    void aDayWithoutFaultsHasNoneAtAll() {
        DayPlan plan = plan(3, "none");
        Set<Scan> plain = EnumSet.of(Scan.STUDENT_NUMBER, Scan.ID_NUMBER, Scan.FULL_WIDTH);
        assertTrue(plan.arrivals().stream().allMatch(visit -> plain.contains(visit.scan())));
        for (FaultGroup group : FaultGroup.values()) {
            MishapSchedule schedule = plan.schedule(group, 1);
            for (int press = 0; press < 500; press++) {
                assertTrue(schedule.next().isEmpty());
            }
        }
    }

    @Test
    void everyMishapComesUpBeforeAnyComesASecondTimeAtAboutTheRateAskedFor() {
        MishapSchedule schedule = plan(5, "camera").schedule(FaultGroup.CAMERA, 1);
        List<Mishap> kinds = Mishap.of(FaultGroup.CAMERA);
        List<Mishap> seen = new ArrayList<>();
        int presses = 0;
        while (seen.size() < kinds.size()) {
            presses++;
            schedule.next().ifPresent(seen::add);
        }
        assertEquals(EnumSet.copyOf(kinds), EnumSet.copyOf(seen));
        double every = (double) presses / seen.size();
        assertTrue(every > 12 && every < 28, "one in " + every);
    }

    private static List<Mishap> mishaps(long seed) {
        MishapSchedule schedule = plan(seed, "all").schedule(FaultGroup.PRINT, 1);
        List<Mishap> mishaps = new ArrayList<>();
        for (int press = 0; press < 400; press++) {
            schedule.next().ifPresent(mishaps::add);
        }
        return mishaps;
    }

    private static DayPlan plan(long seed, String faults) {
        return DayPlan.of(new DayOrder(200, seed, 2, 1, FaultGroup.ofWord(faults), 20));
    }
}
