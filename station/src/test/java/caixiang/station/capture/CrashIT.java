package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.archive.StoppableArchive;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Counts;
import caixiang.station.store.Waiting;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ends a real process with SIGKILL between any two steps of a capture, starts again on the same folder and counts. SIGKILL
 * proves what a crash of the program does; what a loss of power does is up to the disk keeping its promise at fsync.
 */
@Timeout(180)
final class CrashIT {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "killed after {0}")
    @ValueSource(strings = {"trigger", "spool", "sidecar", "second-copy", "second-sidecar", "move", "commit"})
    void aFrameOnceExposedIsThereExactlyOnceUnderItsNumber(String point) throws Exception {
        killAt(point);

        try (Studio studio = restart()) {
            awaitFrames(studio, 1);
            List<Frame> frames = studio.framesOf(1);
            assertEquals(1, frames.size());
            assertWholeAndOnce(studio, frames);
            assertEquals(
                    ShotState.FILED,
                    studio.shot(frames.get(0).shotId().orElseThrow()).state());

            assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait(), "the same request has its answer");
            assertEquals(0, studio.camera().triggered.size(), "and fires nothing");
            assertInstanceOf(
                    CaptureOutcome.Filed.class, Waiting.forResult(studio.press("another-press")), "work goes on");
        }
    }

    @Test
    void anIntentThatNeverReachedTheCameraIsSaidToBeLostAndTheNextPressWorks() throws Exception {
        killAt("intent");

        try (Studio studio = restart()) {
            studio.settle();
            assertEquals(List.of(), studio.framesOf(1));
            assertTrue(studio.journal().contains("shot-lost"), studio.journal().toString());
            assertInstanceOf(CaptureOutcome.Late.class, studio.pressAndWait(), "the same request fires nothing");
            CaptureOutcome.Filed filed =
                    assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(studio.press("another-press")));
            assertWholeAndOnce(studio, List.of(filed.frame()));
        }
    }

    @Test
    void beingKilledAgainDuringTheRestartLosesNothingEither() throws Exception {
        killAt("spool");
        killAt("sidecar");
        killAt("move");

        try (Studio studio = restart()) {
            awaitFrames(studio, 1);
            assertWholeAndOnce(studio, studio.framesOf(1));
        }
    }

    /** At moments nobody chose. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatWasAcknowledgedIsThereWheneverTheProcessEnds(long seed) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        Process process = startProcess("on-and-on");
        int enough = 1 + new Random(seed).nextInt(40);
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine();
                    line != null && acknowledged.size() < enough;
                    line = lines.readLine()) {
                if (line.startsWith("FILED ")) {
                    acknowledged.add(line);
                }
            }
            kill(process);
            // What it still said before it ended counts too.
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("FILED \\S+ \\d+")) {
                    acknowledged.add(line);
                }
            }
        }
        assertTrue(acknowledged.size() >= enough, "the process ended by itself: " + acknowledged.size());

        try (Studio studio = restart()) {
            int exposed = studio.camera().onCard().size();
            awaitFrames(studio, exposed);
            List<Frame> frames = new ArrayList<>();
            int people = Waiting.forResult(studio.screens.counts()).checkedIn();
            for (int number = 1; number <= people; number++) {
                frames.addAll(studio.framesOf(number));
            }
            List<String> there = frames.stream()
                    .map(f -> "FILED " + f.frameId() + " " + f.number().getAsInt())
                    .toList();
            assertTrue(there.containsAll(acknowledged), () -> "missing of " + acknowledged + " in " + there);
            assertEquals(exposed, frames.size(), "each exposure once, and none in the tray");
            assertWholeAndOnce(studio, frames);
        }
    }

    private Studio restart() throws Exception {
        Clock clock = Clock.systemUTC();
        FakeCamera camera = new FakeCamera(folder, clock);
        camera.numbersFilesFrom(camera.onCard().size());
        Studio studio =
                new Studio(folder, CrashMain.archive(folder, step -> {}), camera, clock, Duration.ofSeconds(20));
        studio.start();
        return studio;
    }

    private void killAt(String point) throws Exception {
        Process process = startProcess(point);
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.equals("AT " + point)) {
                said.add(line);
                line = lines.readLine();
            }
            kill(process);
            assertEquals("AT " + point, line, () -> "the process ended before: " + said);
        }
    }

    private Process startProcess(String point) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashMain.class.getName(),
                        folder.toString(),
                        point)
                .redirectErrorStream(true)
                .start();
    }

    private static void kill(Process process) throws InterruptedException {
        // Through its handle, which leaves what the process still said readable.
        assertTrue(process.toHandle().destroyForcibly());
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "SIGKILL ends a process");
    }

    private void awaitFrames(Studio studio, int expected) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        Counts counts = Waiting.forResult(studio.screens.counts());
        while (framesInArchive("archive").size() < expected && System.nanoTime() < until) {
            studio.settle();
            counts = Waiting.forResult(studio.screens.counts());
        }
        studio.settle();
        assertEquals(expected, framesInArchive("archive").size(), "frames in the archive, " + counts);
    }

    /** Row, sidecar, picture on the card and both copies agree; nothing else lies about; the journal's chain holds. */
    private void assertWholeAndOnce(Studio studio, List<Frame> frames) throws Exception {
        for (Frame frame : frames) {
            Path file = studio.archive.paths().resolve(frame.file());
            Path sidecar = file.resolveSibling(frame.frameId() + ".json");
            byte[] onCard = Files.readAllBytes(
                    folder.resolve("card").resolve(frame.object().name()));
            Frame written = StoppableArchive.read(sidecar);
            assertEquals(frame, written.filedAt(frame.times().filed()), "only the row knows when all was on the disk");
            assertFalse(written.times().filed().isAfter(frame.times().filed()));
            assertEquals(new String(onCard, StandardCharsets.UTF_8), Files.readString(file));
            assertEquals(
                    Files.readString(file),
                    Files.readString(folder.resolve("second").resolve(frame.file())));
        }
        assertEquals(frames.size(), framesInArchive("archive").size());
        assertEquals(framesInArchive("archive"), framesInArchive("second"));
        assertEquals(List.of(), studio.tray());
        try (Stream<Path> spool = Files.list(Studio.spoolOf(folder))) {
            assertEquals(List.of(), spool.toList());
        }
        studio.verifyJournal();
    }

    /** Every file of the archive except sidecars, which each frame is asserted to have. */
    private List<String> framesInArchive(String name) throws IOException {
        Path root = folder.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .filter(file -> !file.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
