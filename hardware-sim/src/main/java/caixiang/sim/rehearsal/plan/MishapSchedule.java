package caixiang.sim.rehearsal.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * When something of one group goes wrong at one camera's station, counted in presses. Every kind comes up before any comes
 * a second time. Confined to one thread; the same seed gives the same schedule.
 */
public final class MishapSchedule {
    private final List<Mishap> kinds;
    private final int every;
    private final Random random;
    private final List<Mishap> coming = new ArrayList<>();
    private int left;

    private MishapSchedule(List<Mishap> kinds, int every, long seed) {
        this.kinds = List.copyOf(kinds);
        this.every = every;
        this.random = new Random(seed);
        this.left = gap();
    }

    /** Schedule of the group, at the camera with this number. */
    static MishapSchedule of(DayOrder order, FaultGroup group, int camera) {
        List<Mishap> kinds = order.faults().contains(group) ? Mishap.of(group) : List.of();
        long seed = order.seed() * 31 + group.name().hashCode() * 1_000_003L + camera * 7_919L;
        // A killed station costs seconds; three times as rare, it still happens a few times on the smallest day.
        int every = group == FaultGroup.STATION ? order.every() * 3 : order.every();
        return new MishapSchedule(kinds, every, seed);
    }

    /** Ask once for each press: what goes wrong with it. */
    public Optional<Mishap> next() {
        if (kinds.isEmpty() || --left > 0) {
            return Optional.empty();
        }
        left = gap();
        if (coming.isEmpty()) {
            coming.addAll(kinds);
            Collections.shuffle(coming, random);
        }
        return Optional.of(coming.remove(coming.size() - 1));
    }

    /** Between half of it and one and a half times. */
    private int gap() {
        return Math.max(1, every / 2 + random.nextInt(every + 1));
    }
}
