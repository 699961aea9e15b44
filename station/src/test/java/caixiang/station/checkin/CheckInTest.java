package caixiang.station.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.roster.SampleIds;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.ReadModel;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SittingView;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
final class CheckInTest {
    private static final Session SESSION = new Session("2026-11-22-a", "示例");

    @TempDir
    private Path folder;

    private Database database;
    private CheckIn checkIn;
    private RosterImport rosters;
    private ReadModel screens;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("caixiang.sqlite"), Clock.systemUTC());
        IdentityVault vault = IdentityKey.open(folder.resolve("identity.key"), database);
        Waiting.forResult(database.write(
                handle -> new Sessions(handle).open(SESSION, database.clock().instant())));
        Ids ids = new Ids(Clock.systemUTC(), new Random(1));
        LocalQueue queue = new LocalQueue(database, SESSION, "A");
        checkIn = new CheckIn(queue, vault, SESSION, () -> {});
        rosters = new RosterImport(new RosterImport.Records(database, queue), vault, SESSION, ids, () -> {});
        screens = new ReadModel(database, vault, SESSION, "A");
        assertTrue(importCsv(roster(12)).isTaken());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void numbersAreGivenInOrderAndTheFirstIsCurrentAtOnce() throws StoreException {
        assertEquals(new CheckInOutcome.Given(1, true), checkIn("20260005", "request-1"));
        assertEquals(new CheckInOutcome.Given(2, true), checkIn("20260002", "request-2"));

        var queue = Waiting.forResult(screens.queue());
        assertEquals(1, queue.current().orElseThrow().number());
        assertEquals(
                List.of(2), queue.waiting().stream().map(SittingView::number).toList());
    }

    @Test
    void theIdentityNumberChecksInAsTypedByHand() throws StoreException {
        String number = SampleIds.number(3);
        String typed = " " + number.substring(0, 6) + " " + number.substring(6).toLowerCase(java.util.Locale.ROOT);

        assertEquals(new CheckInOutcome.Given(1, true), checkIn(typed, "request-1"));
        assertEquals(
                "20260003",
                Waiting.forResult(screens.queue())
                        .current()
                        .orElseThrow()
                        .person()
                        .studentNumber());
    }

    @Test
    void whoeverHoldsANumberGetsTheSameAgainHoweverTheyAsk() throws StoreException {
        checkIn("20260003", "request-1");

        assertEquals(new CheckInOutcome.Given(1, false), checkIn("２０２６０００３", "request-2"));
        assertEquals(new CheckInOutcome.Given(1, false), checkIn(SampleIds.number(3), "request-3"));
    }

    @Test
    void theSameRequestHasOneEffectAndOneAnswer() throws StoreException {
        assertEquals(new CheckInOutcome.Given(1, true), checkIn("20260003", "request-1"));
        assertEquals(new CheckInOutcome.Given(1, true), checkIn("20260003", "request-1"));
        assertEquals(
                new CheckInOutcome.Refused(CheckInOutcome.Code.BAD_REQUEST),
                checkIn("20260004", "request-1"),
                "a used request id for someone else is a mistake of the caller, not a check-in");
        assertEquals(new CheckInOutcome.Given(2, true), checkIn("20260004", "request-2"));
    }

    /** A scanner that sends a part of a number must not find whoever's number contains it. */
    @ParameterizedTest
    @ValueSource(strings = {"2026000", "0003", "20260003 1", "99999920040101003", "%", "2026____", "'", "20260099"})
    void onlyTheWholeNumberIsFound(String credential) throws StoreException {
        assertEquals(
                new CheckInOutcome.Refused(CheckInOutcome.Code.UNKNOWN_CREDENTIAL), checkIn(credential, "request-1"));
        assertEquals(0, Waiting.forResult(screens.counts()).checkedIn());
    }

    @Test
    void oneWhoseStudentNumberIsAnothersIdentityNumberIsNotGuessed() throws StoreException {
        String both = SampleIds.number(500);
        assertTrue(
                importCsv("学号,姓名,身份证号\n" + both + ",样甲,\n777,样乙," + both + "\n").isTaken());

        assertEquals(new CheckInOutcome.Refused(CheckInOutcome.Code.AMBIGUOUS_CREDENTIAL), checkIn(both, "request-1"));
    }

    @Test
    void nextEndsTheTurnAndCallsTheLowestWaiting() throws StoreException {
        IntStream.rangeClosed(1, 3).forEach(i -> given("2026000" + i, "request-" + i));

        assertEquals(OptionalInt.of(2), Waiting.forResult(checkIn.callNext("样操作")));
        assertEquals(OptionalInt.of(3), Waiting.forResult(checkIn.callNext("样操作")));
        assertEquals(OptionalInt.empty(), Waiting.forResult(checkIn.callNext("样操作")));
        assertEquals(OptionalInt.empty(), Waiting.forResult(checkIn.callNext("样操作")), "nobody again is no harm");
        assertEquals(new CheckInOutcome.Given(4, true), checkIn("20260004", "request-4"));
        assertEquals(
                4, Waiting.forResult(screens.queue()).current().orElseThrow().number());
    }

    /** Eight desks at once; each asks twice, some ask for strangers, some repeat a request. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void numbersHaveNoGapsHoweverManyAskAtOnce(long seed) throws Exception {
        int people = 200;
        assertTrue(importCsv(roster(people)).isTaken());
        List<Integer> order =
                new ArrayList<>(IntStream.rangeClosed(1, people).boxed().toList());
        java.util.Collections.shuffle(order, new Random(seed));
        ExecutorService desks = Executors.newFixedThreadPool(8);
        try {
            List<Future<CheckInOutcome>> answers = new ArrayList<>();
            for (int person : order) {
                String student = String.format("2026%04d", person);
                answers.add(desks.submit(() -> checkIn(student, "first-" + person)));
                answers.add(desks.submit(() -> checkIn(person % 3 == 0 ? "nobody" : student, "again-" + person)));
            }
            for (Future<CheckInOutcome> answer : answers) {
                answer.get();
            }
        } finally {
            desks.shutdownNow();
        }

        List<SittingView> sittings = Waiting.forResult(screens.sittings(1000));
        TreeSet<Integer> numbers =
                new TreeSet<>(sittings.stream().map(SittingView::number).toList());
        assertEquals(new TreeSet<>(IntStream.rangeClosed(1, people).boxed().toList()), numbers);
        assertEquals(
                people,
                sittings.stream()
                        .map(s -> s.person().studentNumber())
                        .distinct()
                        .count());
        assertEquals(OptionalInt.of(people), numbers.stream().mapToInt(n -> n).max());
    }

    @Test
    void aRosterWithOneBadRowChangesNothing() throws StoreException {
        RosterReport report = importCsv("学号,姓名\n20260001,换名\n30000001,样新\n30000002,\n");

        assertFalse(report.isTaken());
        assertEquals(4, report.refused().get(0).line());
        assertEquals(12, report.people());
        given("20260001", "request-1");
        assertEquals(
                "样1",
                Waiting.forResult(screens.queue())
                        .current()
                        .orElseThrow()
                        .person()
                        .name());
    }

    @Test
    void aCorrectedRosterMayExchangeTwoIdentityNumbersAndKeepsNumbersGiven() throws StoreException {
        given("20260001", "request-1");
        RosterReport report = importCsv(
                "学号,姓名,身份证号\n20260001,样1," + SampleIds.number(2) + "\n20260002,样2," + SampleIds.number(1) + "\n");

        assertTrue(report.isTaken(), report.toString());
        assertEquals(12, report.people());
        assertEquals(new CheckInOutcome.Given(1, false), checkIn(SampleIds.number(2), "request-2"));
    }

    @Test
    void anIdentityNumberHeldBySomeoneElseIsRefusedAndNothingIsTaken() throws StoreException {
        RosterReport report = importCsv("学号,姓名,身份证号\n20260002,样2,\n30000001,样新," + SampleIds.number(1) + "\n");

        assertEquals(3, report.refused().get(0).line());
        assertEquals(12, report.people());
        assertEquals(
                new CheckInOutcome.Given(1, true),
                checkIn(SampleIds.number(2), "request-1"),
                "the number of another row of the refused file is still there");
    }

    /** What an office finds when it looks into the files of the station. */
    @Test
    void noIdentityNumberLiesReadableInTheDatabaseOrTheJournal() throws Exception {
        for (int i = 1; i <= 12; i++) {
            checkIn(SampleIds.number(i), "request-" + i);
        }
        checkIn(SampleIds.number(99), "request-99");
        assertEquals("999999********" + SampleIds.number(1).substring(14), maskedOfCurrent());
        database.close();

        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (int i : new int[] {1, 5, 12, 99}) {
                    assertFalse(content.contains(SampleIds.number(i)), file + " holds an identity number");
                }
            }
        }
        database = Database.open(folder.resolve("caixiang.sqlite"), Clock.systemUTC());
        assertTrue(Waiting.forResult(database.read(handle -> new Journal(handle).firstBroken()))
                .isEmpty());
    }

    private String maskedOfCurrent() throws StoreException {
        return Waiting.forResult(screens.queue())
                .current()
                .orElseThrow()
                .person()
                .maskedIdNumber();
    }

    private CheckInOutcome checkIn(String credential, String requestId) throws StoreException {
        CompletionStage<CheckInOutcome> stage = checkIn.checkIn(credential, requestId, "样操作");
        return Waiting.forResult(stage);
    }

    private void given(String credential, String requestId) {
        try {
            assertInstanceOf(CheckInOutcome.Given.class, checkIn(credential, requestId));
        } catch (StoreException e) {
            throw new AssertionError(e);
        }
    }

    private RosterReport importCsv(String csv) throws StoreException {
        return Waiting.forResult(rosters.importCsv(csv.getBytes(StandardCharsets.UTF_8), "样操作"));
    }

    private static String roster(int people) {
        StringBuilder csv = new StringBuilder("学号,姓名,身份证号,学院\n");
        for (int i = 1; i <= people; i++) {
            csv.append(String.format("2026%04d,样%d,%s,示例学院%n", i, i, SampleIds.number(i)));
        }
        return csv.toString();
    }
}
