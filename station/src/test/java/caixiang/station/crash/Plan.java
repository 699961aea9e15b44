package caixiang.station.crash;

import caixiang.station.crash.Blow.Victim;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Which blows fall, in which order: each point in turn, so that each is hit as often as the others. */
final class Plan {
    private static final Set<CrashPoint> IN_THE_AGENT = EnumSet.of(
            CrashPoint.SHUTTER_RELEASED,
            CrashPoint.SHUTTER_TOLD,
            CrashPoint.ANNOUNCED,
            CrashPoint.PART_RECEIVED,
            CrashPoint.NOTE_WRITTEN,
            CrashPoint.SPOOLED,
            CrashPoint.SPOOLED_TOLD,
            CrashPoint.FETCHED);

    /** What must have happened before a point is passed at all. */
    private static final Map<CrashPoint, Blow> BEFORE = new EnumMap<>(Map.of(
            CrashPoint.ROW_REBUILT, new Blow(0, CrashPoint.FRAME_MOVED, 1, Victim.STATION),
            CrashPoint.CARD_COMPARED, new Blow(0, CrashPoint.SPOOLED_TOLD, 1, Victim.AGENT),
            CrashPoint.FETCH_ORDERED, new Blow(0, CrashPoint.PART_RECEIVED, 1, Victim.AGENT),
            CrashPoint.FETCHED, new Blow(0, CrashPoint.PART_RECEIVED, 1, Victim.AGENT)));

    /** Every point that one station alone passes; those of a site are {@link CutOffStationsIT}'s. */
    static final Set<CrashPoint> POINTS = EnumSet.copyOf(Arrays.stream(CrashPoint.values())
            .filter(point -> !point.isOfSite())
            .toList());

    private Plan() {}

    /** Blows that follow one another without anything being put right in between. */
    static List<List<Blow>> of(int kills, Random random) {
        List<List<Blow>> plan = new ArrayList<>();
        List<CrashPoint> round = new ArrayList<>();
        long id = 0;
        for (int planned = 0; planned < kills || (!round.isEmpty() && plan.size() < POINTS.size()); ) {
            if (round.isEmpty()) {
                round.addAll(POINTS);
                Collections.shuffle(round, random);
            }
            CrashPoint point = round.remove(0);
            List<Blow> blows = new ArrayList<>();
            Blow before = BEFORE.get(point);
            if (before != null) {
                blows.add(new Blow(++id, before.point(), before.passage(), before.victim()));
            }
            int passage = before != null || point == CrashPoint.DAY_CLOSED ? 1 : 1 + random.nextInt(2);
            blows.add(new Blow(++id, point, passage, victim(point, random)));
            planned += blows.size();
            plan.add(blows);
        }
        return plan;
    }

    private static Victim victim(CrashPoint point, Random random) {
        int dice = random.nextInt(10);
        if (dice == 0) {
            return Victim.BOTH;
        }
        return IN_THE_AGENT.contains(point) == (dice > 1) ? Victim.AGENT : Victim.STATION;
    }
}
