package caixiang.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A whole day with everything that goes wrong, as technicians rehearse it the evening before. */
@Timeout(900)
class RehearseIT {
    private static final boolean LONG = Boolean.getBoolean("caixiang.long");
    private static final String PEOPLE = LONG ? "400" : "60";
    private static final Duration DAY_DEADLINE = LONG ? Duration.ofMinutes(14) : Duration.ofMinutes(8);

    /** Kept when a test fails. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void aDayWithEveryKindOfFaultLosesDoublesAndSwapsNothing() throws Exception {
        Path report = folder.resolve("report.html");
        List<String> words = List.of(
                "rehearse",
                "--people",
                PEOPLE,
                "--seed",
                "20261123",
                "--desks",
                "2",
                "--faults",
                "all",
                "--every",
                "8",
                "--megapixels",
                "1",
                "--report",
                report.toString());
        try (Program day = Program.launcher(folder.resolve("rehearse.log"), words)) {
            assertEquals(0, day.awaitEnd(DAY_DEADLINE), day::tail);
            assertTrue(day.lines().anyMatch(line -> line.startsWith("✓ 合格")), day::tail);
        }
        String page = Files.readString(report);
        assertTrue(page.contains("--people " + PEOPLE + " --seed 20261123"), "the report says how to replay the day");
        assertTrue(page.contains("强杀"), "the station was killed at least once, or the day was too quiet");
    }

    @Test
    void wordsThatMakeNoSenseAreRefusedBeforeAnythingStarts() throws Exception {
        List<String> words = List.of("rehearse", "--people", "0");
        try (Program refused = Program.launcher(folder.resolve("refused.log"), words)) {
            assertEquals(2, refused.awaitEnd(Duration.ofMinutes(1)), refused::tail);
            refused.awaitLine("--people must be a whole number from 1 to 10000", Duration.ofSeconds(5));
        }
    }
}
