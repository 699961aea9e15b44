package caixiang.station.doctor;

import caixiang.station.camera.agent.AgentMain;
import caixiang.station.camera.agent.AgentProbe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Asks the camera agent what it finds, in a process of its own: native code can hang or crash. */
final class AgentProgram implements CameraCheck.Probe {
    /** libgphoto2 may wait long for a device that does not answer. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @Override
    public List<String> lines() throws InterruptedException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlogback.configurationFile=caixiang/station/camera/agent/logback.xml",
                "-Djna.tmpdir=" + System.getProperty("jna.tmpdir", System.getProperty("java.io.tmpdir")),
                "-cp",
                System.getProperty("java.class.path"),
                AgentMain.class.getName(),
                AgentProbe.ARGUMENT);
        return ProgramOutput.of(command, DEADLINE)
                .orElse(List.of(
                        AgentProbe.FAULT + "the camera agent gave no answer within " + DEADLINE.toSeconds() + " s"));
    }
}
