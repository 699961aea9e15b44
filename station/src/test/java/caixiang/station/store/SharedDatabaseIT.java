package caixiang.station.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.store.StoreException.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is particular to the shared database: it can be far away, gone, or busy with another station. */
@Timeout(120)
final class SharedDatabaseIT {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Duration PATIENCE = SharedDatabase.ANSWER_MAX.plusSeconds(1);

    private static PostgresServer server;
    private static SharedAddress migrated;

    private SharedDatabase database;

    @BeforeAll
    static void start() throws Exception {
        server = PostgresServer.start();
        migrated = server.newDatabase();
        SharedDatabase first = SharedDatabase.at(migrated, Clock.systemUTC());
        first.migrate();
        first.close();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void open() throws Exception {
        database = SharedDatabase.at(server.copyOf(migrated), Clock.systemUTC());
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(new Session("a", "A"), NOW)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void stationsThatStartAtOnceMigrateOnce() throws Exception {
        SharedAddress empty = server.newDatabase();
        List<Thread> threads = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread thread = new Thread(() -> {
                try (SharedDatabase each = SharedDatabase.at(empty, Clock.systemUTC())) {
                    each.migrate();
                } catch (StoreException e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void aReaderCannotWrite() {
        StoreException refused =
                failure(database.read(handle -> new Sessions(handle).open(new Session("b", "B"), NOW)), Fault.FAILED);

        assertTrue(message(refused).contains("read-only"), message(refused));
    }

    @Test
    void nobodyListeningIsSaidWithinTheDeadline() throws IOException {
        int nobody = freePort();
        try (SharedDatabase gone = SharedDatabase.at(
                new SharedAddress("jdbc:postgresql://127.0.0.1:" + nobody + "/x", "caixiang", "pass-word"),
                Clock.systemUTC())) {
            StoreException failure = failure(gone.write(handle -> 1), Fault.UNREACHABLE);
            assertTrue(message(failure).contains(":" + nobody), message(failure));
            assertFalse(message(failure).contains("pass-word"), message(failure));
            assertEquals(
                    Fault.UNREACHABLE,
                    assertThrows(StoreException.class, gone::migrate).fault());
        }
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SharedDatabase deaf = SharedDatabase.at(
                        new SharedAddress(
                                "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/x", "caixiang", ""),
                        Clock.systemUTC())) {
            failure(deaf.write(handle -> 1), Fault.UNREACHABLE);
        }
    }

    @Test
    void aKilledServerIsNoticedAndARestartedOneServesAgainWithWhatWasCommitted() throws Exception {
        server.kill();
        failure(database.write(handle -> new Sessions(handle).open(new Session("lost", "L"), NOW)), Fault.UNREACHABLE);

        server.restart();

        assertEquals(true, answeredAtLast(handle -> new Sessions(handle).exists("a")));
        assertEquals(false, Waiting.forResult(database.read(handle -> new Sessions(handle).exists("lost"))));
    }

    /** The pool looks for the server again at growing intervals, of some seconds at most. */
    private <T> T answeredAtLast(Work<T> work) throws StoreException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return Waiting.forResult(database.read(work));
            } catch (StoreException e) {
                if (e.fault() != Fault.UNREACHABLE || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    @Test
    void whoWaitsTooLongForAnotherStationIsToldAndNothingHasHappened() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CompletionStage<Integer> holder = database.write(handle -> {
            int number = new Sessions(handle).nextNumber("a");
            locked.countDown();
            release.await();
            return number;
        });
        locked.await();

        failure(database.write(handle -> new Sessions(handle).nextNumber("a")), Fault.OVERLOADED);
        release.countDown();

        assertEquals(Integer.valueOf(1), Waiting.forResult(holder));
        int second = Waiting.forResult(database.write(handle -> new Sessions(handle).nextNumber("a")));
        assertEquals(2, second);
    }

    @Test
    void twoTransactionsThatBlockEachOtherAreBothDone() throws Exception {
        Waiting.forResult(database.write(handle -> new Sessions(handle).open(new Session("b", "B"), NOW)));
        CountDownLatch both = new CountDownLatch(2);
        CompletionStage<Integer> one = database.write(handle -> bothNumbers(new Sessions(handle), "a", "b", both));
        CompletionStage<Integer> other = database.write(handle -> bothNumbers(new Sessions(handle), "b", "a", both));

        assertEquals(3, Waiting.forResult(one) + Waiting.forResult(other), "each drew from both series once");
    }

    private static int bothNumbers(Sessions sessions, String first, String second, CountDownLatch both)
            throws Exception {
        sessions.nextNumber(first);
        both.countDown();
        both.await();
        return sessions.nextNumber(second);
    }

    /** Fails in this way, and in time. */
    private static StoreException failure(CompletionStage<?> stage, Fault fault) {
        long begun = System.nanoTime();
        StoreException failure = assertThrows(StoreException.class, () -> Waiting.forResult(stage));
        Duration waited = Duration.ofNanos(System.nanoTime() - begun);
        assertEquals(fault, failure.fault(), message(failure));
        assertTrue(waited.compareTo(PATIENCE) < 0, "it took " + waited);
        return failure;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
