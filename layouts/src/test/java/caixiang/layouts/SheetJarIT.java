package caixiang.layouts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.layouts.geometry.PixelSize;
import caixiang.layouts.picture.TestFrames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is built, beside its {@code lib} folder, started as people start it. */
@Timeout(120)
class SheetJarIT {

    @TempDir
    private Path folder;

    @Test
    void theJarMakesASheetAloneAndSaysNothingElse() throws Exception {
        Path portrait = Files.write(
                folder.resolve("portrait.jpg"),
                TestFrames.portrait(new PixelSize(827, 1157), 600).toByteArray());
        Path pdf = folder.resolve("out.pdf");
        Program.Ending ending = jar("--template", "8x1in", "--caption", "0042", portrait, "-o", pdf);
        assertEquals(
                new Program.Ending(0, pdf + "  8x1in  1寸×8 (25×35 mm)  oe_photo-l_3.5x5in (88.9×127 mm)\n", ""),
                ending);
        assertTrue(Files.size(pdf) > Files.size(portrait));
    }

    @Test
    void theExitStatusTellsUsageFromFailure() throws Exception {
        assertEquals(0, jar("--help").status());
        assertEquals(2, jar("--template").status());
        assertEquals(
                1,
                jar("--template", "8x1in", folder.resolve("no.jpg"), "-o", folder.resolve("o.pdf"))
                        .status());
    }

    private static Program.Ending jar(Object... words) throws Exception {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return Program.run(
                java, Stream.concat(Stream.of("-jar", jar()), Stream.of(words)).toArray());
    }

    private static Path jar() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            List<Path> jars = files.filter(file -> file.toString().matches(".*/layouts-[^/]*\\.jar"))
                    .toList();
            assertEquals(1, jars.size(), "one jar in target, not " + jars);
            return jars.get(0);
        }
    }
}
