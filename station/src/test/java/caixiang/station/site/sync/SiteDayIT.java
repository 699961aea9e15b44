package caixiang.station.site.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.site.StationView;
import caixiang.station.store.PostgresServer;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import caixiang.station.store.sync.Conflicts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The end of a day, and the time of day, at two stations of which one has been away. */
@Timeout(180)
class SiteDayIT {
    private static PostgresServer server;

    @TempDir
    Path folder;

    private SharedAddress address;
    private SiteStation a;
    private SiteStation b;

    @BeforeAll
    static void startServer() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        address = server.newDatabase();
        a = new SiteStation(folder, "A", address, Clock.systemUTC());
        b = new SiteStation(folder, "B", address, Clock.offset(Clock.systemUTC(), Duration.ofHours(-7)));
        a.importRoster("学号,姓名\nS1,样甲\nS2,样乙\n");
        SiteStation.await(
                "a reserve and a roster",
                () -> b.number("SELECT count(*) FROM reserved_number") == 20
                        && b.number("SELECT count(*) FROM person") == 2);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void whoComesBackIntoADayThatIsClosedMeanwhileIsTakenInAndListed() throws Exception {
        server.kill();
        a.awaitOffline();
        b.awaitOffline();
        int first = b.checkIn("S1");
        int second = b.checkIn("S2");
        assertTrue(first > 9_000 && second > 9_000);
        b.file(1, first);
        assertEquals(OptionalInt.of(second), b.callNext());
        b.file(2, second);
        b.callNext();
        // B stays away for longer than A, which ends its day meanwhile.
        b.close();
        server.restart();
        a.awaitInStep(0);
        a.closeDay();
        SiteStation.await("the site knows", () -> is("SELECT count(*) FROM site_closing", 1));
        assertEquals(OptionalInt.empty(), people(a), "nobody has come back yet");

        b = new SiteStation(folder, "B", address, Clock.systemUTC());

        a.awaitInStep(2);
        b.awaitInStep(2);
        SiteStation.await("A sees it", () -> a.number("SELECT count(*) FROM conflict") == 1);
        var late = a.conflict("after-closing").orElseThrow();
        assertEquals(OptionalInt.of(2), late.people());
        assertEquals("B", late.station());
        assertEquals(Optional.of("A"), late.otherStation());
        assertEquals(2, number("SELECT count(*) FROM sitting WHERE status = 'done'"), "they have come in all the same");
        SiteStation.await("B sees it", () -> b.number("SELECT count(*) FROM conflict") == 1);
        assertTrue(b.journal().contains("conflict"));
    }

    @Test
    void aClockThatIsOffIsToldToEveryStationAndKept() throws Exception {
        long behind = -Duration.ofHours(7).toMillis();
        for (SiteStation station : List.of(a, b)) {
            SiteStation.await("both clocks are known", () -> clocksOff(station).equals(List.of("B")));
        }
        long kept = number("SELECT clock_lead FROM station WHERE name = 'B'");
        assertTrue(Math.abs(kept - behind) < 2_000, "kept " + kept);
    }

    private static List<String> clocksOff(SiteStation at) {
        return at.stations().stream()
                .filter(StationView::isClockOff)
                .map(StationView::name)
                .toList();
    }

    private static OptionalInt people(SiteStation at) throws StoreException {
        return at.conflict("after-closing").map(Conflicts.Row::people).orElse(OptionalInt.empty());
    }

    private boolean is(String sql, int expected) {
        try {
            return number(sql) == expected;
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private int number(String sql) throws StoreException {
        try (SharedDatabase look = SharedDatabase.at(address, Clock.systemUTC())) {
            return Waiting.forResult(look.read(
                    handle -> handle.createQuery(sql).mapTo(Integer.class).one()));
        }
    }
}
