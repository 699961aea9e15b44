package caixiang.station.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FrameArchiveTest {
    private static final byte[] PICTURE = "the camera's own bytes".repeat(1000).getBytes(StandardCharsets.UTF_8);
    private static final String FRAME_ID = "0193519a-0000-7000-8000-000000000001";

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
        Files.write(spooled, PICTURE);
    }

    @Test
    void aFiledFrameLiesUnderItsNumberWithItsSidecarAndItsSecondCopy() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        archive.file(frame(), spooled);

        for (Path disk : List.of(root, second)) {
            assertArrayEquals(PICTURE, Files.readAllBytes(disk.resolve("2026-11-22-a/0012/" + FRAME_ID + ".jpg")));
            assertEquals(frame(), Sidecar.read(disk.resolve("2026-11-22-a/0012/" + FRAME_ID + ".json")));
        }
        assertFalse(Files.exists(spooled));
        assertTrue(archive.holds(frame()));
    }

    /** Version 1 as it is on disks in the field; a change here needs a new version. */
    @Test
    void theSidecarIsAsItWasPublished() {
        String expected = """
                {
                  "version" : 1,
                  "frameId" : "0193519a-0000-7000-8000-000000000001",
                  "session" : "2026-11-22-a",
                  "number" : 12,
                  "shotId" : "shot-1",
                  "reason" : "triggered",
                  "file" : "2026-11-22-a/0012/0193519a-0000-7000-8000-000000000001.jpg",
                  "sha256" : "%s",
                  "bytes" : 22000,
                  "camera" : {
                    "serial" : "6012345",
                    "model" : "D750",
                    "port" : "usb:001,004"
                  },
                  "object" : {
                    "folder" : "/store_00010001/DCIM/100ND750",
                    "name" : "DSC_0001.JPG",
                    "bytes" : 22000,
                    "modified" : "2026-11-22T16:00:01Z"
                  },
                  "times" : {
                    "pressed" : "2026-11-22T08:00:00.123Z",
                    "announced" : "2026-11-22T08:00:01Z",
                    "spooled" : "2026-11-22T08:00:02Z",
                    "filed" : "2026-11-22T08:00:03Z"
                  }
                }
                """.formatted(sha256());
        assertEquals(expected, new String(Sidecar.encode(frame()), StandardCharsets.UTF_8));
    }

    @Test
    void aSidecarOfTheTrayRoundTripsWithoutNumberShotAndPress() throws Exception {
        Frame triggered = frame();
        Frame unclaimed = new Frame(
                FRAME_ID,
                "a",
                OptionalInt.empty(),
                Optional.empty(),
                FrameReason.UNCLAIMED,
                ArchivePaths.frameFile("a", OptionalInt.empty(), FRAME_ID),
                sha256(),
                PICTURE.length,
                triggered.camera(),
                triggered.object(),
                new FrameTimes(Optional.empty(), Instant.EPOCH, Instant.EPOCH, Instant.EPOCH));
        Path file = Files.write(folder.resolve("sidecar.json"), Sidecar.encode(unclaimed));

        assertEquals(unclaimed, Sidecar.read(file));
        assertEquals("a/tray/" + FRAME_ID + ".jpg", unclaimed.file());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"version\":2}", "{\"version\":1}", "{\"version\":1,\"frameId\":7}", "[1"})
    void whatIsNoSidecarIsRefused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("sidecar.json"), text);

        assertThrows(IOException.class, () -> Sidecar.read(file));
    }

    /** The disk may be full at any step; the frame must then be where it was, and nothing half anywhere. */
    @ParameterizedTest(name = "full at step {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void aFullDiskLeavesTheFrameInTheSpoolAndNothingHalf(int step) throws Exception {
        FullDisk disk = new FullDisk(step);
        FrameArchive archive = new FrameArchive(root, Optional.of(second), disk);
        archive.open();

        ArchiveException full = assertThrows(ArchiveException.class, () -> archive.file(frame(), spooled));

        assertTrue(full.isDiskFull());
        assertArrayEquals(PICTURE, Files.readAllBytes(spooled));
        assertEquals(List.of(), filesIn(root));
        assertEquals(List.of(), filesIn(second));

        disk.isFull = false;
        archive.file(frame(), spooled);
        assertTrue(archive.holds(frame()), "with room again the same frame is filed");
    }

    @Test
    void anotherFailureIsNotTakenForAFullDisk() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        Files.writeString(root.resolve("2026-11-22-a"), "a file where the session's folder should be");

        ArchiveException failure = assertThrows(ArchiveException.class, () -> archive.file(frame(), spooled));

        assertFalse(failure.isDiskFull());
        assertTrue(Files.exists(spooled));
    }

    @Test
    void anExistingFileIsNeverReplaced() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.empty());
        archive.open();
        Path taken = root.resolve(frame().file());
        Files.createDirectories(taken.getParent());
        Files.writeString(taken, "someone else's picture");

        assertThrows(ArchiveException.class, () -> archive.file(frame(), spooled));

        assertEquals("someone else's picture", Files.readString(taken));
        assertTrue(Files.exists(spooled));
    }

    @Test
    void aSecondCopyOfChangedBytesIsNotMade() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        Files.write(spooled, new byte[PICTURE.length]);

        assertThrows(ArchiveException.class, () -> archive.file(frame(), spooled));

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
            Files.write(spooledThere, PICTURE);
            FrameArchive archive = new FrameArchive(root, Optional.empty());
            archive.open();
            archive.file(frame(), spooledThere);

            assertArrayEquals(PICTURE, Files.readAllBytes(root.resolve(frame().file())));
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
        archive.file(frame(), spooled);
        Path number = root.resolve("2026-11-22-a/0012");
        Path rest = Files.writeString(number.resolve(FRAME_ID + ".jpg.half"), "half");
        Files.writeString(number.resolve("notes.json"), "not ours");

        assertEquals(List.of(frame()), archive.unknown(Set.of()));
        assertEquals(List.of(), archive.unknown(Set.of(FRAME_ID)));
        assertFalse(Files.exists(rest));
    }

    @Test
    void freeSpaceIsThatOfTheSmallerDisk() throws Exception {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();

        assertTrue(archive.freeBytes() > 0);
        assertEquals(0, new FrameArchive(folder.resolve("gone"), Optional.empty()).freeBytes());
    }

    private static Frame frame() {
        return new Frame(
                FRAME_ID,
                "2026-11-22-a",
                OptionalInt.of(12),
                Optional.of("shot-1"),
                FrameReason.TRIGGERED,
                ArchivePaths.frameFile("2026-11-22-a", OptionalInt.of(12), FRAME_ID),
                sha256(),
                PICTURE.length,
                new CameraIdentity("6012345", "D750", "usb:001,004"),
                new CardObject(
                        "/store_00010001/DCIM/100ND750",
                        "DSC_0001.JPG",
                        PICTURE.length,
                        Instant.parse("2026-11-22T16:00:01Z")),
                new FrameTimes(
                        Optional.of(Instant.parse("2026-11-22T08:00:00.123Z")),
                        Instant.parse("2026-11-22T08:00:01Z"),
                        Instant.parse("2026-11-22T08:00:02Z"),
                        Instant.parse("2026-11-22T08:00:03Z")));
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(PICTURE));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Path> filesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Works like the disk until a step, which fails as a full disk does. */
    private static final class FullDisk implements FileSteps {
        private final FileSteps disk = new DiskSteps();
        private final int failing;
        private int step;
        private boolean isFull = true;

        FullDisk(int failing) {
            this.failing = failing;
        }

        @Override
        public void write(Path file, byte[] content) throws IOException {
            failIfFull(file);
            disk.write(file, content);
        }

        @Override
        public void copy(Path from, Path to, String sha256) throws IOException {
            failIfFull(to);
            disk.copy(from, to, sha256);
        }

        @Override
        public void move(Path from, Path to, String sha256) throws IOException {
            failIfFull(to);
            disk.move(from, to, sha256);
        }

        private void failIfFull(Path file) throws IOException {
            step++;
            if (isFull && step == failing) {
                throw new FileSystemException(file.toString(), null, "No space left on device");
            }
        }
    }
}
