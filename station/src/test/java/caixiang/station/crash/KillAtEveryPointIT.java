package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ends station, agent or both with SIGKILL at every named point, starts again and counts: of what was acknowledged nothing
 * is lost, nothing is filed twice, and no frame is under another person's number. {@code -Dcaixiang.kills=10000} for long.
 */
class KillAtEveryPointIT {
    private static final int KILLS = Integer.getInteger("caixiang.kills", 100);
    private static final long SEED = Long.getLong("caixiang.seed", 20_261_123);
    private static final int LANES = 2;

    /** A fresh day with a fresh card after so many, so that listings stay short. */
    private static final int KILLS_A_DAY = 40;

    /** Kept when the test fails: it holds all logs and data. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void nothingAcknowledgedIsLostNothingIsFiledTwiceAndNobodyIsSwapped() throws Exception {
        KillerPath programs = new KillerPath(folder);
        programs.warmUp(folder);
        Queue<List<Blow>> blows = new ConcurrentLinkedQueue<>(Plan.of(KILLS, new Random(SEED)));
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        List<Future<Integer>> done = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            Path place = folder.resolve("lane-" + lane);
            done.add(lanes.submit(days(programs, blows, place)));
        }
        lanes.shutdown();
        int exposures = 0;
        for (Future<Integer> lane : done) {
            exposures += lane.get();
        }
        List<Blow> struck = struck();
        Set<CrashPoint> hit = EnumSet.noneOf(CrashPoint.class);
        struck.forEach(blow -> hit.add(blow.point()));
        assertEquals(Plan.POINTS, hit, "every point is hit");
        assertTrue(struck.size() >= KILLS, struck.size() + " of " + KILLS);
        assertTrue(exposures >= struck.size() / 2, "few exposures prove little: " + exposures);
        System.out.printf("%d kills at %d points, %d exposures, seed %d%n", struck.size(), hit.size(), exposures, SEED);
    }

    private static Callable<Integer> days(KillerPath programs, Queue<List<Blow>> blows, Path place) {
        return () -> {
            int exposures = 0;
            for (int day = 1; !blows.isEmpty(); day++) {
                try (CrashRig rig = new CrashRig(place.resolve("day-" + day), programs)) {
                    exposures += new KilledDay(rig).live(blows, KILLS_A_DAY);
                }
            }
            return exposures;
        };
    }

    private List<Blow> struck() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Blow> all = new ArrayList<>();
            for (Path file : files.filter(each -> each.endsWith(Blow.STRUCK)).toList()) {
                Files.readAllLines(file).forEach(line -> all.add(Blow.parse(line)));
            }
            return Collections.unmodifiableList(all);
        }
    }
}
