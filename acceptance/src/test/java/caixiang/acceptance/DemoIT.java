package caixiang.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The first command of the README, as a stranger types it. */
@Timeout(300)
class DemoIT {
    private static final Duration DEMO_DEADLINE = Duration.ofMinutes(4);
    private static final Duration END_DEADLINE = Duration.ofSeconds(60);

    /** Kept when a test fails: it holds all logs and data. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void threePeopleArePhotographedAndEachFrameIsTheirs() throws Exception {
        try (Program demo = Program.launcher(folder.resolve("demo.log"), List.of("demo", "--auto", "3"))) {
            int status = demo.awaitEnd(DEMO_DEADLINE);
            assertEquals(0, status, demo::tail);
            assertTrue(demo.lines().anyMatch(line -> line.startsWith("3 of 3 frames")), demo::tail);
            Path values = Path.of(
                    demo.awaitLine("whole values: ", Duration.ofSeconds(1)).substring(14));
            assertEquals(4, Files.readAllLines(values).size());
        }
    }

    @Test
    void theConsoleIsServedUntilTheDemoIsEndedAndNothingIsLeftRunning() throws Exception {
        try (Program demo = Program.launcher(folder.resolve("demo.log"), List.of("demo"))) {
            String line = demo.awaitLine("console: ", DEMO_DEADLINE);
            Http station = new Http(URI.create(line.substring(line.indexOf("http"))));
            assertEquals(
                    60, station.get("/api/state").path("counts").path("roster").asInt());
            List<ProcessHandle> children = demo.children();
            assertTrue(children.size() >= 3, "studio, station and the one who seats people: " + children);
            demo.terminate();
            demo.awaitEnd(END_DEADLINE);
            Wait.forFact(
                    "all ended: " + children,
                    END_DEADLINE,
                    () -> children.stream().noneMatch(ProcessHandle::isAlive) ? Optional.of(true) : Optional.empty());
        }
    }

    @Test
    void anUnknownWordEndsWithTheUsage() throws Exception {
        try (Program demo = Program.launcher(folder.resolve("demo.log"), List.of("demo", "--autos", "3"))) {
            assertEquals(2, demo.awaitEnd(END_DEADLINE));
            assertTrue(demo.lines().anyMatch(line -> line.contains("not understood: --autos")));
        }
    }
}
