package caixiang.benchmarks;

import caixiang.station.archive.FileHash;
import caixiang.station.archive.FrameArchive;
import caixiang.station.archive.check.ArchiveCheck;
import caixiang.station.archive.check.CheckReport;
import java.io.File;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code archive verify} beside {@code sha256sum} over the same files, taking turns in one run. Everything is in the
 * page cache, so that what is measured is reading and hashing and not which of the two came first.
 */
final class CheckSpeed {
    private static final int FRAME_BYTES = 10_000_000;
    private static final int ROUNDS = 5;

    private final Path folder;
    private final int frames;
    private final PrintStream out;

    CheckSpeed(Path folder, int frames, PrintStream out) {
        this.folder = folder;
        this.frames = frames;
        this.out = out;
    }

    void run() throws Exception {
        Path root = folder.resolve("check/archive");
        file(root);
        int cores = Runtime.getRuntime().availableProcessors();
        List<Double> rival = new ArrayList<>();
        List<Double> single = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            double sum = sha256sum(root);
            double one = check(root, 1);
            double many = check(root, cores);
            // The first round warms the caches and the compiler.
            if (round > 0) {
                rival.add(sum);
                single.add(one / sum);
                all.add(many / sum);
            }
        }
        out.printf(
                "verify, %d frames of %d MB: sha256sum %.0f MB/s; verify with 1 thread %.0f %%, with %d threads %.0f %%"
                        + " of that (goal 80)%n",
                frames,
                FRAME_BYTES / 1_000_000,
                Figures.median(rival),
                100 * Figures.median(single),
                cores,
                100 * Figures.median(all));
    }

    private void file(Path root) throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        SampleFrames samples = new SampleFrames();
        for (int i = 1; i <= frames; i++) {
            Path spooled = Files.write(folder.resolve("spooled.jpg"), SampleFrames.picture(FRAME_BYTES, i));
            archive.file(samples.of(i, Optional.empty(), FileHash.of(spooled), FRAME_BYTES), spooled);
        }
    }

    private double check(Path root, int threads) throws Exception {
        long start = System.nanoTime();
        CheckReport report = new ArchiveCheck(
                        root, Optional.empty(), new ArchiveCheck.Manner(false, threads), Clock.systemUTC())
                .run();
        double megabytes = report.bytesRead() / 1e6 / ((System.nanoTime() - start) / 1e9);
        if (report.filesRead() != frames || report.status() != CheckReport.FINE) {
            throw new IllegalStateException("the check is not what it should be: " + report.lines());
        }
        return megabytes;
    }

    private double sha256sum(Path root) throws Exception {
        List<String> command = new ArrayList<>(List.of("sha256sum"));
        try (Stream<Path> files = Files.walk(root)) {
            files.map(Path::toString).filter(file -> file.endsWith(".jpg")).forEach(command::add);
        }
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(new File("/dev/null"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("sha256sum failed");
        }
        return (double) frames * FRAME_BYTES / 1e6 / ((System.nanoTime() - start) / 1e9);
    }
}
