package caixiang.station.site.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.day.Obstacle;
import caixiang.station.day.Obstacle.Code;
import caixiang.station.store.Leftovers;
import caixiang.station.store.PostgresServer;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Sittings;
import caixiang.station.store.StoreException;
import caixiang.station.store.StoreException.Fault;
import caixiang.station.store.Waiting;
import caixiang.station.store.Work;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stations that lose a real PostgreSQL, go on alone and come back. */
@Timeout(180)
class OfflineIT {
    private static final String ROSTER = """
            学号,姓名
            S1,样甲
            S2,样乙
            S3,样丙
            S4,样丁
            S5,样戊
            S6,样己
            """;

    @TempDir
    Path folder;

    private static PostgresServer server;

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
        a.importRoster(ROSTER);
        for (SiteStation station : List.of(a, b)) {
            SiteStation.await(
                    "a reserve and a roster",
                    () -> station.number("SELECT count(*) FROM reserved_number") == 20
                            && station.number("SELECT count(*) FROM person") == 6
                            && station.number("SELECT stations = '[\"A\",\"B\"]' FROM sync_state") == 1);
        }
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    @Test
    void stationsThatLoseTheSiteTogetherWorkOnAndAreMergedWithoutAConflict() throws Exception {
        assertEquals(1, a.checkIn("S1"));
        assertEquals(2, a.checkIn("S2"));
        assertEquals(3, a.checkIn("S3"));
        assertEquals(OptionalInt.of(2), b.callNext());
        SiteStation.await("A knows", () -> a.number("SELECT count(*) FROM sitting WHERE station = 'B'") == 1);
        SiteStation.await("B knows", () -> b.number("SELECT count(*) FROM sitting") == 3);
        server.kill();

        long begun = System.nanoTime();
        int fourth = a.checkIn("S4");
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 6_000, "said within 6 s");
        begun = System.nanoTime();
        int fifth = a.checkIn("S5");
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 1_000, "and then at once");
        int sixth = b.checkIn("S6");
        assertEquals(6, Set.of(1, 2, 3, fourth, fifth, sixth).size());
        assertTrue(fourth > 9_000 && fifth > 9_000 && sixth > 9_000);
        a.file(1, 1);
        assertEquals(OptionalInt.of(fourth), a.callNext());
        a.file(2, fourth);
        assertEquals(OptionalInt.of(sixth), b.callNext());
        b.file(1, 2);
        b.file(2, sixth);
        assertEquals(
                Fault.UNREACHABLE,
                assertThrows(StoreException.class, () -> b.importRoster(ROSTER)).fault());

        server.restart();

        a.awaitInStep(4);
        b.awaitInStep(4);
        assertEquals(List.of(), a.conflicts());
        assertAlike();
        assertEquals(4, number("SELECT count(*) FROM frame"));
        assertEquals(3, number("SELECT last_number FROM session"), "the main series has no gap");
        for (SiteStation station : List.of(a, b)) {
            assertEquals(List.of(), station.obstacles());
            assertEquals(
                    List.of(),
                    station.read(
                            handle -> new Leftovers(handle, SiteStation.SESSION.id()).turnsWithoutFrame("no-frame")),
                    "who was photographed at the other station does not lack a frame here");
        }
        assertEquals(sixth, a.checkIn("S6"), "whoever was checked in by B keeps that number at A");
        assertTrue(a.journal().containsAll(List.of("went-offline", "merged", "came-back")), "" + a.journal());
        assertFalse(a.journal().contains("conflict"));
    }

    @Test
    void whatCannotBothHoldIsListedAtEveryStationAndSettledBySomebody() throws Exception {
        a.checkIn("S1");
        int second = a.checkIn("S2");
        SiteStation.await("B knows", () -> b.number("SELECT count(*) FROM sitting") == 2);
        server.kill();
        // One person at two desks, and both stations call the one number that waits.
        int atA = a.checkIn("S3");
        int atB = b.checkIn("S3");
        b.callNext();
        b.callNext();
        a.callNext();
        a.callNext();
        a.file(1, second);
        b.file(1, second);
        assertEquals(List.of(Code.SITE_BEHIND), codes(a), "the day is not closed offline");
        server.restart();

        a.awaitInStep(2);
        b.awaitInStep(2);
        SiteStation.await(
                "both see both conflicts",
                () -> a.number("SELECT count(*) FROM conflict") == 2 && b.number("SELECT count(*) FROM conflict") == 2);
        assertAlike();
        assertEquals(List.of(new Obstacle(Code.SITE_CONFLICTS, 2)), a.obstacles());
        var twoNumbers = a.conflict("two-numbers").orElseThrow();
        assertEquals(
                Set.of(atA, atB),
                new TreeSet<>(List.of(
                        twoNumbers.number().orElseThrow(),
                        twoNumbers.otherNumber().orElseThrow())));
        var calledTwice = a.conflict("called-twice").orElseThrow();
        assertEquals(OptionalInt.of(second), calledTwice.number());
        assertEquals(2, number("SELECT count(*) FROM frame WHERE number = " + second), "both frames are kept");
        assertEquals(
                1,
                number("SELECT count(*) FROM sitting JOIN person USING (person_id) WHERE student_number = 'S3'"
                        + " AND second_of IS NULL"));

        var settled = Waiting.forResult(b.site.settle(calledTwice.id(), "李老师", "两站各拍一张，同一人"));

        assertEquals(
                "李老师", settled.orElseThrow().conflict().settled().orElseThrow().by());
        SiteStation.await("A sees it", () -> a.number("SELECT count(*) FROM conflict WHERE settled_at IS NULL") == 1);
        assertTrue(b.journal().contains("conflict-settled"));
        SiteStation.await(
                "the journals say so", () -> journaled("conflict") == 2 && journaled("conflict-settled") == 1);
    }

    @Test
    void aStationStartsAgainWithoutTheSiteAndGoesOnWhereItWas() throws Exception {
        a.checkIn("S1");
        server.kill();
        int offline = a.checkIn("S2");
        a.close();
        a = new SiteStation(folder, "A", address, Clock.systemUTC());
        assertTrue(a.isOffline());
        assertEquals(OptionalInt.of(offline), a.callNext());
        a.file(1, offline);
        server.restart();

        a.awaitInStep(1);
        b.awaitInStep(1);
        assertAlike();
        assertEquals(List.of(), a.conflicts());
    }

    /** The state a kill leaves between the site's commit and the note of it here is that of a copy made before. */
    @Test
    void aMergeThatWasCutOffBeforeItWasNotedIsDoneAgainWithTheSameResult() throws Exception {
        a.checkIn("S1");
        a.checkIn("S2");
        SiteStation.await("B knows", () -> b.number("SELECT count(*) FROM sitting") == 2);
        server.kill();
        a.awaitOffline();
        b.awaitOffline();
        b.checkIn("S3");
        a.checkIn("S3");
        a.callNext();
        a.callNext();
        b.callNext();
        a.file(1, 2);
        a.close();
        Path database = folder.resolve("A/caixiang.db");
        Path before = Files.copy(database, folder.resolve("before.db"));
        server.restart();
        b.awaitInStep(0);
        a = new SiteStation(folder, "A", address, Clock.systemUTC());
        a.awaitInStep(1);
        List<String> merged = server(SiteStation::sittings);
        int conflicts = number("SELECT count(*) FROM conflict");
        assertTrue(conflicts > 0);
        a.close();
        for (String end : List.of("-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("A/caixiang.db" + end));
        }
        Files.copy(before, database, StandardCopyOption.REPLACE_EXISTING);

        a = new SiteStation(folder, "A", address, Clock.systemUTC());
        SiteStation.await("merged again", () -> !a.isOffline());

        assertEquals(merged, server(SiteStation::sittings));
        assertEquals(conflicts, number("SELECT count(*) FROM conflict"));
        assertEquals(1, number("SELECT count(*) FROM frame"));
        assertAlike();
    }

    @Test
    void theReserveEndsWithAClearRefusalAndIsFilledAgain() throws Exception {
        StringBuilder more = new StringBuilder("学号,姓名\n");
        for (int i = 0; i < 21; i++) {
            more.append("T").append(i).append(",样").append((char) ('一' + i)).append('\n');
        }
        a.importRoster(more.toString());
        server.kill();
        Set<Integer> given = new TreeSet<>();
        for (int i = 0; i < 20; i++) {
            given.add(a.checkIn("T" + i));
        }
        assertEquals(20, given.size());
        assertEquals(
                Fault.NO_NUMBERS,
                assertThrows(StoreException.class, () -> a.checkIn("T20")).fault());
        server.restart();

        a.awaitInStep(0);
        assertEquals(1, a.checkIn("T20"), "online again, out of the main series");
        SiteStation.await("a new reserve", () -> a.number("SELECT count(*) FROM reserved_number") == 20);
        assertTrue(a.number("SELECT MIN(number) FROM reserved_number") > 9_020, "none of a reserve that was given out");
    }

    @Test
    void aNumberTheSiteGaveAwayStillAnswersTheJoin() throws Exception {
        a.checkIn("S1");
        a.checkIn("S2");
        SiteStation.await("B knows", () -> b.number("SELECT count(*) FROM sitting") == 2);
        server.kill();
        a.awaitOffline();
        b.awaitOffline();
        a.callNext();
        Instant moment = Instant.now().plusMillis(50);
        assertEquals(List.of(2), currentAtA(moment));
        // B calls the same number; whoever comes second finds it called already.
        b.callNext();
        server.restart();
        a.awaitInStep(0);
        b.awaitInStep(0);
        SiteStation.await("listed", () -> a.number("SELECT count(*) FROM conflict") == 1);

        assertTrue(currentAtA(moment).contains(2), "a frame of that moment must not seem to be somebody else's");
    }

    private List<Integer> currentAtA(Instant moment) throws StoreException {
        return a.read(handle -> new Sittings(handle, SiteStation.SESSION.id()).currentBetween("A", moment, moment));
    }

    /** Both stations and the site's database hold the same numbers, each once. */
    private void assertAlike() throws Exception {
        List<String> atSite = server(SiteStation::sittings);
        SiteStation.await("A is like the site", () -> same(a, atSite));
        SiteStation.await("B is like the site", () -> same(b, atSite));
        assertEquals(
                atSite.size(),
                atSite.stream().map(line -> line.split(" ", -1)[0]).distinct().count());
    }

    private static boolean same(SiteStation station, List<String> atSite) {
        try {
            return station.sittings().equals(atSite);
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Code> codes(SiteStation at) throws StoreException {
        return at.obstacles().stream().map(Obstacle::code).toList();
    }

    private int journaled(String what) {
        try {
            return number("SELECT count(*) FROM journal WHERE what = '" + what + "'");
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private int number(String sql) throws StoreException {
        return server(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }

    private <T> T server(Work<T> work) throws StoreException {
        try (SharedDatabase look = SharedDatabase.at(address, Clock.systemUTC())) {
            return Waiting.forResult(look.read(work));
        }
    }
}
