package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import caixiang.sim.camera.GenericPersonality;
import caixiang.sim.camera.Personality;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.sim.ptp.ResponseCode;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.agent.AgentLimits;
import caixiang.station.camera.gphoto2.InstalledLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A working camera: from trigger or body press to the spooled frame, through unmodified libgphoto2. */
@Timeout(120)
class AgentCameraIT {
    @BeforeAll
    static void needsLibrary() {
        InstalledLibrary.require();
    }

    @TempDir
    Path folder;

    static Stream<Arguments> personalities() {
        return Stream.of(
                Arguments.argumentSet("nikon", new NikonPersonality()),
                Arguments.argumentSet("generic", new GenericPersonality()));
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void triggeredFrameIsSpooledByteForByte(Personality personality) throws IOException {
        try (TetherRig rig = TetherRig.of(personality, folder).ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            SpooledFrame frame = rig.awaitFrame(from);
            assertEquals(Optional.of("shot-1"), frame.shotId());
            assertEquals(rig.lastExposure().digest().sha256(), frame.sha256());
            assertEquals(-1, Files.mismatch(rig.lastExposure().digest().file(), frame.file()));
            assertEquals(List.of(frame), Spool.scan(rig.spool).frames());
        }
    }

    @ParameterizedTest
    @MethodSource("personalities")
    void pressOnTheBodyIsSpooledAsNobodysOrder(Personality personality) throws IOException {
        try (TetherRig rig = TetherRig.of(personality, folder).ready()) {
            int from = rig.heard.count();
            assertEquals(ResponseCode.OK, rig.body.pressShutter());
            SpooledFrame frame = rig.awaitFrame(from);
            assertEquals(Optional.empty(), frame.shotId());
            assertEquals(rig.lastExposure().digest().sha256(), frame.sha256());
        }
    }

    @Test
    void nikonShotTakesTheDslrPathWithAutofocusOntoTheCard() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            rig.awaitFrame(from);
            var capture = rig.body.operations().stream()
                    .filter(entry -> entry.operation() == 0x9207)
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(0xFFFFFFFE, 0), capture.parameters(), "AF first, onto the card");
            assertTrue(rig.body.operations().stream().noneMatch(entry -> entry.operation() == 0x100E));
        }
    }

    @Test
    void cameraIsKnownByItsOwnSerialNumberAndModel() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            var camera = rig.camera.status().camera().orElseThrow();
            assertEquals("00000000000000000000000006000001", camera.serial());
            assertEquals("D750", camera.model());
        }
    }

    @Test
    void filesOnTheCardAreListedBeforeReadyAndCanBeFetched() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder)) {
            for (int i = 1; i <= 3; i++) {
                rig.shootUntethered(i);
            }
            rig.start();
            rig.awaitReady(0);
            var told = rig.heard.heard();
            int ready = told.indexOf(new HeardListener.Status(rig.camera.status()));
            HeardListener.Listed listed = (HeardListener.Listed) told.get(ready - 1);
            assertEquals(3, listed.objects().size());

            CardObject second = listed.objects().get(1);
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.fetch(second));
            SpooledFrame frame = rig.awaitFrame(from);
            assertEquals(second, frame.object());
            assertEquals(rig.body.exposures().get(1).digest().sha256(), frame.sha256());
            assertEquals(Optional.empty(), frame.shotId());
        }
    }

    @Test
    void cardWithMoreFilesThanOneMessageHoldsIsListedWhole() throws IOException {
        try (TetherRig rig = TetherRig.of(new GenericPersonality(), folder, 2_000, Duration.ZERO)) {
            for (int i = 1; i <= 600; i++) {
                rig.shootUntethered(i);
            }
            rig.start();
            var listed = rig.heard.await(HeardListener.Listed.class, told -> true, 0, TetherRig.SOON);
            assertEquals(
                    600,
                    listed.objects().stream().map(CardObject::name).distinct().count());
        }
    }

    @Test
    void objectHasTheSameFactsWhenAnnouncedAndWhenListedLater() throws IOException {
        // The body stamps the press, the file arrives more than a second later.
        Duration exposure = Duration.ofMillis(1_600);
        try (TetherRig rig =
                TetherRig.of(new NikonPersonality(), folder, 300_000, exposure).ready()) {
            CardObject announced = rig.shoot("shot-1").object();
            int from = rig.heard.count();
            rig.killAgent();
            var listed = rig.heard.await(HeardListener.Listed.class, told -> true, from, TetherRig.SOON);
            assertEquals(List.of(announced), listed.objects());
        }
    }

    @Test
    void fetchOfAFileThatIsNotOnTheCardFails() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.shootUntethered(1);
            CardObject there = rig.awaitFrame(0).object();
            CardObject other = new CardObject(there.folder(), there.name(), there.sizeBytes() + 1, there.modified());
            TetherRig.failsWith(CameraFault.DAMAGED_FRAME, rig.camera.fetch(other));
            CardObject none = new CardObject(there.folder(), "DSC_9999.JPG", 1, there.modified());
            TetherRig.failsWith(CameraFault.UNKNOWN, rig.camera.fetch(none));
            assertEquals(State.READY, rig.camera.status().state());
        }
    }

    @Test
    void fiftyShotsInARowLeaveNoFileDescriptorBehind() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.shoot("warm-up");
            int before = rig.agentFileDescriptors();
            List<String> hashes = new ArrayList<>();
            for (int i = 1; i <= 50; i++) {
                SpooledFrame frame = rig.shoot("shot-" + i);
                assertEquals(Optional.of("shot-" + i), frame.shotId());
                hashes.add(frame.sha256());
            }
            List<String> shot = rig.body.exposures().stream()
                    .skip(1)
                    .map(exposure -> exposure.digest().sha256())
                    .toList();
            assertEquals(shot, hashes);
            assertEquals(before, rig.agentFileDescriptors());
        }
    }

    @Test
    void secondTriggerBeforeThePictureIsRefusedAsBusy() throws IOException {
        try (TetherRig rig = TetherRig.of(new GenericPersonality(), folder).ready()) {
            var first = rig.camera.trigger("shot-1");
            var second = rig.camera.trigger("shot-2");
            TetherRig.failsWith(CameraFault.BUSY, second);
            TetherRig.succeeds(first);
            assertEquals(Optional.of("shot-1"), rig.awaitFrame(0).shotId());
            assertEquals(1, rig.body.exposures().size());
        }
    }

    @Test
    void agentStartsAfreshWhenIdleAfterItsShareOfFrames() throws IOException {
        var limits = new AgentLimits(true, 2_000, 4_000, 2, 3_600_000);
        try (TetherRig rig =
                TetherRig.of(new NikonPersonality(), folder, 300_000, limits).ready()) {
            long before = rig.agentPid();
            rig.shoot("shot-1");
            int from = rig.heard.count();
            rig.shoot("shot-2");
            rig.awaitState(State.CONNECTING, from);
            assertEquals(Optional.empty(), rig.awaitReady(from).fault(), "nothing is wrong");
            assertNotEquals(before, rig.agentPid());
            rig.shoot("shot-3");
        }
    }
}
