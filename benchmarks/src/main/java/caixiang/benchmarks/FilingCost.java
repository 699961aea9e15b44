package caixiang.benchmarks;

import caixiang.station.archive.FileHash;
import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameArchive;
import caixiang.station.store.Database;
import caixiang.station.store.Frames;
import caixiang.station.store.Journal;
import caixiang.station.store.JournalEntry;
import caixiang.station.store.Session;
import caixiang.station.store.Sessions;
import caixiang.station.store.Waiting;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Filing a spooled frame of 10 MB, beside a plain program that copies the same bytes to a new file and syncs that, and
 * one that does so twice, one after the other. Filing moves the frame, so its single copy costs no copying; with the
 * second copy it writes the bytes once, and also hashes them, writes two sidecars, syncs folders, and commits row and
 * journal. They take turns in one run.
 */
final class FilingCost {
    private static final int BYTES = 10_000_000;
    private static final int WARM_UP = 10;

    private final Path folder;
    private final int pairs;
    private final PrintStream out;

    FilingCost(Path folder, int pairs, PrintStream out) {
        this.folder = folder;
        this.pairs = pairs;
        this.out = out;
    }

    void run() throws Exception {
        measure("one copy", Optional.empty());
        measure("two copies", Optional.of(folder.resolve("second")));
    }

    private void measure(String name, Optional<Path> second) throws Exception {
        Path here = Files.createDirectories(folder.resolve(name.replace(' ', '-')));
        Path source = Files.write(here.resolve("source.jpg"), SampleFrames.picture(BYTES, 1));
        String sha256 = FileHash.of(source);
        FrameArchive archive = new FrameArchive(here.resolve("archive"), second);
        archive.open();
        SampleFrames frames = new SampleFrames();
        List<Double> toOne = new ArrayList<>();
        List<Double> toTwo = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        List<Double> filings = new ArrayList<>();
        try (Database database = Database.open(here.resolve("db/caixiang.sqlite"), Clock.systemUTC())) {
            Waiting.forResult(database.write(handle ->
                    new Sessions(handle).open(new Session(SampleFrames.SESSION, SampleFrames.SESSION), Instant.now())));
            for (int i = 0; i < WARM_UP + pairs; i++) {
                // Half of the rounds begin with the rival: neither has the quieter disk.
                Plain before = i % 2 == 0 ? copyTwice(source, here) : Plain.NOT_YET;
                Path spooled = here.resolve("spooled.jpg");
                Files.copy(source, spooled);
                sync(spooled);
                Frame frame = frames.of(1 + i, Optional.empty(), sha256, BYTES);
                double filing = file(database, archive, frame, spooled);
                Plain plain = i % 2 == 0 ? before : copyTwice(source, here);
                Files.delete(archive.paths().resolve(frame.file()));
                if (second.isPresent()) {
                    Files.delete(second.get().resolve(frame.file()));
                }
                if (i >= WARM_UP) {
                    toOne.add(filing / plain.once());
                    toTwo.add(filing / plain.twice());
                    copies.add(plain.once());
                    filings.add(filing);
                }
            }
        }
        archive.second().ifPresent(copy -> copy.close());
        out.printf(
                "filing, %-10s  %d rounds: filing %.1f ms, plain copy + fsync %.1f ms; median ratio to one plain copy %.2f,"
                        + " to two %.2f (goal 1.15 for as many copies)%n",
                name,
                pairs,
                Figures.median(filings),
                Figures.median(copies),
                Figures.median(toOne),
                Figures.median(toTwo));
    }

    /** Milliseconds of the rival for its first copy, and for both. */
    private record Plain(double once, double twice) {
        static final Plain NOT_YET = new Plain(0, 0);
    }

    private static Plain copyTwice(Path source, Path here) throws Exception {
        Path first = here.resolve("plain-1.jpg");
        Path second = here.resolve("plain-2.jpg");
        double once = copy(source, first);
        double twice = once + copy(source, second);
        Files.delete(first);
        Files.delete(second);
        return new Plain(once, twice);
    }

    /** The rival: read, write, sync. */
    private static double copy(Path from, Path to) throws Exception {
        long start = System.nanoTime();
        Files.copy(from, to);
        sync(to);
        return (System.nanoTime() - start) / 1e6;
    }

    private static void sync(Path file) throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static double file(Database database, FrameArchive archive, Frame frame, Path spooled) throws Exception {
        long start = System.nanoTime();
        Waiting.forResult(database.inOrder(transactions -> {
            var copies = archive.file(frame, spooled);
            return transactions.commit(handle -> {
                new Frames(handle).insert(frame);
                new Journal(handle)
                        .append(JournalEntry.of(Instant.now(), frame.sessionId(), "frame-filed")
                                .frame(frame.frameId())
                                .with("second-copy", copies.toString()));
                return true;
            });
        }));
        return (System.nanoTime() - start) / 1e6;
    }
}
