package caixiang.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A drawn frame's file, judged by exiftool. */
@Timeout(60)
class FrameFileIT {
    @TempDir
    private Path folder;

    @Test
    void exiftoolFindsNothingWrongAndReadsWhatTheCameraWrote() throws IOException, InterruptedException {
        boolean present = Files.isExecutable(Path.of("/usr/bin/exiftool"));
        if (!present && System.getenv("CI") != null) {
            fail("exiftool is not installed: apt-get install libimage-exiftool-perl");
        }
        Assumptions.assumeTrue(
                present, "NOT TESTED: exiftool is not installed: apt-get install libimage-exiftool-perl");
        Path file = folder.resolve("frame.jpg");
        try (Studio studio = new Studio()) {
            studio.seat(new Sitter("20260001", "", 1));
            ExposureData data = new ExposureData(
                    LocalDateTime.of(2026, 6, 1, 9, 8, 7, 650_000_000),
                    new ExposureData.Body("Nikon Corporation", "D750", "6000001"),
                    new ExposureData.Settings(800, 80, 100));
            Files.write(file, studio.expose(data).develop().jpeg().bytes());
        }
        String report = exiftool("-validate", "-warning", "-a", file.toString());
        assertTrue(report.contains("Validate                        : OK"), report);
        String values = exiftool(
                "-s3",
                "-ImageDescription",
                "-Make",
                "-Model",
                "-Orientation#",
                "-DateTimeOriginal",
                "-SubSecTimeOriginal",
                "-SerialNumber",
                "-ExposureTime",
                "-FNumber",
                "-ISO",
                "-ImageSize",
                file.toString());
        assertEquals("""
                CXSIM|20260001|1
                NIKON CORPORATION
                NIKON D750
                1
                2026:06:01 09:08:07
                650
                6000001
                1/125
                8.0
                100
                6000x4000
                """, values);
    }

    private static String exiftool(String... arguments) throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 1];
        line[0] = "exiftool";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text;
    }
}
