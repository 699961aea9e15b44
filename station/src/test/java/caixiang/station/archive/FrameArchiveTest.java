package caixiang.station.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameArchiveTest {

    @TempDir
    private Path folder;

    private Path spooled;
    private Path root;
    private Path second;

    @BeforeEach
    void spool() throws IOException {
        root = folder.resolve("archive");
        second = folder.resolve("second");
        spooled = Files.createDirectories(folder.resolve("spool")).resolve("1.jpg");
        Files.write(spooled, TestFrames.PICTURE);
    }

    @Test
    void aFiledFrameLiesUnderItsNumberWithItsSidecarAndItsSecondCopy() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        archive.file(TestFrames.frame(), spooled);

        for (Path disk : List.of(root, second)) {
            assertArrayEquals(
                    TestFrames.PICTURE,
                    Files.readAllBytes(disk.resolve("2026-11-22-a/0012/" + TestFrames.ID + ".jpg")));
            assertEquals(
                    TestFrames.frame(), Sidecar.read(disk.resolve("2026-11-22-a/0012/" + TestFrames.ID + ".json")));
        }
        assertFalse(Files.exists(spooled));
        assertTrue(archive.holds(TestFrames.frame()));
    }

    /** The first disk may be full at any step; the frame must then be where it was, and nothing half anywhere. */
    @ParameterizedTest(name = "full at {0}")
    @ValueSource(strings = {"sidecar", "move"})
    void aFullDiskLeavesTheFrameInTheSpoolAndNothingHalf(String step) throws Exception {
        AtomicBoolean isFull = new AtomicBoolean(true);
        FrameArchive archive = StoppableArchive.failing(root, second, step, isFull::get);
        archive.open();

        ArchiveException full = assertThrows(ArchiveException.class, () -> archive.file(TestFrames.frame(), spooled));

        assertTrue(full.isDiskFull());
        assertArrayEquals(TestFrames.PICTURE, Files.readAllBytes(spooled));
        assertEquals(List.of(), filesIn(root));
        assertTrue(archive.second().orElseThrow().look().isEmpty(), "what was to be tidied there is tidied");
        assertEquals(List.of(), filesIn(second));

        isFull.set(false);
        assertEquals(Copies.ALL, archive.file(TestFrames.frame(), spooled));
        assertTrue(archive.holds(TestFrames.frame()), "with room again the same frame is filed");
    }

    @ParameterizedTest(name = "second disk full at {0}")
    @ValueSource(strings = {"second-copy", "second-sidecar"})
    void aFullSecondDiskOwesACopyAndHoldsNothingUp(String step) throws Exception {
        AtomicBoolean isFull = new AtomicBoolean(true);
        FrameArchive archive = StoppableArchive.failing(root, second, step, isFull::get);
        archive.open();

        assertEquals(Copies.SECOND_MISSING, archive.file(TestFrames.frame(), spooled));

        SecondCopy copy = archive.second().orElseThrow();
        assertEquals(Optional.of(CopyProblem.FULL), copy.problem());
        assertTrue(archive.holds(TestFrames.frame()));

        isFull.set(false);
        for (String file : List.of(TestFrames.frame().file(), ArchivePaths.sidecarFile(TestFrames.frame()))) {
            copy.mirror(file);
            assertEquals(-1, Files.mismatch(root.resolve(file), second.resolve(file)));
        }
        assertEquals(Optional.empty(), copy.problem());
    }

    @Test
    void anotherFailureIsNotTakenForAFullDisk() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        Files.writeString(root.resolve("2026-11-22-a"), "a file where the session's folder should be");

        ArchiveException failure =
                assertThrows(ArchiveException.class, () -> archive.file(TestFrames.frame(), spooled));

        assertFalse(failure.isDiskFull());
        assertTrue(Files.exists(spooled));
    }

    @Test
    void anExistingFileIsNeverReplaced() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        Path taken = root.resolve(TestFrames.frame().file());
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "someone else's picture");

        assertThrows(ArchiveException.class, () -> archive.file(TestFrames.frame(), spooled));

        assertEquals("someone else's picture", Files.readString(taken));
        assertTrue(Files.exists(spooled));
    }

    @Test
    void aSecondCopyOfChangedBytesIsNotMade() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        Files.write(spooled, new byte[TestFrames.PICTURE.length]);

        assertThrows(ArchiveException.class, () -> archive.file(TestFrames.frame(), spooled));

        assertEquals(List.of(), filesIn(second));
    }

    @Test
    void aFrameCrossesFileSystemsWholeToo() throws Exception {
        Path memory = Path.of("/dev/shm");
        // By device number: Files.getFileStore fails under a changed root.
        boolean isOther = Files.isWritable(memory)
                && !Files.getAttribute(memory, "unix:dev").equals(Files.getAttribute(folder, "unix:dev"));
        assertTrue(isOther || System.getenv("CI") == null, "this test needs /dev/shm on another file system");
        assumeTrue(isOther, "SKIPPED: /dev/shm is not another file system here");
        Path other = Files.createTempDirectory(memory, "caixiang-test");
        Path spooledThere = other.resolve("1.jpg");
        try {
            Files.write(spooledThere, TestFrames.PICTURE);
            FrameArchive archive = new FrameArchive(root, Optional.empty());
            archive.open();
            archive.file(TestFrames.frame(), spooledThere);

            assertArrayEquals(
                    TestFrames.PICTURE,
                    Files.readAllBytes(root.resolve(TestFrames.frame().file())));
            assertFalse(Files.exists(spooledThere));
        } finally {
            Files.deleteIfExists(spooledThere);
            Files.delete(other);
        }
    }

    @Test
    void theArchiveTellsWhichFramesADatabaseDoesNotKnowAndSweepsRests() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        archive.file(TestFrames.frame(), spooled);
        Path number = root.resolve("2026-11-22-a/0012");
        Path rest = Files.writeString(number.resolve(TestFrames.ID + ".jpg.half"), "half");
        Files.writeString(number.resolve("notes.json"), "not ours");

        assertEquals(List.of(TestFrames.frame()), archive.unknown(Set.of()));
        assertEquals(List.of(), archive.unknown(Set.of(TestFrames.ID)));
        assertFalse(Files.exists(rest));
    }

    @Test
    void namesAreReadInEveryFolderAndLinksAreNotFollowed() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        Path sheets = Files.createDirectories(root.resolve("2026-11-22-a/0012/sheets"));
        Files.createFile(sheets.resolve("sheet.pdf.half"));
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere/0012"));
        Path foreign = Files.createFile(elsewhere.resolve("kept.half"));
        Files.createSymbolicLink(root.resolve("2026-11-22-b"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(root.resolve("2026-11-22-a/linked.half"), foreign);

        assertEquals(List.of(), archive.unknown(Set.of()));

        assertFalse(Files.exists(sheets.resolve("sheet.pdf.half")));
        assertTrue(Files.exists(foreign));
        assertTrue(Files.isSymbolicLink(root.resolve("2026-11-22-a/linked.half")));
    }

    @Test
    void freeSpaceIsThatOfTheFirstDiskForTheSecondMayBeAway() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(folder.resolve("elsewhere")));
        archive.open();

        assertTrue(archive.freeBytes() > 0);
        assertEquals(0, new FrameArchive(folder.resolve("gone"), Optional.empty()).freeBytes());
    }

    private static List<Path> filesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(ArchiveMarker.FILE))
                    .toList();
        }
    }
}
