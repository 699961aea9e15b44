package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.sitting.SittingStatus;
import caixiang.station.sitting.Turns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Sessions, people, sittings, rosters and the journal, on whichever database. */
interface QueueTablesContract extends StoreContract {
    private void enter(int... numbers) throws StoreException {
        change(handle -> {
            for (int number : numbers) {
                new People(handle).save(DAY, person(number), Optional.of("lookup-" + number));
                new Sittings(handle, DAY).insertWaiting(number, "p" + number, "request-" + number, NOW);
            }
        });
    }

    private static PersonRow person(int number) {
        return new PersonRow("p" + number, "2026" + number, "样甲子", "示例学院", "一班", Optional.of("sealed-" + number));
    }

    @Test
    default void aSessionIsOpenedOnceAndRenamed() throws StoreException {
        assertEquals(false, write(handle -> new Sessions(handle).open(new Session(DAY, "Other"), NOW)));
        assertEquals(true, read(handle -> new Sessions(handle).exists(DAY)));
        assertEquals(false, read(handle -> new Sessions(handle).exists("night")));
        assertEquals(Optional.of(DAY), read(handle -> new Sessions(handle).at(NOW)));
        assertEquals(Optional.empty(), read(handle -> new Sessions(handle).at(NOW.minusMillis(1))));
    }

    @Test
    default void numbersFollowTheHighestKnown() throws StoreException {
        change(handle -> new Sessions(handle).raiseNumber(DAY, 41));
        change(handle -> new Sessions(handle).raiseNumber(DAY, 7));
        int next = write(handle -> new Sessions(handle).nextNumber(DAY));
        assertEquals(42, next);
    }

    @Test
    default void numbersDrawnByEightAtOnceHaveNoGapsAndOnlyRiseThoughSomeAreGivenBack() throws Exception {
        int each = 50;
        ExecutorService clients = Executors.newFixedThreadPool(8);
        List<Future<List<Integer>>> drawn = new ArrayList<>();
        for (int client = 0; client < 8; client++) {
            Random random = new Random(client);
            drawn.add(clients.submit(() -> draw(each, random)));
        }
        List<Integer> all = new ArrayList<>();
        for (Future<List<Integer>> client : drawn) {
            List<Integer> own = client.get();
            assertEquals(own.stream().sorted().toList(), own, "each client's numbers rise");
            all.addAll(own);
        }
        clients.shutdown();

        assertEquals(
                IntStream.rangeClosed(1, 8 * each).boxed().toList(),
                all.stream().sorted().toList());
    }

