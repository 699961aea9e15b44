package caixiang.benchmarks;

import caixiang.station.archive.FileHash;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.checkin.CheckIn;
import caixiang.station.checkin.RosterImport;
import caixiang.station.keeping.Keeper;
import caixiang.station.site.LocalQueue;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.IdentityKey;
import caixiang.station.store.IdentityVault;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Waiting;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What is left on the heap after many people were checked in, called and filed, with both copies and the keeper. */
final class MemoryOverADay {
    private static final int PEOPLE = 10_000;
    private static final int FIRST_LOOK = 1_000;

    private final Path folder;
    private final PrintStream out;

    MemoryOverADay(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        Path here = Files.createDirectories(folder.resolve("memory"));
        var session = new Session(SampleFrames.SESSION, SampleFrames.SESSION);
        byte[] picture = SampleFrames.picture(1_000, 5);
        Path spooled = Files.write(here.resolve("spooled.jpg"), picture);
        String sha256 = FileHash.of(spooled);
        SampleFrames samples = new SampleFrames();
        FrameArchive archive = new FrameArchive(here.resolve("archive"), Optional.of(here.resolve("second")));
        archive.open();
        try (Database database = Database.open(here.resolve("db/caixiang.sqlite"), Clock.systemUTC())) {
            IdentityVault vault = IdentityKey.open(here.resolve("identity.key"), database);
            Waiting.forResult(database.write(handle -> new Sessions(handle).open(session, Instant.now())));
            var queue = new LocalQueue(database, session, "A");
            CheckIn desk = new CheckIn(queue, vault, session, () -> {});
            Waiting.forResult(
                    new RosterImport(new RosterImport.Records(database, queue), vault, session, samples.ids(), () -> {})
                            .importCsv(roster(), "benchmark"));
            try (Keeper keeper = new Keeper(database, new Keeper.Charge(session, archive, vault, 0), () -> {})) {
                keeper.start();
                double early = 0;
                for (int number = 1; number <= PEOPLE; number++) {
                    var given = Waiting.forResult(desk.checkIn(student(number), "request-" + number, "benchmark"));
                    Files.write(spooled, picture);
                    Frame frame = samples.of(number, Optional.empty(), sha256, picture.length);
                    Waiting.forResult(database.inOrder(transactions -> {
                        var copies = archive.file(frame, spooled);
                        return transactions.commit(handle -> {
                            new Frames(handle).insert(frame);
                            return copies;
                        });
                    }));
                    var next = Waiting.forResult(desk.callNext("benchmark"));
                    if (number == FIRST_LOOK) {
                        early = heapMegabytes();
                    }
                    if (given == null || next == null) {
                        throw new IllegalStateException("the desk did not answer");
                    }
                }
                out.printf(
                        Locale.ROOT,
                        "memory: %.1f MB on the heap after %d sittings, %.1f MB after %d%n",
                        early,
                        FIRST_LOOK,
                        heapMegabytes(),
                        PEOPLE);
            }
        }
    }

    private static String student(int number) {
        return String.format(Locale.ROOT, "2026%05d", number);
    }

    private static byte[] roster() {
        StringBuilder csv = new StringBuilder("学号,姓名\n");
        for (int i = 1; i <= PEOPLE; i++) {
            csv.append(student(i)).append(",样").append(i).append('\n');
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double heapMegabytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
