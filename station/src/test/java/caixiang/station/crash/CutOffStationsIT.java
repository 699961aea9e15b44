package caixiang.station.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.PostgresServer;
import caixiang.station.store.SharedAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two whole stations as processes, each with a camera of its own, on one PostgreSQL: both lose it at once, both go on
 * photographing whom they have, who waits, and who comes new; it returns, and while they bring their work in, each is ended
 * with SIGKILL at every named point of that. Then everything is counted.
 */
@Timeout(400)
class CutOffStationsIT {
    private static final int COME_BEFORE = 6;
    private static final int COME_OFFLINE = 3;

    /** Struck in this order at each station, once the site is back. */
    private static final List<CrashPoint> ON_THE_WAY_BACK = List.of(
            CrashPoint.MERGED_AT_SITE,
            CrashPoint.MERGE_NOTED,
            CrashPoint.RESERVE_DRAWN,
            CrashPoint.ROWS_AT_SITE,
            CrashPoint.ROWS_NOTED);

    /** Kept when the test fails: it holds all logs and data. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    @Test
    void whatTwoStationsDidAloneIsThereOnceAfterwardsWhereverTheyAreKilledMeanwhile() throws Exception {
        KillerPath programs = new KillerPath(folder);
        programs.warmUp(folder);
        try (PostgresServer server = PostgresServer.start()) {
            SharedAddress address = server.newDatabase();
            try (CutOffStation a = new CutOffStation(folder, "A", address, programs);
                    CutOffStation b = new CutOffStation(folder, "B", address, programs)) {
                work(server, List.of(a, b));
                new SiteReckoning(address, List.of(a, b)).inspect();
                assertEquals(sitePoints(), struck(), "every point of a site is hit");
            } finally {
                hands.shutdownNow();
            }
        }
    }

    private void work(PostgresServer server, List<CutOffStation> stations) throws Exception {
        // The first makes the site, its tables and the identity key.
        for (CutOffStation station : stations) {
            station.start();
        }
        for (int i = 0; i < COME_BEFORE; i++) {
            stations.get(i % 2).checkIn(i + 1);
        }
        for (CutOffStation station : stations) {
            station.callSomebody();
            station.photograph();
        }
        for (CutOffStation station : stations) {
            station.awaitReadyForTheWorst(COME_BEFORE);
        }
        for (CutOffStation station : stations) {
            station.isToBeKilledAt(List.of(CrashPoint.WENT_OFFLINE));
        }
        server.kill();

        atOnce(stations, CutOffStation::awaitOffline);
        atOnce(stations, station -> station.goOnAlone(COME_OFFLINE));
        for (CutOffStation station : stations) {
            station.isToBeKilledAt(ON_THE_WAY_BACK);
        }
        server.restart();

        atOnce(stations, CutOffStation::awaitInStep);
        // An answer that is lost between the site and the desk: the same request gets the same number.
        for (CutOffStation station : stations) {
            station.isToBeKilledAt(List.of(CrashPoint.CHANGE_AT_SITE));
        }
        atOnce(stations, CutOffStation::serveOneMore);
        atOnce(stations, CutOffStation::awaitInStep);
    }

    private interface Deed {
        void at(CutOffStation station) throws Exception;
    }

    private void atOnce(List<CutOffStation> stations, Deed deed) throws Exception {
        List<Future<Boolean>> done = new ArrayList<>();
        for (CutOffStation station : stations) {
            Callable<Boolean> task = () -> {
                try {
                    deed.at(station);
                } catch (AssertionError | Exception e) {
                    throw new AssertionError("station " + station.name() + "\n" + station.logs(), e);
                }
                return true;
            };
            done.add(hands.submit(task));
        }
        for (Future<Boolean> each : done) {
            assertTrue(each.get());
        }
    }

    private static Set<String> sitePoints() {
        return Arrays.stream(CrashPoint.values())
                .filter(CrashPoint::isOfSite)
                .flatMap(point -> List.of("A " + point, "B " + point).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> struck() throws Exception {
        Set<String> struck = new HashSet<>();
        for (String name : List.of("A", "B")) {
            for (String line : Files.readAllLines(folder.resolve(name).resolve(Blow.STRUCK))) {
                struck.add(name + " " + Blow.parse(line).point());
            }
        }
        return struck;
    }
}
