package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.station.archive.Frame;
import caixiang.station.archive.FrameReason;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraIdentity;
import caixiang.station.camera.CardObject;
import caixiang.station.store.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What names and clocks may do without a frame coming under a wrong number, and what is then said of it. */
@Timeout(60)
final class JoinEvidenceTest {
    private static final CompletionStage<Void> TAKEN = CompletableFuture.completedFuture(null);

    @TempDir
    private Path folder;

    private TestClock clock;
    private FakeCamera camera;
    private Studio studio;

    /** Number 1 has three pictures, DSC_0001 to DSC_0003, and the camera's clock is measured. */
    @BeforeEach
    void open() throws Exception {
        clock = new TestClock();
        camera = new FakeCamera(folder, clock);
        studio = new Studio(folder, Studio.archiveIn(folder), camera, clock, Duration.ofSeconds(30));
        studio.start();
        studio.call(1);
        studio.measureTheCamerasClock(clock);
    }

    @AfterEach
    void close() throws Exception {
        studio.verifyJournal();
        studio.close();
    }

    @Test
    void whatWasWeighedStandsInRowSidecarAndJournal() throws Exception {
        Frame frame = shootNext(2);

        List<String> evidence =
                List.of("trigger=api", "intent=2", "order=1of1", "clock=+0.0s±0.0s", "turn=2", "counter=follows");
        assertEquals(evidence, frame.evidence());
        assertEquals(evidence, studio.framesOf(2).get(0).evidence());
        String journal = Waiting.forResult(studio.screens.journal(5)).toString();
        assertTrue(journal.contains("order=1of1 clock=+0.0s"), journal);
        Path sidecar = studio.archive.paths().resolve(frame.file().replace(".jpg", ".json"));
        assertTrue(java.nio.file.Files.readString(sidecar).contains("\"clock=+0.0s±0.0s\""));
    }

    @Test
    void theCounterWrapsAfter9999() throws Exception {
        camera.numbersFilesFrom(9_998);
        assertEquals("counter=restarted", counter(shootNext(2)));

        camera.numbersFilesFrom(0);

        Frame wrapped = shootNext(3);
        assertEquals("DSC_0001.JPG", wrapped.object().name());
        assertEquals("counter=follows", counter(wrapped));
        assertEquals(OptionalInt.of(3), wrapped.number());
    }

    @Test
    void aNewFolderWithTheNextNumberIsNothingNew() throws Exception {
        camera.namesFiles("/store_00010001/DCIM/101ND750", "DSC_%04d.JPG");

        assertEquals("counter=follows", counter(shootNext(2)));
    }

    @Test
    void namesThatBeginAnewForEachPictureAreDifferentFrames() throws Exception {
        camera.namesFiles("/", "capt%04d.jpg");
        for (int number = 2; number <= 4; number++) {
            camera.numbersFilesFrom(-1);

            Frame frame = shootNext(number);

            assertEquals("capt0000.jpg", frame.object().name());
            assertEquals(OptionalInt.of(number), frame.number());
            assertEquals("counter=restarted", counter(frame));
        }
    }

    @Test
    void aSecondCameraWithTheSameNamesHasItsOwnCounterAndClock() throws Exception {
        camera.isBody(new CameraIdentity("6099999", "D750", "usb:001,005"));
        camera.numbersFilesFrom(2);

        Frame frame = shootNext(2);

        assertEquals("DSC_0003.JPG", frame.object().name());
        assertEquals(OptionalInt.of(2), frame.number());
        assertEquals("counter=first", counter(frame));
        assertTrue(frame.evidence().contains("clock=unmeasured"));
        assertEquals(3, studio.framesOf(1).size());
    }

    /** Pictures of another day under the very names that come next. */
    @Test
    void theOldPicturesOfACardThatIsPutInAreNobodys() throws Exception {
        studio.call(2);
        camera.setsClock(Duration.ofDays(-7));
        camera.expose();
        camera.expose();
        camera.setsClock(Duration.ofDays(7));

        camera.connect();

        assertEquals(FrameReason.UNCLAIMED, studio.nextAnnounced().reason());
        assertEquals(FrameReason.UNCLAIMED, studio.nextAnnounced().reason());
        assertEquals(List.of(), studio.framesOf(2));
    }

    @Test
    void theSameNameWithOtherBytesIsAnotherFrame() throws Exception {
        Frame first = shootNext(2);
        camera.numbersFilesFrom(3);

        Frame second = shootNext(3);

        assertEquals(first.object().name(), second.object().name());
        assertNotEquals(first.sha256(), second.sha256());
        assertEquals(1, studio.framesOf(2).size());
        assertEquals(1, studio.framesOf(3).size());
    }

    @Test
    void aCameraClockSetForwardSaysWhatCannotBeAndIsNotHeard() throws Exception {
        camera.setsClock(Duration.ofHours(1));

        Frame frame = shootNext(2);

        assertEquals(OptionalInt.of(2), frame.number());
        assertTrue(frame.evidence().contains("clock=stepped"), frame.evidence().toString());
    }

