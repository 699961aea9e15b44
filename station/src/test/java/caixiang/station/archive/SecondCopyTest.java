package caixiang.station.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The second disk comes, goes, is another's, and does not answer. */
@Timeout(60)
final class SecondCopyTest {
    private static final Frame FRAME = TestFrames.frame();

    @TempDir
    private Path folder;

    private final CountDownLatch released = new CountDownLatch(1);
    private Path root;
    private Path second;
    private Path spooled;

    @BeforeEach
    void spool() throws IOException {
        root = folder.resolve("archive");
        second = folder.resolve("second");
        spooled = Files.createDirectories(folder.resolve("spool")).resolve("1.jpg");
        Files.write(spooled, TestFrames.PICTURE);
    }

    @AfterEach
    void release() {
        released.countDown();
    }

    private FrameArchive open() throws IOException {
        FrameArchive archive = new FrameArchive(root, Optional.of(second));
        archive.open();
        return archive;
    }

    @Test
    void aMountPointWithoutItsDiskIsNotFilled() throws Exception {
        open();
        Path disk = Files.move(second, folder.resolve("disk in the drawer"));
        Files.createDirectories(second);

        FrameArchive archive = open();

        assertEquals(Copies.SECOND_MISSING, archive.file(FRAME, spooled));
        assertEquals(
                Optional.of(CopyProblem.AWAY), archive.second().orElseThrow().problem());
        assertEquals(List.of(), entries(second));

        Files.delete(second);
        Files.move(disk, second);
        archive.second().orElseThrow().mirror(FRAME.file());
        assertEquals(Optional.empty(), archive.second().orElseThrow().problem());
        assertTrue(Files.exists(second.resolve(FRAME.file())));
    }

    @Test
    void theDiskOfAnotherArchiveIsLeftAlone() throws Exception {
        FrameArchive other = new FrameArchive(folder.resolve("other"), Optional.of(second));
        other.open();
        List<Path> before = entries(second);

        FrameArchive archive = open();

        assertEquals(
                Optional.of(CopyProblem.FOREIGN), archive.second().orElseThrow().problem());
        assertEquals(Copies.SECOND_MISSING, archive.file(FRAME, spooled));
        assertEquals(before, entries(second));
    }

    @Test
    void aFolderWithOtherThingsIsNotTaken() throws Exception {
        Files.createDirectories(second);
        Files.writeString(second.resolve("holiday.jpg"), "sea");

        assertEquals(
                Optional.of(CopyProblem.FOREIGN), open().second().orElseThrow().problem());
        assertEquals(1, entries(second).size());
    }

    @Test
    void anArchiveOfANewerProgramIsRefusedWithOneSentence() throws Exception {
        Files.createDirectories(root);
        Files.writeString(root.resolve(ArchiveMarker.FILE), "{\"layout\":2,\"archive\":\"x\"}");

        IOException refused = assertThrows(IOException.class, this::open);

        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("made by a newer program"), said);
    }

    @Test
    void aDiskThatDoesNotAnswerCostsOneDeadlineAndThenNothing() throws Exception {
        FileSteps hanging = new DiskSteps() {
            @Override
            public void copyHalf(Path from, Path to) throws IOException {
                super.copyHalf(from, to);
                try {
                    released.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        try (SecondCopy copy = new SecondCopy(second, root, hanging, Duration.ofMillis(200))) {
            FrameArchive archive = new FrameArchive(root, Optional.of(copy), hanging);
            archive.open();

            assertEquals(Copies.SECOND_MISSING, archive.file(FRAME, spooled));

            assertEquals(Optional.of(CopyProblem.SLOW), copy.problem());
            assertTrue(archive.holds(FRAME));
            assertFalse(copy.attempt(paths -> {}), "not even tried while the disk is in doubt");
            releaseAndAwait(second.resolve(ArchivePaths.sidecarFile(FRAME)));
        }
    }

    /** What the disk does at last, or it would be done while the folder is removed. */
    private void releaseAndAwait(Path written) throws Exception {
        released.countDown();
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Files.exists(written)) {
            assertTrue(System.nanoTime() < deadline, "the disk went on");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void aDamagedSecondFileIsPutAsideAndADamagedFirstOneIsNeverCopied() throws Exception {
        FrameArchive archive = open();
        archive.file(FRAME, spooled);
        SecondCopy copy = archive.second().orElseThrow();
        Files.writeString(second.resolve(FRAME.file()), "rot");

        copy.mirror(FRAME.file());

        assertEquals(-1, Files.mismatch(root.resolve(FRAME.file()), second.resolve(FRAME.file())));
        assertEquals("rot", Files.readString(second.resolve(FRAME.file() + Mirror.DAMAGED)));

        Files.writeString(root.resolve(FRAME.file()), "rot here");
        assertThrows(ChangedBytesException.class, () -> copy.mirror(FRAME.file()));
        assertEquals(TestFrames.PICTURE.length, Files.size(second.resolve(FRAME.file())));
    }

    @Test
    void nothingGetsItsNameThereBeforeTheFirstDiskHasTheSidecar() throws Exception {
        FrameArchive archive = open();
        Path number = second.resolve("2026-11-22-a/0012");
        FileSteps failing = new DiskSteps() {
            @Override
            public void write(Path file, byte[] content) throws IOException {
                awaitHalf(number);
                throw new IOException("the first disk fails once the copy has begun");
            }
        };
        SecondCopy copy = archive.second().orElseThrow();

        assertThrows(
                ArchiveException.class, () -> new FrameArchive(root, Optional.of(copy), failing).file(FRAME, spooled));

        assertTrue(copy.attempt(paths -> {}), "the second disk is not to blame");
        assertEquals(List.of(), entries(number));
        assertEquals(Copies.ALL, archive.file(FRAME, spooled));
    }

    private static void awaitHalf(Path folder) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!Files.isDirectory(folder) || entries(folder).isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "the copy is begun");
            Thread.onSpinWait();
        }
    }

    @Test
    void theRestOfACopyThatWasBeingWrittenIsRemovedWhenTheDisksAreCompared() throws Exception {
        FrameArchive archive = open();
        archive.file(FRAME, spooled);
        Path half = Files.writeString(second.resolve(FRAME.file() + DiskSteps.HALF), "half");

        assertEquals(List.of(), archive.second().orElseThrow().leftBehind("2026-11-22-a/0012"));

        assertFalse(Files.exists(half));
    }

    private static List<Path> entries(Path where) throws IOException {
        try (var entries = Files.list(where)) {
            return entries.sorted().toList();
        }
    }
}
