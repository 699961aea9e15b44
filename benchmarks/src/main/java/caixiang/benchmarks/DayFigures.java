package caixiang.benchmarks;

import caixiang.station.rebuild.Rebuild;
import caixiang.station.rebuild.RebuildReport;
import caixiang.station.store.IdentityKey;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How long a station takes to be ready on a large day, beside an empty one; and how long its rebuild takes. */
final class DayFigures {
    private static final int STARTS = 3;
    private static final int PEOPLE = 10_000;

    private final Path folder;
    private final PrintStream out;

    DayFigures(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    void run() throws Exception {
        Path key = folder.resolve("identity.key");
        Path data = Files.createDirectories(folder.resolve("large"));
        LargeDay day = new LargeDay(data, key, PEOPLE);
        day.make();
        List<double[]> empty = new ArrayList<>();
        List<double[]> large = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            empty.add(start(folder.resolve("empty-" + i), key));
            large.add(start(data, key));
        }
        out.printf(
                "start by %s, %d sittings and %d frames: ready in %.2f s with %.2f s of processor; an empty folder %.2f s"
                        + " with %.2f s (goal 3)%n",
                Path.of(program().get(0)).getFileName(),
                PEOPLE,
                2 * PEOPLE,
                median(large, 0),
                median(large, 1),
                median(empty, 0),
                median(empty, 1));
        rebuild(day, key);
    }

    private void rebuild(LargeDay day, Path key) throws Exception {
        long start = System.nanoTime();
        long processor = processorNanos();
        RebuildReport report = new Rebuild(day.archive(), IdentityKey.existing(key), Clock.systemUTC())
                .into(folder.resolve("rebuilt/caixiang.sqlite"));
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!report.isComplete() || report.rows("frame") != 2 * PEOPLE || report.rows("sitting") != PEOPLE) {
            throw new IllegalStateException("the rebuild is not complete: " + report.lines());
        }
        out.printf(
                "rebuild, %d sittings and %d frames of a few bytes: %.1f s with %.1f s of processor (goal 60)%n",
                PEOPLE, 2 * PEOPLE, seconds, (processorNanos() - processor) / 1e9);
    }

    private static double median(List<double[]> pairs, int index) {
        return Figures.median(pairs.stream().map(pair -> pair[index]).toList());
    }

    private static long processorNanos() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** As people start it, if this runs where the launcher lies; otherwise without what the launcher knows to be quick. */
    private static List<String> program() {
        Path launcher = Path.of("caixiang").toAbsolutePath();
        return Files.isExecutable(launcher)
                ? List.of(launcher.toString())
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "caixiang.station.Main");
    }

    /** Seconds until it is ready, and the processor seconds it took, which a busy machine does not lengthen. */
    private double[] start(Path data, Path key) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("station.conf"),
                "identity.key = \"" + key + "\"\nsession.id = \"" + SampleFrames.SESSION + "\"\n");
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of(
                "run",
                "--settings",
                settings.toString(),
                "--data",
                data.toString(),
                "--camera",
                "none",
                "--http-port",
                "0"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CAIXIANG_SKIP_BUILD", "1");
        long start = System.nanoTime();
        Process station =
                builder.redirectError(folder.resolve("station.log").toFile()).start();
        try (BufferedReader lines = station.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            if (line == null || !line.startsWith("READY ")) {
                throw new IllegalStateException(
                        "the station did not start: " + Files.readString(folder.resolve("station.log")));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            return new double[] {
                seconds, station.info().totalCpuDuration().orElseThrow().toMillis() / 1e3
            };
        } finally {
            station.destroy();
            if (!station.waitFor(30, TimeUnit.SECONDS)) {
                station.destroyForcibly();
            }
        }
    }
}
