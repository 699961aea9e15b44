package caixiang.sim.rehearsal.plan;

import java.util.Set;

/**
 * What day is asked for; everything else follows from it.
 *
 * @param every a mishap of each group about every so many shots
 */
public record DayOrder(int people, long seed, int desks, int cameras, Set<FaultGroup> faults, int every) {
    public static final int PEOPLE_MAX = 10_000;
    public static final int DESKS_MAX = 16;
    public static final int CAMERAS_MAX = 4;
    public static final int EVERY_MAX = 1_000;

    public DayOrder {
        faults = Set.copyOf(faults);
    }
}
