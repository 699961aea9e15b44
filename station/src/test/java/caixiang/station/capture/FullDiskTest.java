package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.archive.StoppableArchive;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens when a frame cannot be kept, or cannot be brought in. */
@Timeout(60)
final class FullDiskTest {
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final AtomicBoolean isFull = new AtomicBoolean();
    private FakeCamera camera;

    @BeforeEach
    void camera() {
        camera = new FakeCamera(folder, clock);
    }

    private Studio open() throws Exception {
        var archive = StoppableArchive.fullWhile(folder.resolve("archive"), isFull::get);
        Studio studio = new Studio(folder, archive, camera, clock, DEADLINE);
        studio.start();
        studio.call(1);
        return studio;
    }

    @Test
    void aFrameThatFindsTheDiskFullIsToldWaitsInTheSpoolAndIsFiledWhenThereIsRoom() throws Exception {
        try (Studio studio = open()) {
            isFull.set(true);
            CaptureOutcome.Unfiled unfiled = assertInstanceOf(CaptureOutcome.Unfiled.class, studio.pressAndWait());
            assertEquals(RefusalCode.DISK_FULL, unfiled.code());
            assertEquals(1, Spool.scan(Studio.spoolOf(folder)).frames().size());
            assertEquals(List.of(), studio.framesOf(1));
            assertFalse(studio.capture.isCapturing());

            isFull.set(false);

            Frame frame = studio.nextAnnounced();
            assertEquals(OptionalInt.of(1), frame.number());
            assertTrue(frame.shotId().filter(unfiled.shotId()::equals).isPresent());
            assertEquals(1, camera.triggered.size());
            assertTrue(studio.journal().containsAll(List.of("frame-not-filed", "shot-late", "frame-filed")));
            studio.verifyJournal();
        }
    }

    @Test
    void whoseAFrameIsWasDecidedWhenItCameAndNotWhenThereIsRoomAgain() throws Exception {
        try (Studio studio = open()) {
            studio.call(2);
            isFull.set(true);
            CaptureOutcome.Unfiled unfiled = assertInstanceOf(CaptureOutcome.Unfiled.class, studio.pressAndWait());
            studio.call(3);

            isFull.set(false);

            Frame frame = studio.nextAnnounced();
            assertEquals(OptionalInt.of(2), frame.number(), () -> "" + frame.evidence());
            assertTrue(frame.shotId().filter(unfiled.shotId()::equals).isPresent());
        }
    }

    @Test
    void aFrameStillInTheSpoolAtTheEndIsFiledByTheNextStart() throws Exception {
        try (Studio studio = open()) {
            isFull.set(true);
            assertInstanceOf(CaptureOutcome.Unfiled.class, studio.pressAndWait());
        }
        isFull.set(false);

        try (Studio studio = open()) {
            assertEquals(1, studio.framesOf(1).size());
        }
    }

    @Test
    void withTooLittleFreeSpaceThePressIsRefusedBeforeTheCameraIsAsked() throws Exception {
        var archive = Studio.archiveIn(folder);
        try (Studio studio = new Studio(folder, archive, camera, clock, DEADLINE, Long.MAX_VALUE)) {
            studio.start();
            studio.call(1);

            assertEquals(new CaptureOutcome.Refused(RefusalCode.DISK_FULL), studio.pressAndWait());
            assertEquals(List.of(), camera.triggered);
        }
    }

    @Test
    void aFileThatCouldNotBeBroughtInIsFetchedAgainForTheSameShot() throws Exception {
        try (Studio studio = open()) {
            camera.on(shotId -> {
                CardObject object = camera.expose();
                camera.listener().transferFailed(object, CameraFault.DAMAGED_FRAME);
                return CompletableFuture.completedFuture(null);
            });

            CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
            assertEquals(CameraFault.DAMAGED_FRAME, failed.fault());

            Frame frame = studio.nextAnnounced();
            assertEquals(OptionalInt.of(1), frame.number());
            assertEquals(1, camera.fetched.size());
        }
    }

    @Test
    void somethingElseInTheWayIsSaidToBeTheStationsFaultAndFiledLater() throws Exception {
        Path inTheWay = folder.resolve("archive/2026-11-22-a");
        try (Studio studio = open()) {
            Files.writeString(inTheWay, "a file where the session's folder should be");
            CaptureOutcome.Unfiled unfiled = assertInstanceOf(CaptureOutcome.Unfiled.class, studio.pressAndWait());
            assertEquals(RefusalCode.STORE_FAILED, unfiled.code());

            Files.delete(inTheWay);

            assertEquals(OptionalInt.of(1), studio.nextAnnounced().number());
        }
    }
}
