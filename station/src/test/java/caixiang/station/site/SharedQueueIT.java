package caixiang.station.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.sitting.Turns;
import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Ids;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.JournalRow;
import caixiang.station.store.People;
import caixiang.station.store.PersonRow;
import caixiang.station.store.PostgresServer;
import caixiang.station.store.QueueEntries;
import caixiang.station.store.Session;
import caixiang.station.store.SessionChanges;
import caixiang.station.store.SessionCopy;
import caixiang.station.store.Sessions;
import caixiang.station.store.SharedAddress;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Sittings;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Stations in one process, on one PostgreSQL. */
@Timeout(120)
final class SharedQueueIT {
    private static final Session DAY = new Session("day", "Day");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private static PostgresServer server;

    @TempDir
    private Path folder;

    private SharedAddress address;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** One station: its own database, and its way to the site. */
    private record Member(Database own, SharedDatabase shared, ThisStation self, SharedQueue queue) {}

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void newSite() throws Exception {
        address = server.newDatabase();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @Test
    void whatOneStationChangesTheOtherCopiesAndEachJournalsItsOwn() throws Exception {
        Member a = member("A");
        Member b = member("B");
        enter(a, 1);
        enter(a, 2);
        int called = next(b).getAsInt();

        assertEquals(1, called);
        assertTrue(Waiting.forResult(a.queue().copy()));
        assertFalse(Waiting.forResult(a.queue().copy()), "there is nothing new");
        assertEquals(new Turns(OptionalInt.empty(), List.of(2)), turns(a));
        assertEquals(new Turns(OptionalInt.of(1), List.of(2)), turns(b));
        assertEquals(List.of("entered", "entered"), journal(a));
        assertEquals(List.of("called"), journal(b));
    }

    @Test
    void whatWasCommittedBeforeACrashIsCopiedAndJournaledOnceAfterIt() throws Exception {
        Member a = member("A");
        enter(a, 1);
        // As if the station had died between the site's commit and its own copy, and copied twice afterwards.
        SessionChanges changes = Waiting.forResult(a.shared().write(handle -> {
            new Sessions(handle).change(DAY.id());
            new QueueEntries(handle, DAY.id()).save(2, "A", List.of(JournalEntry.of(NOW, DAY.id(), "left-behind")));
            return new SessionCopy(handle, DAY.id()).since(1, "A");
        }));
        assertEquals(List.of("entered"), journal(a));

        apply(a, changes);
        apply(a, changes);
        Waiting.forResult(a.queue().copy());

        assertEquals(List.of("left-behind", "entered"), journal(a));
    }

    @Test
    void anOlderCopyDoesNotUndoANewerOne() throws Exception {
        Member a = member("A");
        enter(a, 1);
        SessionChanges older =
                Waiting.forResult(a.shared().read(handle -> new SessionCopy(handle, DAY.id()).since(0, "A")));
        next(a);

        apply(a, older);

        assertEquals(OptionalInt.of(1), turns(a).current());
    }

    @Test
    void aStationWithAnotherIdentityKeyIsRefused() throws Exception {
        member("A");

        StoreException refused = assertThrows(StoreException.class, () -> member("B", "other.key", "b2"));

        assertTrue(String.valueOf(refused.getMessage()).contains("identity key"), refused.getMessage());
    }

    @Test
    void aSessionBegunAloneIsNotSharedAfterwards() throws Exception {
        try (Database own = Database.open(folder.resolve("alone.sqlite"), Clock.systemUTC())) {
            Waiting.forResult(own.write(handle -> new Sessions(handle).open(DAY, NOW)));
            Waiting.forResult(new LocalQueue(own, DAY, "A").commit((handle, journal) -> {
                new People(handle).save(DAY.id(), person(1), Optional.empty());
                return true;
            }));
        }

        StoreException refused = assertThrows(StoreException.class, () -> member("A", "identity.key", "alone"));

        assertTrue(String.valueOf(refused.getMessage()).contains("set another session.id"), refused.getMessage());
    }

    @Test
    void aStationIsRefusedItsChangesWhenAnotherHasTakenItsName() throws Exception {
        Member a = member("A");
        hold(a, a.self().instanceId(), Duration.ofMillis(-1), true);
        hold(a, "somebody-else", Duration.ofSeconds(60), true);

        StoreException refused = assertThrows(StoreException.class, () -> enter(a, 1));

        assertTrue(String.valueOf(refused.getMessage()).contains("another computer"), refused.getMessage());
    }

    @Test
    void theSameStationIsLetInAgainAtOnceAndAnotherOfItsNameOnlyAfterTheLease() throws Exception {
        Member a = member("A");

        hold(a, a.self().instanceId(), Duration.ofSeconds(60), true);
        hold(a, "somebody-else", Duration.ofSeconds(60), false);
        hold(a, a.self().instanceId(), Duration.ofMillis(-1), true);
        hold(a, "somebody-else", Duration.ofSeconds(60), true);
    }

    @Test
    void aStationThatLeavesTheSiteLetsThoseOfTheOthersWaitAgain() throws Exception {
        Member a = member("A");
        Member b = member("B");
        enter(a, 1);
        enter(a, 2);
        next(a);
        next(b);
        Waiting.forResult(a.queue().copy());

        int givenBack = Waiting.forResult(new LocalQueue(a.own(), DAY, "A").start());

        assertEquals(1, givenBack);
        assertEquals(new Turns(OptionalInt.of(1), List.of(2)), turns(a));
    }

    private void hold(Member by, String instance, Duration lease, boolean isHeld) throws StoreException {
        boolean held = Waiting.forResult(
                by.shared().write(handle -> new Stations(handle).hold("A", instance, "http://x/", lease)));
        assertEquals(isHeld, held);
    }

    private Member member(String name) throws Exception {
        Member member = member(name, "identity.key", name);
        boolean held = Waiting.forResult(member.shared()
                .write(handle -> new Stations(handle)
                        .hold(name, member.self().instanceId(), "http://" + name + "/", Duration.ofSeconds(60))));
        assertTrue(held);
        return member;
    }

    private Member member(String name, String key, String file) throws Exception {
        Database own = Database.open(folder.resolve(file + ".sqlite"), Clock.systemUTC());
        open.add(own);
        SharedDatabase shared = SharedDatabase.at(address, Clock.systemUTC());
        open.add(shared);
        Waiting.forResult(own.write(handle -> new Sessions(handle).open(DAY, NOW)));
        IdentityVault vault = IdentityKey.open(folder.resolve(key), own);
        var ids = new Ids(Clock.systemUTC(), new Random());
        ThisStation self = new Joining(shared, own, DAY).join(name, true, vault, ids);
        return new Member(own, shared, self, new SharedQueue(shared, own, DAY, self));
    }

    private static PersonRow person(int number) {
        return new PersonRow("p" + number, "2026" + number, "样甲子", "", "", Optional.empty());
    }

    private static void enter(Member at, int number) throws StoreException {
        Waiting.forResult(at.queue().commit((handle, journal) -> {
            new People(handle).save(DAY.id(), person(number), Optional.empty());
            new Sittings(handle, DAY.id()).insertWaiting(number, "p" + number, "request-" + number, NOW);
            journal.accept(JournalEntry.of(NOW, DAY.id(), "entered").number(number));
            return number;
        }));
    }

    private static OptionalInt next(Member at) throws StoreException {
        return Waiting.forResult(at.queue().commit((handle, journal) -> {
            Sittings sittings = new Sittings(handle, DAY.id());
            Turns before = sittings.turns(at.queue().station());
            sittings.save(at.queue().station(), before, before.next(), NOW);
            journal.accept(JournalEntry.of(NOW, DAY.id(), "called"));
            return before.next().current();
        }));
    }

    private static void apply(Member at, SessionChanges changes) throws StoreException {
        Waiting.forResult(at.own().write(handle -> new SessionCopy(handle, DAY.id()).apply(changes, NOW)));
    }

    private static Turns turns(Member at) throws StoreException {
        return Waiting.forResult(at.own()
                .read(handle -> new Sittings(handle, DAY.id()).turns(at.self().name())));
    }

    /** Newest first. */
    private static List<String> journal(Member at) throws StoreException {
        return Waiting.forResult(at.own().read(handle -> new Journal(handle).newest(DAY.id(), 10))).stream()
                .map(JournalRow::what)
                .toList();
    }
}
