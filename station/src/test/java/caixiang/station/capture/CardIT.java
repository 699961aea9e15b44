package caixiang.station.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.SimulatedCamera;
import caixiang.sim.camera.body.ImageQuality;
import caixiang.sim.camera.body.Negatives;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.sim.fault.Faults;
import caixiang.sim.scene.FolderScene;
import caixiang.station.archive.Frame;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.gphoto2.InstalledLibrary;
import caixiang.station.camera.supervisor.AgentCamera;
import caixiang.station.camera.supervisor.AgentCameraOptions;
import caixiang.station.store.CardStatement;
import caixiang.station.store.Frames;
import caixiang.station.store.Waiting;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the simulated body's card over PTP/IP and libgphoto2 to the statement, with nothing replaced in between. */
@Timeout(120)
final class CardIT {
    private static final Logger log = LoggerFactory.getLogger(CardIT.class);
    private static final int OLD_FILES = 5_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsLibrary() {
        InstalledLibrary.require();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPairBecomesOneFrameWithTwoFilesAndThePressDoesNotWaitForTheRaw(boolean rawFirst) throws Exception {
        CameraOptions setting = CameraOptions.defaults().withNegatives(new Negatives(25 << 20, rawFirst));
        try (SimulatedCamera body = body(setting);
                Studio studio = studio(body)) {
            body.body().setQuality(ImageQuality.RAW_JPEG);
            ready(studio);
            studio.call(1);
            var filed = assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(studio.press("press-1")));
            assertTrue(frame(studio, filed.frame()).companion().isEmpty(), "the RAW is still on its way");
            await(
                    "the RAW beside it",
                    () -> frame(studio, filed.frame()).companion().isPresent());
            var truth = body.exposures().get(0);
            assertEquals(truth.digest().sha256(), filed.frame().sha256());
            var companion = frame(studio, filed.frame()).companion().orElseThrow();
            assertEquals(truth.raw().orElseThrow().digest().sha256(), companion.sha256());
            assertEquals(
                    -1,
                    Files.mismatch(
                            truth.raw().orElseThrow().digest().file(),
                            studio.archive.paths().resolve(companion.file())));
        }
    }

    @Test
    void fiveThousandOldFilesHoldUpTheFirstShotOnlyForAsLongAsTheyAreListed() throws Exception {
        try (SimulatedCamera body = body(CameraOptions.defaults().withOldFiles(OLD_FILES));
                Studio studio = studio(body)) {
            long begun = System.nanoTime();
            ready(studio);
            long ready = millisSince(begun);
            studio.call(1);
            long pressed = System.nanoTime();
            assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(studio.press("press-1")));
            log.info(
                    "{} old files: ready after {} ms, first shot filed after {} ms more",
                    OLD_FILES,
                    ready,
                    millisSince(pressed));
            await(
                    "the statement",
                    () -> Waiting.forResult(studio.capture.card().statements()).size() == 1);
            CardStatement statement = Waiting.forResult(studio.capture.card().reconcile("test"));
            assertEquals(OLD_FILES + 1, statement.onCard());
            assertEquals(OLD_FILES, statement.baseline());
            assertEquals(1, statement.filed());
            assertTrue(statement.isSettled());
        }
    }

    @Test
    void aCardSwappedUnderTheConnectionIsComparedAndTheFirstIsKnownWhenItComesBack() throws Exception {
        try (SimulatedCamera body = body(CameraOptions.defaults());
                Studio studio = studio(body)) {
            ready(studio);
            studio.call(1);
            assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(studio.press("press-1")));
            assertTrue(body.body().swapCard("B", 20));
            await("the other card", () -> statement(studio).card() == 2);
            assertEquals(20, statement(studio).baseline(), "old files under the same names");
            ready(studio);
            assertInstanceOf(CaptureOutcome.Filed.class, Waiting.forResult(studio.press("press-2")));
            assertTrue(body.body().swapCard("A", 0));
            await("the first card again", () -> statement(studio).card() == 1);
            CardStatement again = statement(studio);
            assertEquals(1, again.onCard());
            assertEquals(1, again.filed());
            assertEquals(0, again.vanished());
            assertEquals(2, studio.framesOf(1).size());
            assertEquals(0, studio.tray().size());
        }
    }

    private static CardStatement statement(Studio studio) throws Exception {
        return Waiting.forResult(studio.capture.card().statements()).get(0);
    }

    private static Frame frame(Studio studio, Frame known) throws Exception {
        return Waiting.forResult(studio.database.read(
                handle -> new Frames(handle).find(known.frameId()).orElseThrow()));
    }

    private static void ready(Studio studio) throws Exception {
        await("the camera", () -> studio.device.status().isReady());
    }

    private SimulatedCamera body(CameraOptions setting) throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames"));
        ImageIO.write(
                new BufferedImage(600, 400, BufferedImage.TYPE_3BYTE_BGR),
                "jpeg",
                frames.resolve("a.jpg").toFile());
        return SimulatedCamera.start(setting, new NikonPersonality(), new FolderScene(frames), new Faults());
    }

    private Studio studio(SimulatedCamera body) throws Exception {
        String[] parts = body.uri().toString().split(":", -1);
        CameraPort port = CameraPort.parse("ptpip:" + parts[1] + ":" + parts[2]);
        AgentCamera agent =
                new AgentCamera(AgentCameraOptions.usual(port, Studio.spoolOf(folder), folder.resolve("home")));
        Studio studio = new Studio(folder, Studio.archiveIn(folder), agent, Clock.systemUTC(), Duration.ofSeconds(30));
        studio.start();
        return studio;
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Something that becomes true. */
    private interface Fact {
        boolean holds() throws Exception;
    }

    private static void await(String what, Fact fact) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!fact.holds()) {
            assertTrue(System.nanoTime() < deadline, "in vain: " + what);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
