package caixiang.station.site;

import caixiang.station.store.Database;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.Ids;
import caixiang.station.store.PostgresServer;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.SharedDatabase;
import caixiang.station.store.Stations;
import caixiang.station.store.StoreException;
import caixiang.station.store.Transactor;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How many shooting numbers eight clients are given in a second, each durable before the next is asked for; beside it how
 * often this disk syncs in a second what one program appends to one file.
 */
final class SiteBenchmark {
    private static final int CLIENTS = 8;
    private static final int WARM_UP = 400;
    private static final int EACH = 1_500;
    private static final int SYNCS = 1_000;
    private static final int SYNC_BYTES = 4_096;
    private static final Session DAY = new Session("day", "Day");

    private SiteBenchmark() {}

    public static void main(String[] words) throws Exception {
        Path folder = Files.createTempDirectory("caixiang-bench");
        Clock clock = Clock.systemUTC();
        try (PostgresServer server = PostgresServer.start();
                Database own = Database.open(folder.resolve("own.sqlite"), clock);
                Database site = Database.open(folder.resolve("site.sqlite"), clock);
                SharedDatabase shared = SharedDatabase.at(server.newDatabase(), clock)) {
            Waiting.forResult(own.write(handle -> new Sessions(handle).open(DAY, clock.instant())));
            Waiting.forResult(site.write(handle -> new Sessions(handle).open(DAY, clock.instant())));
            ThisStation self = new Joining(shared, site, DAY)
                    .join("A", true, IdentityKey.open(folder.resolve("key"), site), new Ids(clock, new Random()));
            Waiting.forResult(shared.write(
                    handle -> new Stations(handle).hold("A", self.instanceId(), "", Duration.ofMinutes(10))));
            System.out.printf("%-70s %,8.0f%n", "syncs of 4 KiB per second, one file", syncsPerSecond(folder));
            Queue queue = new SharedQueue(shared, site, DAY, self);
            print("numbers per second, SQLite", () -> number(own));
            print("numbers per second, PostgreSQL", () -> number(shared));
            print(
                    "queue changes per second, PostgreSQL and the station's own copy",
                    () -> Waiting.forResult(
                            queue.commit((handle, journal) -> new Sessions(handle).nextNumber(DAY.id()))));
        }
        System.exit(0);
    }

    private static double syncsPerSecond(Path folder) throws IOException {
        Path file = folder.resolve("synced");
        long begun = System.nanoTime();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < SYNCS; i++) {
                out.write(ByteBuffer.allocate(SYNC_BYTES));
                out.force(false);
            }
        }
        return SYNCS * 1e9 / (System.nanoTime() - begun);
    }

    private static int number(Transactor database) throws StoreException {
        return Waiting.forResult(database.write(handle -> new Sessions(handle).nextNumber(DAY.id())));
    }

    private static void print(String what, Callable<Integer> one) throws Exception {
        run(WARM_UP, one);
        Duration took = run(EACH, one);
        System.out.printf("%-70s %,8.0f%n", what, CLIENTS * EACH * 1e9 / took.toNanos());
    }

    private static Duration run(int each, Callable<Integer> one) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long begun = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        for (int started = 0; started < CLIENTS; started++) {
            running.add(clients.submit(() -> {
                for (int i = 0; i < each; i++) {
                    one.call();
                }
                return true;
            }));
        }
        for (Future<?> client : running) {
            client.get();
        }
        clients.shutdown();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
