package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.Personality;
import caixiang.sim.camera.SimulatedCamera;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.fault.FaultScriptException;
import caixiang.sim.fault.FaultScriptText;
import caixiang.sim.fault.Faults;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.agent.AgentLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A simulated camera and the station's camera room before it, joined by nothing but PTP/IP. */
final class TetherRig implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(15);
    static final int FRAME_BYTES = 3_000_000;
    static final AgentLimits LIMITS = new AgentLimits(true, 2_000, 4_000, 3_000, 3_600_000);

    final Faults faults;
    final SimulatedCamera body;
    final HeardListener heard = new HeardListener();
    final Path spool;
    final AgentCamera camera;

    private TetherRig(SimulatedCamera body, Faults faults, AgentCameraOptions options) throws IOException {
        this.body = body;
        this.faults = faults;
        this.spool = options.spool();
        this.camera = new AgentCamera(options);
    }

    static TetherRig of(Personality personality, Path folder) throws IOException {
        return of(personality, folder, FRAME_BYTES, LIMITS);
    }

    static TetherRig of(Personality personality, Path folder, int frameBytes, AgentLimits limits) throws IOException {
        Faults faults = new Faults();
        SimulatedCamera body =
                SimulatedCamera.start(CameraOptions.defaults(), personality, new RandomFrames(frameBytes), faults);
        // The simulator's address names the event port too; the station's form needs the first only.
        String[] parts = body.uri().toString().split(":", -1);
        CameraPort port = CameraPort.parse("ptpip:" + parts[1] + ":" + parts[2]);
        AgentCameraOptions options = new AgentCameraOptions(
                port, folder.resolve("spool"), folder.resolve("home"), limits, SOON, Duration.ofSeconds(8));
        return new TetherRig(body, faults, options);
    }

    void start() {
        camera.start(heard);
    }

    TetherRig ready() {
        start();
        awaitReady(0);
        return this;
    }

    CameraStatus awaitReady(int from) {
        return awaitState(State.READY, from);
    }

    CameraStatus awaitState(State state, int from) {
        return heard.await(HeardListener.Status.class, told -> told.status().state() == state, from, SOON)
                .status();
    }

    SpooledFrame awaitFrame(int from) {
        return heard.await(HeardListener.Frame.class, told -> true, from, SOON).frame();
    }

    void play(String script) {
        try {
            faults.play(FaultScriptText.parse(script));
        } catch (FaultScriptException e) {
            throw new AssertionError(e);
        }
    }

    /** The last exposure as the simulator knows it. */
    Exposure lastExposure() {
        var all = body.exposures();
        return all.get(all.size() - 1);
    }

    static void succeeds(CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static void failsWith(CameraFault fault, CompletionStage<Void> stage) {
        try {
            stage.toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CameraException failure) {
                assertEquals(fault, failure.fault(), failure.getMessage());
                return;
            }
            throw new AssertionError(e);
        } catch (TimeoutException | InterruptedException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("expected " + fault + ", but the order succeeded");
    }

    @Override
    public void close() {
        camera.close();
        body.close();
    }
}
