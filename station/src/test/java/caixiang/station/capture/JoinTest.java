package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CardObject;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whose a frame is, when it is not simply the answer to the last press. */
@Timeout(60)
final class JoinTest {
    private static final CompletionStage<Void> TAKEN = CompletableFuture.completedFuture(null);
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        studio = new Studio(folder, Studio.archiveIn(folder), camera, clock, LONG);
        studio.start();
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    @Test
    void aPressOnTheBodyBelongsToTheCurrentNumber() throws Exception {
        studio.call(3);
        clock.pass(Duration.ofSeconds(5));

        camera.pressOnTheBody();

        Frame frame = studio.nextAnnounced();
        assertEquals(OptionalInt.of(3), frame.number());
        assertEquals(FrameReason.BODY_PRESS_CURRENT, frame.reason());
        assertEquals(Optional.empty(), frame.shotId());
    }

    @Test
    void aPressOnTheBodyWithNobodyCurrentLiesInTheTray() throws Exception {
        camera.pressOnTheBody();

        Frame frame = studio.nextAnnounced();
        assertEquals(FrameReason.UNCLAIMED, frame.reason());
        assertEquals(List.of(frame), studio.tray());
        assertTrue(frame.file().startsWith("2026-11-22-a/tray/"), frame.file());
    }

    /** The shutter fired up to a second and a half before the announcement: it may have been the person before. */
    @Test
    void aPressOnTheBodyJustAfterTheNextCallIsNobodysForCertain() throws Exception {
        studio.call(1);
        clock.pass(Duration.ofSeconds(60));
        studio.call(2);
        clock.pass(Duration.ofSeconds(1));
        camera.pressOnTheBody();
        assertEquals(FrameReason.UNCLAIMED, studio.nextAnnounced().reason());

        clock.pass(Duration.ofSeconds(1));
        camera.pressOnTheBody();
        assertEquals(OptionalInt.of(2), studio.nextAnnounced().number());
    }

    @Test
    void aFrameDeliveredTwiceIsFiledOnce() throws Exception {
        studio.call(1);
        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());
        Frame frame = studio.nextAnnounced();

        camera.deliver(camera.onCard().get(0), Optional.empty());
        camera.deliver(camera.onCard().get(0), frame.shotId());
        studio.settle();

        assertEquals(List.of(frame), studio.framesOf(1));
        assertEquals(List.of(), studio.tray());
        assertTrue(studio.announced.isEmpty(), "nothing is announced twice");
        assertEquals(List.of(), filesIn(Studio.spoolOf(folder)));
    }

    @Test
    void theSameFileNameAfterTheCounterWrapsIsAnotherFrame() throws Exception {
        studio.call(1);
        camera.numbersFilesFrom(9_998);
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());
            clock.pass(Duration.ofSeconds(3));
        }
        camera.numbersFilesFrom(9_998);
        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());

        assertEquals(4, studio.framesOf(1).size());
    }

    @Test
    void whatLayOnTheCardBeforeTheSessionIsLeftAlone() throws Exception {
        studio.close();
        Path other = folder.resolve("other");
        camera = new FakeCamera(other, clock);
        camera.expose();
        camera.expose();
        studio = new Studio(other, Studio.archiveIn(other), camera, clock, LONG);
        studio.start();

        assertEquals(List.of(), camera.fetched);
        assertEquals(List.of(), studio.tray());
        camera.connect();
        studio.settle();
        assertEquals(List.of(), camera.fetched, "nor at the next connection");
    }

    @Test
    void theOneFrameMissedWhileTheAgentWasGoneAnswersTheOneOpenShot() throws Exception {
        studio.call(1);
        studio.measureTheCamerasClock(clock);
        camera.on(shotId -> {
            camera.expose();
            camera.is(CameraStatus.State.CONNECTING, Optional.of(CameraFault.AGENT_LOST));
            return FakeCamera.failure(CameraFault.AGENT_LOST);
        });
        CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        studio.call(2);

        camera.connect();

        Frame frame = studio.nextAnnounced();
        assertEquals(OptionalInt.of(1), frame.number());
        assertEquals(FrameReason.RECOVERED, frame.reason());
        assertEquals(ShotState.FILED, studio.shot(failed.shotId()).state());
    }

    @Test
    void twoMissedFramesForOneOpenShotLieInTheTray() throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(CameraFault.AGENT_LOST));
        assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        camera.expose();
        camera.expose();

        camera.connect();
        studio.nextAnnounced();
        studio.nextAnnounced();

        assertEquals(2, studio.tray().size());
        assertEquals(List.of(), studio.framesOf(1));
    }

    @Test
    void aShotThatNothingOnTheCardAnswersIsLost() throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());

        camera.connect();
        studio.settle();

        assertEquals(ShotState.LOST, studio.shot(failed.shotId()).state());
    }

    /**
     * The swap that must not happen: the shot for 1 times out, 2 is called and photographed, and then the late frame of 1
     * arrives first; the agent, which knows only its last order, names the shot for 2.
     */
    @Test
    void aLateFrameNamedForTheNextPersonIsGivenBackByItsTimeOfExposure() throws Exception {
        studio.call(1);
        studio.measureTheCamerasClock(clock);
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        CaptureOutcome.Failed first = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        CardObject ofFirst = camera.expose();
        clock.pass(Duration.ofSeconds(12));
        studio.call(2);
        camera.on(shotId -> TAKEN);
        CompletionStage<CaptureOutcome> second = studio.press("press-second");
        studio.settle();
        String secondShot = camera.triggered.get(4);

        camera.deliver(ofFirst, Optional.of(secondShot));
        camera.deliver(camera.expose(), Optional.empty());

        assertEquals(
                2,
                assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(second))
                        .number());
        assertEquals(4, studio.framesOf(1).size());
        Frame given = studio.framesOf(1).get(3);
        assertEquals(ofFirst, given.object());
        assertEquals(Optional.of(first.shotId()), given.shotId());
        assertEquals(
                List.of("trigger=api", "intent=2", "order=2of2", "clock=+0.0s±0.0s", "turn=1", "counter=follows"),
                given.evidence());
        assertEquals(1, studio.framesOf(2).size());
    }

    @Test
    void withoutProofOfTheTimeTheFrameBetweenTwoPeopleLiesInTheTray() throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        CardObject ofFirst = camera.expose();
        clock.pass(Duration.ofSeconds(12));
        studio.call(2);
        camera.on(shotId -> TAKEN);
        CompletionStage<CaptureOutcome> second = studio.press("press-second");
        studio.settle();

        camera.deliver(ofFirst, Optional.of(camera.triggered.get(1)));

        assertEquals(FrameReason.UNCLAIMED, studio.nextAnnounced().reason());
        assertFalse(second.toCompletableFuture().isDone(), "the frame for 2 may still come");
    }

    @Test
    void aRetakeAfterALateShotOfTheSamePersonIsInNoDoubt() throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        clock.pass(Duration.ofSeconds(5));
        camera.on(camera::exposeAndDeliver);

        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());
    }

    private static List<Path> filesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
