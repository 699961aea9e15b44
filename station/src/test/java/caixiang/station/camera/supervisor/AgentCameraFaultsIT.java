package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import caixiang.sim.camera.GenericPersonality;
import caixiang.sim.camera.nikon.NikonPersonality;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.CardObject;
import caixiang.station.camera.Spool;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.gphoto2.InstalledLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A camera that refuses, vanishes or hangs, and an agent that dies. */
@Timeout(120)
class AgentCameraFaultsIT {
    @BeforeAll
    static void needsLibrary() {
        InstalledLibrary.require();
    }

    @TempDir
    Path folder;

    @Test
    void absentCameraIsToldAndFoundWhenItAppears() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder)) {
            rig.body.powerOff();
            rig.start();
            CameraStatus absent = rig.awaitState(State.ABSENT, 0);
            assertEquals(Optional.of(CameraFault.NOT_FOUND), absent.fault());
            TetherRig.failsWith(CameraFault.NOT_FOUND, rig.camera.trigger("shot-1"));
            rig.body.powerOn();
            rig.awaitReady(0);
            rig.shoot("shot-2");
        }
    }

    @Test
    void cameraHeldByAnotherInitiatorIsToldAsInUse() throws IOException {
        try (TetherRig holder = TetherRig.of(new NikonPersonality(), folder.resolve("holder"))
                        .ready();
                TetherRig second = holder.another(folder.resolve("second"))) {
            second.start();
            assertEquals(
                    Optional.of(CameraFault.IN_USE),
                    second.awaitState(State.ABSENT, 0).fault());
        }
    }

    @Test
    void linkResetInATransferLeadsBackToReadyAndTheFrameCanBeFetched() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"101B","do":"reset-after:700000"}]""");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            var failed = rig.heard.await(HeardListener.TransferFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(CameraFault.DISCONNECTED, failed.fault());
            rig.fetchTheOnlyListed(from);
        }
    }

    @Test
    void batteryTakenOutInATransferIsSurvived() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"101B","nth":2,"do":"power-off:60000"}]""");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            rig.awaitState(State.ABSENT, from);
            rig.body.powerOn();
            rig.fetchTheOnlyListed(from);
        }
    }

    @Test
    void killedAgentIsReplacedAtOnceAndLeavesNothingHalf() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"101B","nth":2,"do":"stall-after:100000"}]""");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            rig.awaitPart();
            long killed = rig.agentPid();
            rig.killAgent();
            rig.faults.clear();
            // What the supervisor adds; the rest is a JVM's start, about half a second on an idle machine.
            rig.awaitAgentOtherThan(killed, Duration.ofSeconds(1));
            rig.awaitReady(from);
            try (Stream<Path> left = Files.list(rig.spool)) {
                assertEquals(
                        List.of(), left.filter(file -> !file.endsWith(".lock")).toList());
            }
            rig.fetchTheOnlyListed(from);
        }
    }

    @Test
    void orderGivenToAnAgentThatIsKilledEndsAsAgentLost() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"90C8","do":"respond:2019","times":1000}]""");
            var order = rig.camera.trigger("shot-1");
            rig.awaitOperation(0x90C8);
            rig.killAgent();
            TetherRig.failsWith(CameraFault.AGENT_LOST, order);
            rig.faults.clear();
            rig.awaitReady(rig.heard.count() - 1);
        }
    }

    @Test
    void cameraThatStaysBusyForEverHangsTheAgentWhichIsReplaced() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            // The library then waits up to 1000 s inside one call, but only once the exposure is under way.
            rig.play("""
                    [{"on":"90C8","nth":2,"do":"respond:2019","times":100000}]""");
            int from = rig.heard.count();
            var order = rig.camera.trigger("shot-1");
            TetherRig.failsWith(CameraFault.AGENT_LOST, order);
            rig.faults.clear();
            rig.awaitReady(from);
            rig.shoot("shot-2");
        }
    }

    @Test
    void silentCameraEndsTheOrderAsTimedOutAndIsReconnected() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"9207","do":"silent"}]""");
            int from = rig.heard.count();
            TetherRig.failsWith(CameraFault.TIMED_OUT, rig.camera.trigger("shot-1"));
            rig.awaitReady(from);
            // The camera had exposed all the same: the frame is on the card.
            rig.fetchTheOnlyListed(from);
        }
    }

    @Test
    void stoppedAgentIsReplaced() throws IOException, InterruptedException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            long stopped = rig.agentPid();
            int from = rig.heard.count();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-STOP", Long.toString(stopped))
                            .start()
                            .waitFor());
            assertEquals(
                    Optional.of(CameraFault.AGENT_LOST),
                    rig.awaitState(State.CONNECTING, from).fault());
            rig.awaitReady(from);
            assertNotEquals(stopped, rig.agentPid());
            rig.shoot("shot-1");
        }
    }

    @Test
    void fullCardIsTold() throws IOException {
        try (TetherRig rig = TetherRig.of(new GenericPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"100E","do":"card-full"}]""");
            TetherRig.failsWith(CameraFault.CARD_FULL, rig.camera.trigger("shot-1"));
            rig.shoot("shot-2");
        }
    }

    @Test
    void missedFocusIsToldAndTheNextShotWorks() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"9207","do":"af-fail"}]""");
            TetherRig.failsWith(CameraFault.OUT_OF_FOCUS, rig.camera.trigger("shot-1"));
            assertEquals(
                    Optional.of(CameraFault.OUT_OF_FOCUS), rig.camera.status().fault());
            rig.shoot("shot-2");
            assertEquals(Optional.empty(), rig.camera.status().fault());
            assertEquals(1, rig.body.exposures().size());
        }
    }

    @Test
    void bareRefusalIsToldAsOutOfFocusWhenTheBodyCannotFocusEither() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"9207","do":"respond:A002"}, {"on":"90C1","do":"respond:A002"}]""");
            TetherRig.failsWith(CameraFault.OUT_OF_FOCUS, rig.camera.trigger("shot-1"));
        }
    }

    @Test
    void busyCameraIsToldAsBusy() throws IOException {
        try (TetherRig rig = TetherRig.of(new GenericPersonality(), folder).ready()) {
            rig.play("""
                    [{"on":"100E","do":"respond:2019"}]""");
            TetherRig.failsWith(CameraFault.BUSY, rig.camera.trigger("shot-1"));
            rig.shoot("shot-2");
        }
    }

    @Test
    void orderThatWasTakenButBringsNoPictureEndsAsTimedOutWithoutASecondTrigger() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            // The library gives up on a busy body after 200 attempts and returns success.
            rig.play("""
                    [{"on":"9207","do":"respond:2019","times":201}]""");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            var failed = rig.heard.await(HeardListener.ShotFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(new HeardListener.ShotFailed("shot-1", CameraFault.TIMED_OUT), failed);
            assertEquals(0, rig.body.exposures().size());
            assertEquals(Optional.of("shot-2"), rig.shoot("shot-2").shotId());
        }
    }

    @Test
    void pictureThatComesLateStillAnswersItsOrder() throws IOException {
        try (TetherRig rig = TetherRig.of(new GenericPersonality(), folder, 300_000, Duration.ofSeconds(3))
                .ready()) {
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            rig.heard.await(HeardListener.ShotFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(Optional.of("shot-1"), rig.awaitFrame(from).shotId());
        }
    }

    @Test
    void unwritableSpoolIsToldAndTheFrameStaysOnTheCard() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            int from = rig.heard.count();
            Path aside = folder.resolve("aside");
            Files.move(rig.spool, aside);
            TetherRig.succeeds(rig.camera.trigger("shot-1"));
            var failed = rig.heard.await(HeardListener.TransferFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(CameraFault.SPOOL_FAILED, failed.fault());
            Files.move(aside, rig.spool);
            TetherRig.succeeds(rig.camera.fetch(failed.object()));
            assertEquals(1, Spool.scan(rig.spool).frames().size());
        }
    }

    @Test
    void closingEndsTheAgentAndRefusesFurtherOrders() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            ProcessHandle agent = ProcessHandle.of(rig.agentPid()).orElseThrow();
            rig.camera.close();
            assertFalse(agent.isAlive());
            TetherRig.failsWith(CameraFault.DISCONNECTED, rig.camera.trigger("shot-1"));
        }
    }

    @Test
    void spooledFrameThatTheAgentCouldNotTellOfIsToldAfterIt() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            SpooledFrame first = rig.shoot("shot-1");
            String id = "0190aaaa-0000-7000-8000-000000000001";
            Files.copy(first.file(), rig.spool.resolve(id + ".jpg"));
            Files.copy(first.note(), rig.spool.resolve(id + ".json"));
            int from = rig.heard.count();
            rig.killAgent();
            SpooledFrame told = rig.awaitFrame(from);
            assertEquals(id + ".jpg", told.file().getFileName().toString());
            rig.awaitReady(from);
            assertEquals(2, rig.heard.frames().size(), "each frame once");
        }
    }

    @Test
    void damagedTransferIsNotKept() throws IOException {
        try (TetherRig rig = TetherRig.of(new NikonPersonality(), folder).ready()) {
            SpooledFrame frame = rig.shoot("shot-1");
            CardObject object = frame.object();
            assertEquals(TetherRig.FRAME_BYTES, object.sizeBytes());
            rig.play("""
                    [{"on":"101B","nth":2,"do":"respond:2002"}]""");
            int from = rig.heard.count();
            TetherRig.succeeds(rig.camera.trigger("shot-2"));
            rig.heard.await(HeardListener.TransferFailed.class, told -> true, from, TetherRig.SOON);
            assertEquals(1, Spool.scan(rig.spool).frames().size());
        }
    }
}