    /** By its clock the picture is of the person before; that it was only set back, nobody knows yet. */
    @Test
    void aCameraClockSetBackALittleIsDoubtedThreeTimesAndThenMeasuredAnew() throws Exception {
        camera.setsClock(Duration.ofSeconds(-20));
        for (int number = 2; number <= 4; number++) {
            Frame doubted = callAndDeliver(number);
            assertEquals(FrameReason.UNCLAIMED, doubted.reason());
            assertTrue(doubted.evidence().contains("proposes=" + (number - 1) + "," + number), "" + doubted.evidence());
        }

        assertEquals(OptionalInt.of(5), callAndDeliver(5).number());
        assertEquals(OptionalInt.of(6), callAndDeliver(6).number());
    }

    @Test
    void whenTheOrderSays2AndTheClockSays1TheTrayHasBothProposals() throws Exception {
        clock.pass(Duration.ofSeconds(20));
        CardObject pressedOnTheBody = camera.expose();
        clock.pass(Duration.ofSeconds(20));
        studio.call(2);
        clock.pass(Duration.ofSeconds(5));
        camera.on(shotId -> TAKEN);
        var unused = studio.press("press-of-two");
        studio.settle();
        String ofTwo = camera.triggered.get(3);

        camera.deliver(pressedOnTheBody, Optional.of(ofTwo));
        Frame doubted = studio.nextAnnounced();
        camera.deliver(camera.expose(), Optional.empty());
        Frame itsOwn = studio.nextAnnounced();

        assertEquals(FrameReason.UNCLAIMED, doubted.reason());
        assertEquals(
                List.of(
                        "trigger=api",
                        "intent=2",
                        "order=1of1",
                        "clock=-25.0s±0.0s",
                        "turn=1",
                        "counter=follows",
                        "proposes=1,2"),
                doubted.evidence());
        assertEquals(Optional.of(ofTwo), itsOwn.shotId());
        assertEquals(OptionalInt.of(2), itsOwn.number());
    }

    /** The agent reads the computer's clock as it is; the station's goes on. Then the announcement proves less. */
    @Test
    void whenTheComputersClockWasSetTheCamerasClockStillTellsWhoseABodyPressIs() throws Exception {
        clock.pass(Duration.ofMinutes(1));
        studio.call(2);
        clock.pass(Duration.ofSeconds(30));
        camera.agentClockIs(Duration.ofMinutes(-1));

        camera.pressOnTheBody();

        Frame frame = studio.nextAnnounced();
        assertEquals(OptionalInt.of(2), frame.number());
        assertTrue(frame.evidence().contains("turn=2"));
    }

    @Test
    void whenTheComputersClockWasSetAndTheCamerasIsUnknownABodyPressLiesInTheTray() throws Exception {
        camera.isBody(new CameraIdentity("6099999", "D750", "usb:001,005"));
        clock.pass(Duration.ofMinutes(1));
        studio.call(2);
        clock.pass(Duration.ofSeconds(30));
        camera.agentClockIs(Duration.ofMinutes(-1));

        camera.pressOnTheBody();

        Frame frame = studio.nextAnnounced();
        assertEquals(FrameReason.UNCLAIMED, frame.reason());
        assertTrue(frame.evidence().contains("proposes=1,2"), frame.evidence().toString());
    }

    /** The agent keeps the name of an order that was never answered; the next press on the body would bear it. */
    @Test
    void aBodyPressThatBearsTheNameOfAnUnansweredShotIsNotItsAnswer() throws Exception {
        camera.on(shotId -> FakeCamera.failure(CameraFault.TIMED_OUT));
        assertInstanceOf(CaptureOutcome.Failed.class, studio.pressAndWait());
        String unanswered = camera.triggered.get(3);
        clock.pass(Duration.ofSeconds(40));
        studio.call(2);
        clock.pass(Duration.ofSeconds(20));

        camera.deliver(camera.expose(), Optional.of(unanswered));

        Frame frame = studio.nextAnnounced();
        assertEquals(FrameReason.UNCLAIMED, frame.reason());
        assertTrue(frame.evidence().contains("proposes=1,2"), frame.evidence().toString());
    }

    private Frame shootNext(int number) throws Exception {
        studio.call(number);
        clock.pass(Duration.ofSeconds(10));
        assertInstanceOf(CaptureOutcome.Filed.class, studio.pressAndWait());
        Frame frame = studio.nextAnnounced();
        clock.pass(Duration.ofSeconds(10));
        return frame;
    }

    /** As above, but the frame may lie in the tray, so that the press waits in vain and is ended. */
    private Frame callAndDeliver(int number) throws Exception {
        studio.call(number);
        clock.pass(Duration.ofSeconds(10));
        camera.on(shotId -> {
            camera.deliver(camera.expose(), Optional.of(shotId));
            return FakeCamera.failure(CameraFault.TIMED_OUT);
        });
        var unused = studio.pressAndWait();
        Frame frame = studio.nextAnnounced();
        studio.settle();
        clock.pass(Duration.ofSeconds(14));
        return frame;
    }

    private static String counter(Frame frame) {
        return frame.evidence().stream()
                .filter(word -> word.startsWith("counter="))
                .findFirst()
                .orElseThrow();
    }
}
