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
import caixiang.station.camera.SpooledFrame;
import caixiang.station.sitting.ShotState;
import caixiang.station.store.Shot;
import caixiang.station.store.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class CaptureTest {
    private static final CompletionStage<Void> TAKEN = CompletableFuture.completedFuture(null);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        openStudio(LONG);
    }

    private void openStudio(Duration deadline) throws Exception {
        studio = new Studio(folder, Studio.archiveIn(folder), camera, clock, deadline);
        studio.start();
    }

    private void restart(Duration deadline) throws Exception {
        studio.close();
        openStudio(deadline);
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    @Test
    void aPressIsFiledUnderTheCurrentNumberWithSidecarRowAndJournal() throws Exception {
        studio.call(1);

        CaptureOutcome.Filed filed = assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());

        Frame frame = filed.frame();
        assertEquals(OptionalInt.of(1), frame.number());
        assertEquals(FrameReason.TRIGGERED, frame.reason());
        assertTrue(Files.exists(studio.archive.paths().resolve(frame.file())));
        assertEquals(frame, studio.nextAnnounced());
        assertEquals(List.of(frame), studio.framesOf(1));
        assertEquals(ShotState.FILED, studio.shot(filed.shotId()).state());
        assertTrue(studio.journal().containsAll(List.of("shot-requested", "frame-filed", "checked-in")));
        assertEquals(List.of(), filesIn(Studio.spoolOf(folder)));
    }

    @Test
    void theIntentIsOnRecordBeforeTheCameraIsAsked() throws Exception {
        studio.call(1);
        List<ShotState> seen = new java.util.ArrayList<>();
        camera.on(shotId -> {
            // Another connection, as after a crash: only what is committed is there.
            try {
                seen.add(studio.shot(shotId).state());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return camera.exposeAndDeliver(shotId);
        });

        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());

        assertEquals(List.of(ShotState.REQUESTED), seen);
    }

    @Test
    void withNobodyCurrentTheCameraIsNotAsked() throws Exception {
        assertEquals(new CaptureOutcome.Refused(RefusalCode.NOBODY_CURRENT), studio.pressAndWait());
        assertEquals(List.of(), camera.triggered);
        assertTrue(studio.journal().contains("shot-refused"));
    }

    @Test
    void aSecondPressMeanwhileIsRefusedAndTheFirstGoesOn() throws Exception {
        studio.call(1);
        camera.on(shotId -> TAKEN);
        CompletionStage<CaptureOutcome> first = studio.press("press-one");
        CaptureOutcome second = Waiting.forResult(studio.press("press-two"));
        assertEquals(new CaptureOutcome.Refused(RefusalCode.CAPTURE_BUSY), second);
        assertTrue(studio.capture.isCapturing());

        camera.deliver(camera.expose(), Optional.of(camera.triggered.get(0)));

        assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(first));
        assertEquals(second, Waiting.forResult(studio.press("press-two")), "the same request has the same answer");
        assertEquals(1, camera.triggered.size());
    }

    @Test
    void theSameRequestTwiceIsOneExposureAndOneAnswer() throws Exception {
        studio.call(1);
        camera.on(shotId -> TAKEN);
        CompletionStage<CaptureOutcome> first = studio.press("press-one");
        CompletionStage<CaptureOutcome> again = studio.press("press-one");
        camera.deliver(camera.expose(), Optional.of(triggeredOnce()));

        CaptureOutcome outcome = Waiting.forResult(first);
        assertEquals(outcome, Waiting.forResult(again));
        assertEquals(outcome, Waiting.forResult(studio.press("press-one")));
        restart(LONG);
        assertEquals(outcome, Waiting.forResult(studio.press("press-one")), "also after a restart");
        assertEquals(1, camera.triggered.size());
    }

    @Test
    void afterTheDeadlineThePressIsLateAndItsFrameStillFindsItsOwner() throws Exception {
        studio.call(1);
        studio.measureTheCamerasClock(clock);
        restart(SHORT);
        camera.on(shotId -> TAKEN);
        CaptureOutcome.Late late =
                assertInstanceOf(CaptureOutcome.Late.class, Waiting.forResult(studio.press("press-late")));
        studio.settle();
        assertEquals(1, Waiting.forResult(studio.screens.counts()).late());
        CardObject object = camera.expose();
        clock.pass(Duration.ofSeconds(30));
        studio.call(2);

        camera.deliver(object, Optional.of(late.shotId()));

        assertEquals(OptionalInt.of(1), studio.nextAnnounced().number());
        assertEquals(1, camera.triggered.stream().filter(late.shotId()::equals).count(), "the order is never repeated");
        assertEquals(ShotState.FILED, studio.shot(late.shotId()).state());
    }

    @Test
    void theNumberIsTheOneOfThePressNotOfTheMomentTheFileArrives() throws Exception {
        studio.call(1);
        camera.on(shotId -> TAKEN);
        CompletionStage<CaptureOutcome> press = studio.press("press-one");
        Waiting.forResult(studio.database.write(handle -> true));
        studio.call(2);

        camera.deliver(camera.expose(), Optional.of(triggeredOnce()));

        assertEquals(
                1,
                assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(press))
                        .number());
    }

    @ParameterizedTest
    @EnumSource(CameraFault.class)
    void whateverTheCameraAnswersThePressEndsAndTheShotSaysWhetherAFrameMayCome(CameraFault fault) throws Exception {
        studio.call(1);
        camera.on(shotId -> FakeCamera.failure(fault));

        CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());

        assertEquals(fault, failed.fault());
        studio.settle();
        boolean open = List.of(
                        CameraFault.DISCONNECTED,
                        CameraFault.TIMED_OUT,
                        CameraFault.AGENT_LOST,
                        CameraFault.DAMAGED_FRAME,
                        CameraFault.SPOOL_FAILED,
                        CameraFault.NO_JPEG,
                        CameraFault.UNKNOWN)
                .contains(fault);
        assertEquals(
                open ? ShotState.LATE : ShotState.REFUSED,
                studio.shot(failed.shotId()).state());
        assertFalse(studio.capture.isCapturing(), "the next press is possible");
    }

    /** A disk that hangs must not leave the photographer waiting, nor fire the camera once nobody expects it. */
    @Test
    void aPressThatCouldNotBeRecordedInTimeIsRefusedAndNeverFiresLater() throws Exception {
        restart(SHORT);
        studio.call(1);
        CountDownLatch disk = new CountDownLatch(1);
        CompletionStage<Boolean> hanging = studio.database.write(handle -> {
            disk.await();
            return true;
        });

        CaptureOutcome outcome = studio.pressAndWait();
        disk.countDown();
        Waiting.forResult(hanging);
        studio.settle();

        assertEquals(new CaptureOutcome.Refused(RefusalCode.STORE_FAILED), outcome);
        assertEquals(List.of(), camera.triggered);
        assertEquals(outcome, Waiting.forResult(studio.press("press-1")), "the same request has the same answer");
        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait(), "and the next press works");
    }

    @Test
    void aCameraThatCouldNotFocusAfterTakingTheOrderEndsThePressAsFailed() throws Exception {
        studio.call(1);
        camera.on(shotId -> {
            camera.listener().shotFailed(shotId, CameraFault.OUT_OF_FOCUS);
            return TAKEN;
        });

        CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());

        assertEquals(CameraFault.OUT_OF_FOCUS, failed.fault());
        studio.settle();
        assertEquals(ShotState.FAILED, studio.shot(failed.shotId()).state());
    }

    @Test
    void withoutACameraThePressFailsAtOnceAndIsJournaled() throws Exception {
        studio.call(1);
        camera.is(CameraStatus.State.ABSENT, Optional.of(CameraFault.DISCONNECTED));

        CaptureOutcome.Failed failed = assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());

        assertEquals(CameraFault.DISCONNECTED, failed.fault());
        assertEquals(List.of(), camera.triggered);
        assertTrue(studio.journal().contains("shot-refused"));
    }

    @Test
    void framesLeftInTheSpoolAreFiledAtTheNextStartUnderTheNumberOfTheirTime() throws Exception {
        studio.call(1);
        camera.on(shotId -> TAKEN);
        var unused = studio.press("press-one");
        studio.settle();
        String shotId = triggeredOnce();
        SpooledFrame left = camera.spool(camera.expose(), Optional.of(shotId));
        clock.pass(Duration.ofSeconds(5));
        studio.call(2);
        studio.announced.clear();

        restart(LONG);

        Frame frame = studio.nextAnnounced();
        assertEquals(OptionalInt.of(1), frame.number());
        assertEquals(left.sha256(), frame.sha256());
        assertEquals(List.of(), filesIn(Studio.spoolOf(folder)));
        assertEquals(List.of(), camera.fetched, "what lay in the spool need not be fetched again");
    }

    @Test
    void aLostDatabaseIsRebuiltFromTheArchiveAndNumbersGoOnAboveIt() throws Exception {
        studio.call(3);
        Frame filed = assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait())
                .frame();
        studio.close();
        for (Path file : filesIn(folder.resolve("db"))) {
            Files.delete(file);
        }

        openStudio(LONG);

        assertEquals(
                filed,
                Waiting.forResult(studio.screens.frame(filed.frameId()))
                        .orElseThrow()
                        .frame());
        assertEquals(
                new caixiang.station.checkin.CheckInOutcome.Given(4, true),
                Waiting.forResult(studio.desk.checkIn("20260009", "check-in-again", "test")));
    }

    /** Whatever a camera says, in whatever order, and also when it says nothing. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPressEndsWithinTheDeadlineInExactlyOneOutcomeAndFiresOnce(long seed) throws Exception {
        restart(Duration.ofMillis(600));
        studio.call(1);
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            int before = camera.triggered.size();
            camera.on(shotId -> babble(shotId, random));
            long begun = System.nanoTime();

            CaptureOutcome outcome = Waiting.forResult(studio.press("press-" + seed + "-" + i));

            long millis = (System.nanoTime() - begun) / 1_000_000;
            assertTrue(millis < 600 + 2_000, "took " + millis + " ms"); // 2 s for a busy machine
            studio.settle();
            assertEquals(before + 1, camera.triggered.size(), "one order");
            Shot shot = studio.shot(camera.triggered.get(before));
            assertTrue(shot.state().isOutcome(), shot + " after " + outcome);
            assertTrue(shot.cause().isPresent(), shot.toString());
            camera.is(CameraStatus.State.READY, Optional.empty());
        }
        assertEquals(Set.copyOf(camera.triggered).size(), camera.triggered.size(), "no order twice");
    }

    private CompletionStage<Void> babble(String shotId, Random random) {
        for (int i = random.nextInt(4); i > 0; i--) {
            CameraFault fault = anyFault(random);
            switch (random.nextInt(6)) {
                case 0 -> camera.deliver(camera.expose(), Optional.of(shotId));
                case 1 -> camera.pressOnTheBody();
                case 2 -> camera.listener().shotFailed(shotId, fault);
                case 3 -> camera.is(CameraStatus.State.CONNECTING, Optional.of(fault));
                case 4 -> camera.listener().transferFailed(camera.expose(), fault);
                default -> camera.listener().shotFailed("another", fault);
            }
        }
        return switch (random.nextInt(4)) {
            case 0 -> TAKEN;
            case 1 -> new CompletableFuture<>();
            case 2 -> FakeCamera.failure(anyFault(random));
            default -> throw new IllegalStateException("a driver that breaks off");
        };
    }

    private static CameraFault anyFault(Random random) {
        List<CameraFault> faults = List.of(CameraFault.values());
        return faults.get(random.nextInt(faults.size()));
    }

    private String triggeredOnce() throws Exception {
        studio.settle();
        assertEquals(1, camera.triggered.size());
        return camera.triggered.get(0);
    }

    private static List<Path> filesIn(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
