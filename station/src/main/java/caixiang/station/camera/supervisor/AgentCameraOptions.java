package caixiang.station.camera.supervisor;

import caixiang.station.camera.CameraPort;
import caixiang.station.camera.agent.AgentLimits;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run an agent.
 *
 * @param spool where frames arrive; on the archive's file system
 * @param home the agent's own {@code HOME}, kept between runs: libgphoto2 stores there the GUID that cameras are paired with
 * @param limits what bounds the agent's work
 * @param helloDeadline from starting the process to its first message; longer after one that did not keep it
 * @param orderDeadline from an order to its answer; a fetch gets as much again for each 5 MB
 */
public record AgentCameraOptions(
        CameraPort port, Path spool, Path home, AgentLimits limits, Duration helloDeadline, Duration orderDeadline) {

    public static AgentCameraOptions usual(CameraPort port, Path spool, Path home) {
        return new AgentCameraOptions(
                port, spool, home, AgentLimits.USUAL, Duration.ofSeconds(15), Duration.ofSeconds(8));
    }
}