    /** One in twenty fails after it has drawn, as a person who is entered twice would. */
    private List<Integer> draw(int wanted, Random random) throws StoreException {
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < wanted) {
            boolean isGivenBack = random.nextInt(20) == 0;
            CompletionStage<Integer> drawing = database().write(handle -> {
                int number = new Sessions(handle).nextNumber(DAY);
                if (isGivenBack) {
                    throw new IllegalStateException("given back");
                }
                return number;
            });
            if (isGivenBack) {
                assertThrows(StoreException.class, () -> Waiting.forResult(drawing));
            } else {
                numbers.add(Waiting.forResult(drawing));
            }
        }
        return numbers;
    }

    @Test
    default void peopleAreFoundByTheWholeStudentNumberOrIdentityNumberOnly() throws StoreException {
        enter(1, 2);

        assertEquals(List.of(person(1)), read(handle -> new People(handle).find(DAY, "20261", Optional.empty())));
        assertEquals(List.of(person(2)), read(handle -> new People(handle).find(DAY, "x", Optional.of("lookup-2"))));
        assertEquals(List.of(), read(handle -> new People(handle).find(DAY, "2026", Optional.of("lookup"))));
        assertEquals(Set.of("lookup-1", "lookup-2"), read(handle -> new People(handle).idLookups(DAY)));
        int count = read(handle -> new People(handle).count(DAY));
        assertEquals(2, count);
    }

    @Test
    default void aPersonWhoIsThereIsBroughtUpToDateAndKeepsTheId() throws StoreException {
        enter(1);
        PersonRow later = new PersonRow("other", "20261", "样乙丑", "新学院", "二班", Optional.empty());

        change(handle -> new People(handle).clearIdNumbers(DAY, List.of("20261")));
        change(handle -> new People(handle).save(DAY, later, Optional.empty()));

        PersonRow found = read(handle -> new People(handle).find(DAY, "20261", Optional.empty()))
                .get(0);
        assertEquals(new PersonRow("p1", "20261", "样乙丑", "新学院", "二班", Optional.empty()), found);
    }

    @Test
    default void oneIdentityNumberBelongsToOnePerson() throws StoreException {
        enter(1);
        assertThrows(
                StoreException.class,
                () -> change(handle -> new People(handle).save(DAY, person(2), Optional.of("lookup-1"))));
    }

    @Test
    default void eachStationHasItsOwnCurrentNumberAndWaitingIsCommon() throws StoreException {
        enter(1, 2, 3);
        change(handle -> next(handle, "A"));
        change(handle -> next(handle, "B"));

        assertEquals(
                new Turns(OptionalInt.of(1), List.of(3)),
                read(handle -> sittings(handle).turns("A")));
        assertEquals(
                new Turns(OptionalInt.of(2), List.of(3)),
                read(handle -> sittings(handle).turns("B")));
        assertEquals(
                new Turns(OptionalInt.empty(), List.of(3)),
                read(handle -> sittings(handle).turns("C")));
        assertEquals(List.of("A", "B"), read(handle -> sittings(handle).stationsWithSomebody()));
    }

    @Test
    default void aStationCannotHaveTwoPeopleBeforeIt() throws StoreException {
        enter(1, 2);
        change(handle -> next(handle, "A"));
        Turns asIfNobodyWere = new Turns(OptionalInt.empty(), List.of(2));

        assertThrows(
                StoreException.class,
                () -> change(handle -> sittings(handle).save("A", asIfNobodyWere, asIfNobodyWere.next(), NOW)));
    }

    @Test
    default void whoIsGivenBackIsCalledBeforeAllOthers() throws StoreException {
        enter(1, 2, 3, 9001);
        change(handle ->
                sittings(handle).save("A", turns(handle, "A"), new Turns(OptionalInt.of(9001), List.of(1, 2, 3)), NOW));
        change(handle -> sittings(handle).giveBack(9001));

        assertEquals(new Turns(OptionalInt.empty(), List.of(9001, 1, 2, 3)), read(handle -> turns(handle, "B")));
    }

    @Test
    default void whoWasCurrentWhenIsKnownForEachStationByItself() throws StoreException {
        enter(1, 2, 3);
        change(handle -> next(handle, "A", NOW));
        change(handle -> next(handle, "B", NOW.plusSeconds(1)));
        change(handle -> next(handle, "A", NOW.plusSeconds(10)));

        assertEquals(List.of(1), between("A", 2, 9));
        assertEquals(List.of(1, 3), between("A", 9, 11));
        assertEquals(List.of(2), between("B", 2, 20));
        assertEquals(List.of(), between("C", 0, 20));
    }

    private List<Integer> between(String station, int fromSecond, int toSecond) throws StoreException {
        return read(handle ->
                sittings(handle).currentBetween(station, NOW.plusSeconds(fromSecond), NOW.plusSeconds(toSecond)));
    }

    private static Sittings sittings(Handle handle) {
        return new Sittings(handle, DAY);
    }

    private static Turns turns(Handle handle, String station) {
        return sittings(handle).turns(station);
    }

    private static void next(Handle handle, String station) {
        next(handle, station, NOW);
    }

    private static void next(Handle handle, String station, Instant at) {
        Turns before = turns(handle, station);
        sittings(handle).save(station, before, before.next(), at);
    }

    @Test
    default void aSittingIsFoundByItsPersonAndByItsRequestAndGivenOnce() throws StoreException {
        enter(5);
        SittingRow row = new SittingRow(5, "p5", "request-5", SittingStatus.WAITING);

        assertEquals(Optional.of(row), read(handle -> sittings(handle).ofPerson("p5")));
        assertEquals(Optional.of(row), read(handle -> sittings(handle).ofRequest("request-5")));
        assertThrows(
                StoreException.class,
                () -> change(handle -> sittings(handle).insertWaiting(6, "p5", "request-6", NOW)));
    }

    @Test
    default void theJournalIsAChainThatNobodyChanges() throws StoreException {
        for (int i = 1; i <= 3; i++) {
            JournalEntry entry = JournalEntry.of(NOW, DAY, "called").number(i).with("ended", "nobody");
            change(handle -> new Journal(handle).append(entry));
        }

        assertEquals(OptionalLong.empty(), read(handle -> new Journal(handle).firstBroken()));
        assertEquals(
                List.of(3L, 2L),
                read(handle -> new Journal(handle).newest(DAY, 2)).stream()
                        .map(JournalRow::sequence)
                        .toList());
        for (String statement : List.of("UPDATE journal SET number = 9", "DELETE FROM journal")) {
            StoreException refused =
                    assertThrows(StoreException.class, () -> change(handle -> handle.execute(statement)));
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused.getMessage());
        }
    }

    @Test
    default void theLastRosterIsRemembered() throws StoreException {
        change(handle -> new RosterImports(handle).save(DAY, new RosterImports.Row(1, "UTF-8"), NOW));
        change(handle -> new RosterImports(handle).save(DAY, new RosterImports.Row(60, "GB18030"), NOW));

        assertEquals(
                Optional.of(new RosterImports.Row(60, "GB18030")), read(handle -> new RosterImports(handle).last(DAY)));
    }

    @Test
    default void whatFailsLeavesNothingBehind() throws StoreException {
        assertThrows(
                StoreException.class,
                () -> change(handle -> {
                    new People(handle).save(DAY, person(1), Optional.empty());
                    throw new IllegalStateException("stop here");
                }));
        int people = read(handle -> new People(handle).count(DAY));
        assertEquals(0, people);
    }
}
