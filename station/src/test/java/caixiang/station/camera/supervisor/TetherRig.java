package caixiang.station.camera.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import caixiang.sim.camera.CameraOptions;
import caixiang.sim.camera.Personality;
import caixiang.sim.camera.SimulatedCamera;
import caixiang.sim.camera.body.Exposure;
import caixiang.sim.fault.FaultScriptException;
import caixiang.sim.fault.FaultScriptText;
import caixiang.sim.fault.Faults;
import caixiang.sim.ptp.ResponseCode;
import caixiang.station.camera.CameraException;
import caixiang.station.camera.CameraFault;
import caixiang.station.camera.CameraPort;
import caixiang.station.camera.CameraStatus;
import caixiang.station.camera.CameraStatus.State;
import caixiang.station.camera.SpooledFrame;
import caixiang.station.camera.agent.AgentLimits;
import caixiang.station.camera.agent.AgentMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
        return of(personality, folder, new RandomFrames(frameBytes), CameraOptions.defaults(), limits);
    }

    static TetherRig of(Personality personality, Path folder, int frameBytes, Duration exposure) throws IOException {
        CameraOptions setting = CameraOptions.defaults().withExposureTime(exposure);
        return of(personality, folder, new RandomFrames(frameBytes), setting, LIMITS);
    }

    static TetherRig of(Personality personality, Path folder, CameraOptions setting) throws IOException {
        return of(personality, folder, new RandomFrames(FRAME_BYTES), setting, LIMITS);
    }

    private static TetherRig of(
            Personality personality, Path folder, RandomFrames scene, CameraOptions setting, AgentLimits limits)
            throws IOException {
        Faults faults = new Faults();
        SimulatedCamera body = SimulatedCamera.start(setting, personality, scene, faults);
        return new TetherRig(body, faults, options(body, folder, limits));
    }

    private static AgentCameraOptions options(SimulatedCamera body, Path folder, AgentLimits limits) {
        // The simulator's address names the event port too; the station's form needs the first only.
        String[] parts = body.uri().toString().split(":", -1);
        CameraPort port = CameraPort.parse("ptpip:" + parts[1] + ":" + parts[2]);
        return new AgentCameraOptions(
                port, folder.resolve("spool"), folder.resolve("home"), limits, SOON, Duration.ofSeconds(8));
    }

    /** A second station before the same body. */
    TetherRig another(Path folder) throws IOException {
        return new TetherRig(body, faults, options(body, folder, LIMITS));
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

    /** The next RAW; {@link #awaitFrame} takes whatever comes. */
    SpooledFrame awaitRaw(int from) {
        return heard.await(HeardListener.Frame.class, told -> told.frame().isRaw(), from, SOON)
                .frame();
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

    SpooledFrame shoot(String shotId) {
        int from = heard.count();
        succeeds(camera.trigger(shotId));
        return awaitFrame(from);
    }

    /** Presses the body's button and waits until the file is on the card, whoever is connected. */
    void shootUntethered(int count) {
        await("readiness", () -> body.pressShutter() == ResponseCode.OK);
        await("exposure " + count, () -> body.exposures().size() >= count);
    }

    /** After a reconnection: exactly one file is on the card, and fetching brings it whole. */
    void fetchTheOnlyListed(int from) {
        HeardListener.Listed listed = heard.await(HeardListener.Listed.class, told -> true, from, SOON);
        awaitReady(from);
        assertEquals(1, listed.objects().size());
        int before = heard.count();
        succeeds(camera.fetch(listed.objects().get(0)));
        assertEquals(lastExposure().digest().sha256(), awaitFrame(before).sha256());
    }

    /** Some of a frame, but not all, has arrived. */
    void awaitPart() {
        await("part in the spool", () -> {
            try (Stream<Path> files = Files.list(spool)) {
                return files.anyMatch(file ->
                        file.toString().endsWith(".part") && file.toFile().length() > 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void awaitOperation(int code) {
        await("operation", () -> body.operations().stream().anyMatch(entry -> entry.operation() == code));
    }

    /** The agent is this process's child that runs its main class. */
    long agentPid() {
        return agents().max().orElseThrow();
    }

    void awaitAgentOtherThan(long pid, Duration deadline) {
        await("new agent", deadline, () -> agents().anyMatch(agent -> agent != pid));
    }

    private static LongStream agents() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(TetherRig::isAgent)
                .mapToLong(ProcessHandle::pid);
    }

    private static boolean isAgent(ProcessHandle process) {
        try {
            // ProcessHandle.Info leaves long command lines out.
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(AgentMain.class.getName());
        } catch (IOException e) {
            return false;
        }
    }

    void killAgent() {
        ProcessHandle.of(agentPid()).orElseThrow().destroyForcibly();
    }

    int agentFileDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(agentPid()), "fd"))) {
            return (int) open.count();
        }
    }

    /** Looks again and again; for facts that nothing announces. */
    private static void await(String what, BooleanSupplier fact) {
        await(what, SOON, fact);
    }

    private static void await(String what, Duration deadline, BooleanSupplier fact) {
        long due = System.nanoTime() + deadline.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - due > 0) {
                throw new AssertionError("no " + what + " in " + deadline);
            }
            LockSupport.parkNanos(2_000_000);
        }
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
