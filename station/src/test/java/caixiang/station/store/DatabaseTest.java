package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DatabaseTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() throws StoreException {
        database = Database.open(folder.resolve("db/caixiang.sqlite"), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void everyCommitWaitsForTheDisk() throws StoreException {
        assertEquals("wal", pragma("journal_mode"));
        assertEquals("2", pragma("synchronous"), "2 is FULL: power may fail after an acknowledgement");
    }

    @Test
    void workThatFailsLeavesNothingBehind() throws StoreException {
        CompletionStage<Void> failing = database.write(handle -> {
            new Sessions(handle).open(new Session("a", "A"), NOW);
            throw new IllegalStateException("stop here");
        });
        StoreException failure = assertThrows(StoreException.class, () -> Waiting.forResult(failing));

        assertTrue(message(failure).contains("stop here"), message(failure));
        boolean exists = Waiting.forResult(database.read(handle -> new Sessions(handle).exists("a")));
        assertFalse(exists);
    }

    @Test
    void writesThatWaitAreCommittedTogetherAndOneThatFailsTakesBackOnlyItself() throws Exception {
        CountDownLatch submitted = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger commits = new AtomicInteger();
        database.afterCommit(commits::incrementAndGet);
        CompletionStage<Boolean> before = database.write(handle -> {
            begun.countDown();
            return submitted.await(30, TimeUnit.SECONDS);
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        List<CompletionStage<Boolean>> opening = new ArrayList<>();
        for (String id : List.of("a", "b", "c")) {
            opening.add(database.write(handle -> {
                boolean isNew = new Sessions(handle).open(new Session(id, id), NOW);
                if (id.equals("b")) {
                    throw new IllegalStateException("stop here");
                }
                return isNew;
            }));
        }
        submitted.countDown();

        assertTrue(Waiting.forResult(before));
        assertTrue(Waiting.forResult(opening.get(0)));
        assertThrows(StoreException.class, () -> Waiting.forResult(opening.get(1)));
        assertTrue(Waiting.forResult(opening.get(2)));
        assertEquals(2, commits.get(), "the first alone, the others together");
        List<Boolean> exist = Waiting.forResult(database.read(handle -> List.of("a", "b", "c").stream()
                .map(new Sessions(handle)::exists)
                .toList()));
        assertEquals(List.of(true, false, true), exist);
    }

    @Test
    void noWriteOfSeveralIsAnsweredBeforeTheirCommit() throws Exception {
        CountDownLatch submitted = new CountDownLatch(1);
        CompletionStage<Boolean> before = database.write(handle -> submitted.await(30, TimeUnit.SECONDS));
        CompletionStage<Boolean> first =
                database.write(handle -> new Sessions(handle).open(new Session("a", "A"), NOW));
        CompletionStage<Boolean> second =
                database.write(handle -> first.toCompletableFuture().isDone());
        submitted.countDown();

        assertTrue(Waiting.forResult(before));
        assertFalse(Waiting.forResult(second), "its commit is still to come");
        assertTrue(Waiting.forResult(first));
    }

    @Test
    void aReaderCannotWrite() {
        CompletionStage<Boolean> writing =
                database.read(handle -> new Sessions(handle).open(new Session("a", "A"), NOW));

        assertThrows(StoreException.class, () -> Waiting.forResult(writing));
    }

    @Test
    void tooMuchWaitingWorkIsRefusedAndTheRestIsDone() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<CompletionStage<Integer>> stages = new ArrayList<>();
        stages.add(database.write(handle -> {
            started.countDown();
            release.await();
            return -1;
        }));
        assertTrue(started.await(10, TimeUnit.SECONDS));
        for (int i = 0; i < 70; i++) {
            int number = i;
            stages.add(database.write(handle -> number));
        }
        release.countDown();

        int done = 0;
        int refused = 0;
        for (CompletionStage<Integer> stage : stages) {
            try {
                Waiting.forResult(stage);
                done++;
            } catch (StoreException e) {
                assertEquals(StoreException.Fault.OVERLOADED, e.fault());
                refused++;
            }
        }
        assertEquals(65, done, "one at work and 64 waiting");
        assertEquals(6, refused);
    }

    @Test
    void afterCloseWorkIsRefusedAndNotForgotten() {
        database.close();

        StoreException refused =
                assertThrows(StoreException.class, () -> Waiting.forResult(database.write(handle -> 1)));

        assertEquals(StoreException.Fault.STOPPED, refused.fault());
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() {
        Path impossible = Path.of("/proc/caixiang/db.sqlite");

        StoreException refused = assertThrows(StoreException.class, () -> Database.open(impossible, Clock.systemUTC()));

        assertTrue(message(refused).contains(impossible.toString()), message(refused));
    }

    @Test
    void theDatabaseOpensAgainWithWhatWasWritten() throws StoreException {
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(new Session("a", "A"), NOW)));
        database.close();

        database = Database.open(folder.resolve("db/caixiang.sqlite"), Clock.systemUTC());

        boolean exists = Waiting.forResult(database.read(handle -> new Sessions(handle).exists("a")));
        assertTrue(exists);
    }

    private String pragma(String name) throws StoreException {
        return Waiting.forResult(database.inOrder(transactions -> transactions.commit(handle ->
                handle.createQuery("PRAGMA " + name).mapTo(String.class).one())));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
